"""Somebody can write in the database. What he gains: nothing that opens, and every try shows.

Each test counts what it tried and what was caught; all must be caught. The raw writes go round the guard on purpose.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise, permutations
from typing import Any

import pytest
from django.db import connection, models
from django.utils import timezone

from kring.vault import checkpoints, gate, journal, letterbox, recovery, sessions, sharing, slots
from kring.vault import server_keys as kept
from kring.vault.acts import acting
from kring.vault.models import (
    Envelope,
    Extract,
    Grant,
    JournalEntry,
    JournalHead,
    Letter,
    Letterbox,
    Lock,
    Principal,
    RecoveryRequest,
    SessionKey,
    Slot,
)
from kring.vault.primitives import encode, give, keep, new_id, new_key, new_pair, seal
from kring.vault.refusals import Refused
from kring.vault.rows import GUARDED, MacedModel
from kring.vault.slots import Opened
from kring.vault.sweeping import Finding, sweep
from kring.vault.tests.conftest import PASSWORD, Words, World


def raw(model: type[models.Model]) -> models.QuerySet[Any]:
    """The table as the attacker has it: without the guard."""
    return models.QuerySet(model)


def opens(world: World, who: Opened, bundle: str) -> bool:
    try:
        keys = gate.entering(who.session(), act="attack.read", of=[bundle], parts=["notes"])
        keys.open(world.row(bundle), Words)
    except Refused:
        return False
    return True


def refused(action: Callable[[], Any]) -> bool:
    try:
        action()
    except Refused:
        return True
    return False


def put_back(rows: Sequence[MacedModel]) -> None:
    raw(type(rows[0])).bulk_create(rows)


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


def other_value(value: Any) -> Any:
    """A plausible different value of the same kind."""
    if value is None:
        return timezone.now()
    if isinstance(value, (bytes, memoryview)):
        return bytes([bytes(value)[0] ^ 1]) + bytes(value)[1:] if len(value) else b"x"
    if isinstance(value, datetime):
        return value + timedelta(days=365)
    if isinstance(value, int):
        return value + 1000
    return value[:-1] + ("x" if value[-1:] != "x" else "y")


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


def test_every_edit_of_the_journal_is_found(world: World) -> None:
    """Also of today's entries, of which no checkpoint exists yet."""
    assert all(opens(world, world.noor, bundle) for bundle in (world.a, world.b))
    assert checkpoints.verify() == []
    entries = list(JournalEntry.objects.order_by("id"))
    tried = caught = 0

    def attempt(damage: Callable[[], object], mend: Callable[[], object]) -> None:
        nonlocal tried, caught
        damage()
        tried += 1
        caught += bool(checkpoints.verify())
        mend()

    for entry in entries:
        rows = raw(JournalEntry).filter(id=entry.id)
        for column in ("text", "salt", "commitment", "mac", "counter", "boot"):
            before = getattr(entry, column)
            attempt(partial(rows.update, **{column: other_value(before)}), partial(rows.update, **{column: before}))
        attempt(rows.delete, partial(entry.save, force_insert=True))
    for one, two in pairwise(entries):
        attempt(partial(swap, one, two), partial(swap, one, two))
    assert checkpoints.verify() == []
    assert caught == tried
    assert tried >= 30


def swap(one: JournalEntry, other: JournalEntry) -> None:
    first = raw(JournalEntry).values_list("index", flat=True).get(id=one.id)
    second = raw(JournalEntry).values_list("index", flat=True).get(id=other.id)
    raw(JournalEntry).filter(id=one.id).update(index=None)
    raw(JournalEntry).filter(id=other.id).update(index=first)
    raw(JournalEntry).filter(id=one.id).update(index=second)


