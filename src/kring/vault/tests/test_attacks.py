"""Somebody can write in the database. What he gains: nothing that opens, and every try shows.

Each test counts what it tried and what was caught; all must be caught. The raw writes go round the guard on purpose.
"""

from datetime import timedelta
from functools import partial
from itertools import permutations
from typing import Any

from django.db import connection
from django.utils import timezone

from kring.vault import gate, letterbox, recovery, sessions, sharing, slots
from kring.vault.acts import acting
from kring.vault.models import (
    Envelope,
    Extract,
    Grant,
    Letter,
    Letterbox,
    Lock,
    Principal,
    RecoveryRequest,
    SessionKey,
    Slot,
)
from kring.vault.primitives import encode, give, keep, new_id, new_key, new_pair, seal
from kring.vault.rows import GUARDED, MacedModel
from kring.vault.sweeping import Finding, sweep
from kring.vault.tests.attacker import opens, other_value, put_back, raw, refused
from kring.vault.tests.conftest import PASSWORD, Words, World


def test_swapped_and_edited_records_do_not_open(world: World) -> None:
    with acting("attack.more", by=world.noor.person) as act:
        third = new_id()
        keys = sharing.found(act, bundle=third, parts={"notes": sharing.holders([world.noor.person])})
        row = Extract(bundle=third)
        keys.seal(row, Words("third"), bundle=third, part="notes")
        act.add(row)
    bundles = [world.a, world.b, third]
    keys = gate.entering(world.noor.session(), act="attack.read", of=bundles, parts=["notes"])
    tried = caught = 0
    for here, there in permutations(bundles, 2):
        for columns in (("blob",), ("blob", "lock"), ("blob", "lock", "lock_version", "revision"), ("lock",)):
            mine, other = world.row(here), world.row(there)
            for column in columns:
                setattr(mine, column, getattr(other, column))
            tried += 1
            caught += refused(partial(keys.open, mine, Words))
    for bundle in bundles:
        for column, step in (("lock_version", 1), ("revision", 1), ("revision", -1)):
            row = world.row(bundle)
            setattr(row, column, getattr(row, column) + step)
            tried += 1
            caught += refused(partial(keys.open, row, Words))
    assert (caught, tried) == (tried, 33)


def rich(world: World) -> None:
    """Make a row in every MACed table."""
    sessions.start(slots.open_password(world.noor.person, PASSWORD))
    everybody = sharing.holders([world.noor.person, world.samir.person, world.greet.person])
    with acting("attack.rich", by=world.noor.person) as act:
        split = recovery.found_recovery(act, everybody)
        recovery.ask(act, recovery=split, receiver=world.greet.person, parts=[(world.a, "notes")])
        slots.add_link(act, code="ABCD", expires_at=timezone.now() + timedelta(days=1))


def test_an_edit_of_any_column_of_any_maced_row_is_seen(world: World) -> None:
    rich(world)
    tables = [model for model in GUARDED if issubclass(model, MacedModel) and not model._meta.abstract]
    ours = [model for model in tables if model._meta.app_label == "vault"]
    tried = caught = 0
    for model in ours:
        row = model.objects.first()
        if row is None:
            continue
        for column in (*model.maced_columns(), "mac"):
            edited = model.objects.get(pk=row.pk)
            setattr(edited, column, other_value(getattr(edited, column)))
            tried += 1
            caught += refused(edited.verified)
    assert caught == tried
    assert tried >= 70
    core = {Principal, Slot, Lock, Envelope, Grant, Letterbox, Letter, SessionKey, RecoveryRequest}
    assert core <= {model for model in ours if model.objects.exists()}


LINKS: dict[str, type[MacedModel]] = {"envelope_id": Envelope, "lock_id": Lock, "holder_id": Principal}


def test_edited_rows_open_nothing_through_the_gate(world: World) -> None:
    tried = caught = 0
    for model, where in (
        (Lock, {"bundle": world.a}),
        (Grant, {"lock__bundle": world.a, "envelope__holder": world.samir.person}),
        (Envelope, {"bundle": world.a, "holder": world.samir.person}),
    ):
        for column in model.maced_columns():
            if column == "id":
                continue
            row: Any = raw(model).get(**where)
            before, edited = getattr(row, column), other_value(getattr(row, column))
            if column in LINKS:
                edited = raw(LINKS[column]).exclude(pk=before)[0].pk
            raw(model).filter(pk=row.pk).update(**{column: edited})
            tried += 1
            caught += not opens(world, world.samir, world.a)
            raw(model).filter(pk=row.pk).update(**{column: before})
            assert opens(world, world.samir, world.a)
    assert caught == tried


def test_withdrawn_rows_put_back_open_nothing(world: World) -> None:
    envelopes = list(Envelope.objects.filter(bundle=world.a, holder=world.samir.person))
    grants = list(Grant.objects.filter(envelope__in=envelopes))
    assert opens(world, world.samir, world.a)
    with acting("attack.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    put_back(envelopes)
    put_back(grants)
    assert not opens(world, world.samir, world.a)


def test_a_member_who_left_the_circle_and_is_put_back_opens_nothing(world: World) -> None:
    envelopes = list(Envelope.objects.filter(bundle=world.circle, holder=world.samir.person))
    grants = list(Grant.objects.filter(envelope__in=envelopes))
    with acting("attack.leave", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.circle, parts=[gate.OWN_KEY], holder=world.samir.person)
    put_back(envelopes)
    put_back(grants)
    assert not opens(world, world.samir, world.b)
    assert opens(world, world.noor, world.b)


def test_a_removed_way_in_put_back_opens_nothing(world: World) -> None:
    slot = Slot.objects.get(person=world.noor.person)
    with acting("attack.slot", by=world.noor.person) as act:
        slots.remove_slot(act, slot)
    put_back([slot])
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_a_shredded_lock_put_back_with_its_grants_is_found_by_the_sweep(world: World) -> None:
    lock, grants = Lock.objects.get(bundle=world.a), list(Grant.objects.filter(lock__bundle=world.a))
    envelopes = list(Envelope.objects.filter(bundle=world.a))
    with acting("attack.shred", by=world.noor.person) as act:
        sharing.shred(act, bundle=world.a, parts=["notes"])
    put_back(envelopes)
    put_back(grants)
    assert not opens(world, world.noor, world.a)
    raw(Lock).filter(id=lock.id).update(state=lock.state, generation=lock.generation, mac=lock.mac)
    assert opens(world, world.noor, world.a), "a full rollback of a lock is detected, not prevented: we say so"
    assert Finding("vault_lock", lock.id, "changed") in sweep()


def test_forged_gifts_are_not_accepted(world: World) -> None:
    """With public keys from the database anybody can wrap a key: without our MAC it is not looked at."""
    greet = Principal.objects.get(id=world.greet.person)
    lock, key, secret = Lock.objects.get(bundle=world.a), new_key(), new_key()
    envelope = Envelope(bundle=world.a, holder=greet, holder_generation=1)
    context = gate.envelope_context(envelope.id, world.a, greet.id, "work", None)
    envelope.wrapped = give(bytes(greet.public_key), key, context)
    grant = Grant(envelope=envelope, lock=lock, lock_version=2, lock_generation=1)
    grant.sealed = keep(key, secret, gate.grant_context(envelope.id, lock.id, 2))
    genuine = Envelope.objects.filter(bundle=world.a).first()
    assert genuine is not None
    tried = caught = 0
    for stamp in (b"", b"\x00" * 33, bytes(genuine.mac)):
        envelope.mac = grant.mac = stamp
        put_back([envelope])
        put_back([grant])
        raw(Lock).filter(id=lock.id).update(version=2)
        tried += 2
        caught += refused(lambda: gate.entering(world.greet.session(), act="x", of=[world.a], parts=["notes"]))
        caught += not opens(world, world.noor, world.a)
        raw(Lock).filter(id=lock.id).update(version=1)
        raw(Grant).filter(id=grant.id)._raw_delete("default")
        raw(Envelope).filter(id=envelope.id)._raw_delete("default")
    assert caught == tried


def test_a_swapped_public_key_receives_nothing(world: World) -> None:
    raw(Principal).filter(id=world.greet.person).update(public_key=new_pair().public)
    assert refused(lambda: sharing.holders([world.greet.person]))


def test_forged_letters_are_not_read(world: World) -> None:
    box = Letterbox.objects.get(owner=world.circle)
    [letter] = world.letters()
    forged = Letter(letterbox=box, kind="word", about=world.a, dropped_at=timezone.now(), mac=bytes(letter.mac))
    context = letterbox._context(forged, box.id, Words)
    key = new_key()
    forged.blob = give(bytes(box.public_key), key, context) + seal(key, b'{"":1,"text":"planted"}', context)
    put_back([forged])
    keys = gate.entering(world.noor.session(), act="attack.box", of=[world.circle], parts=[gate.OWN_KEY])
    assert refused(lambda: letterbox.read(keys, [forged], Words, owner=world.circle))
    tried = caught = 0
    for column in ("author", "kind", "about", "blob", "dropped_at"):
        edited = Letter.objects.get(pk=letter.pk)
        setattr(edited, column, other_value(getattr(edited, column)))
        tried += 1
        caught += refused(partial(letterbox.read, keys, [edited], Words, owner=world.circle))
    assert caught == tried


def test_the_sweep_finds_what_was_put_back_taken_away_or_planted(world: World) -> None:
    assert sweep() == []
    keys = gate.entering(world.noor.session(), act="attack.read", of=[world.a], parts=["notes"])
    old = Extract.objects.get(bundle=world.a)
    new = Extract.objects.get(bundle=world.a)
    keys.seal(new, Words("newer"), bundle=world.a, part="notes")
    with acting("attack.write", by=world.noor.person) as act:
        act.rewrite(new)
    raw(Extract).filter(pk=old.pk).update(blob=old.blob, revision=old.revision)
    assert keys.open(world.row(world.a), Words) == Words(f"words of {world.a}"), "encryption alone does not see it"
    planted = Lock(bundle=new_id(), part="notes", mac=b"")
    put_back([planted])
    gone = world.letters()[0]
    raw(Letter).filter(pk=gone.pk)._raw_delete("default")
    assert set(sweep()) == {
        Finding("vault_extract", old.pk, "changed"),
        Finding("vault_lock", planted.pk, "unknown"),
        Finding("vault_letter", gone.pk, "missing"),
    }


def test_contexts_never_encode_alike() -> None:
    pairs = [("ab", "c"), ("a", "bc"), ("abc",), (b"ab", "c"), (1, 2), (12,), ("1", "2"), (None,), ("",), (b"",)]
    encoded = [encode(*pair) for pair in pairs]
    assert len(set(encoded)) == len(pairs)


def test_the_dump_tells_no_content(world: World) -> None:
    """The raw tables hold no word that was written."""
    dump = b""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            dump += repr(cursor.fetchall()).encode()
    assert b"words of" not in dump
    assert b"from the street" not in dump