def test_truncating_the_journal_with_its_head_is_found_by_the_checkpoint(world: World) -> None:
    while journal.seal_pending():
        pass
    old_head = bytes(JournalHead.objects.get().frontier)
    size = JournalEntry.objects.count()
    assert opens(world, world.noor, world.a)
    path = checkpoints.make_checkpoint()
    raw(JournalEntry).filter(index__gte=size).delete()
    raw(JournalHead).update(frontier=old_head)
    assert any("checkpoint" in finding for finding in checkpoints.verify())
    path.unlink()


def test_a_forged_checkpoint_is_found(world: World) -> None:
    path = checkpoints.make_checkpoint()
    text = path.read_text()
    path.write_text(text[:-5] + ("A" if text[-5] != "A" else "B") + text[-4:])
    assert any("not signed" in finding for finding in checkpoints.verify())
    path.unlink()


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


def test_a_thief_with_the_whole_database_and_the_password_needs_the_key_file(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    stolen = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: stolen)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))
    assert sessions.resume(cookie) is None
    monkeypatch.undo()
    assert slots.open_password(world.noor.person, PASSWORD).person == world.noor.person


def test_without_our_macs_even_the_right_pepper_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thief patches the checks away: the slot still does not open without the pepper."""
    stolen = kept.ServerKeys(kept.server_keys().instance, (bytes(32),))
    monkeypatch.setattr(kept, "_cached", lambda path: stolen)
    monkeypatch.setattr(MacedModel, "verified", lambda self: self)
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_an_old_cookie_and_a_back_up_open_nothing_after_sign_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    back_up = list(SessionKey.objects.all())
    assert isinstance(sessions.resume(cookie), gate.Session)
    sessions.end(back_up[0].id, world.noor.person)
    assert sessions.resume(cookie) is None
    put_back(back_up)
    monkeypatch.setattr("kring.vault.sessions.epoch_secret", lambda name: None)
    assert sessions.resume(cookie) is None


def test_a_session_ends_by_idling_by_age_and_by_its_person(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    later = timezone.now() + timedelta(minutes=16)
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: later)
    assert isinstance(sessions.resume(cookie), sessions.Locked)
    assert SessionKey.objects.get().blob is None, "the key is gone, who it was stays"
    sessions.unlock(cookie, slots.open_password(world.noor.person, PASSWORD))
    assert isinstance(sessions.resume(cookie), gate.Session)
    late = timezone.now() + timedelta(hours=11)
    monkeypatch.setattr("kring.vault.sessions.timezone.now", lambda: late)
    assert sessions.resume(cookie) is None


def test_sessions_of_another_person_cannot_be_unlocked(world: World) -> None:
    cookie = sessions.start(slots.open_password(world.noor.person, PASSWORD))
    with acting("attack.password", by="system") as act:
        slots.add_password(act, world.greet, "the other long password")
    other = slots.open_password(world.greet.person, "the other long password")
    assert refused(lambda: sessions.unlock(cookie, other))


def test_links_open_five_times_at_most_and_only_their_extract(world: World) -> None:
    until = timezone.now() + timedelta(days=7)
    with acting("attack.link", by=world.noor.person) as act:
        token, opened = slots.add_link(act, code="M82R-7VTC", expires_at=until)
        sharing.extract(act, Words("what we agreed"), to=sharing.holders([opened.person], expires_at=until))
    session = slots.open_link(token, "m82r 7vtc").session()
    [bundle] = sharing.bundles_of(session.person)
    keys = gate.entering(session, act="attack.link", of=[bundle], parts=[sharing.EXTRACT])
    assert keys.open(Extract.objects.get(bundle=bundle), Words) == Words("what we agreed")
    assert refused(lambda: gate.entering(session, act="attack.link", of=[world.a], parts=["notes"]))
    for _ in range(5):
        assert refused(lambda: slots.open_link(token, "wrong"))
    assert refused(lambda: slots.open_link(token, "M82R-7VTC")), "after five wrong tries also the right code"
    assert refused(lambda: slots.open_link("guessed", "M82R-7VTC"))


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
