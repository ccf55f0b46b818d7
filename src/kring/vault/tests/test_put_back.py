"""Somebody who writes in the database knows the generations too: he puts rows back with the present ones filled in."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kring.vault import gate, journal, sharing
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Envelope, Extract, Grant, Lock, Principal
from kring.vault.primitives import Private, keep, new_id, new_key, open_kept
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded
from kring.vault.server_keys import server_keys
from kring.vault.sharing import Holder
from kring.vault.slots import Opened
from kring.vault.tests.attacker import opens, put_back, raw, refused
from kring.vault.tests.conftest import Words, World


def given(act_by: Opened, to: list[Holder]) -> str:
    """A new bundle with one record, held by `to`."""
    bundle = new_id()
    with acting("test.give", by=act_by.person) as act:
        keys = sharing.found(act, bundle=bundle, parts={"notes": to})
        row = Extract(bundle=bundle)
        keys.seal(row, Words("given"), bundle=bundle, part="notes")
        act.add(row)
    return bundle


def held_by(holder: str, bundle: str) -> tuple[list[Envelope], list[Grant]]:
    envelopes = list(Envelope.objects.filter(bundle=bundle, holder=holder))
    return envelopes, list(Grant.objects.filter(envelope__in=envelopes))


def changed(row: Any, **values: Any) -> None:
    """A change through an act, as the program itself makes it."""
    with acting("test.change", by="system") as act:
        act.change(type(row).objects.get(pk=row.pk), **values)


def test_withdrawn_rows_with_the_new_generation_filled_in_open_nothing(world: World) -> None:
    envelopes, grants = held_by(world.samir.person, world.a)
    with acting("test.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    put_back(envelopes)
    for grant in grants:
        grant.lock_generation = Lock.objects.get(bundle=world.a).generation
    put_back(grants)
    assert not opens(world, world.samir, world.a)


def test_what_was_given_to_an_earlier_self_does_not_open_for_the_present_one(world: World) -> None:
    """Let back in with a new generation: envelopes of before count no longer, edited ones neither."""
    assert opens(world, world.samir, world.a)
    changed(Principal.objects.get(id=world.samir.person), generation=2)
    again = Opened(world.samir.person, 2, world.samir.private)
    assert not opens(world, again, world.a)
    raw(Envelope).filter(holder=world.samir.person).update(holder_generation=2)
    assert not opens(world, again, world.a)


def test_a_shredded_lock_does_not_open_even_with_all_its_grants(world: World) -> None:
    lock = Lock.objects.get(bundle=world.a)
    changed(lock, state=Lock.State.SHREDDED)
    assert not opens(world, world.noor, world.a)
    raw(Lock).filter(id=lock.id).update(state=Lock.State.OPEN)
    assert not opens(world, world.noor, world.a), "its state is under the MAC"


def test_shredding_leaves_no_key_behind(world: World) -> None:
    lock = Lock.objects.get(bundle=world.a)
    with acting("test.shred", by=world.noor.person) as act:
        sharing.shred(act, bundle=world.a, parts=["notes"])
    assert not Grant.objects.filter(lock=lock).exists()
    assert not Envelope.objects.filter(bundle=world.a).exists()
    assert Lock.objects.get(id=lock.id).verified().generation == lock.generation + 1


def test_a_circle_that_was_disabled_stays_so(world: World) -> None:
    assert opens(world, world.samir, world.b)
    changed(Principal.objects.get(id=world.circle), state=Principal.State.DISABLED)
    assert not opens(world, world.samir, world.b)
    raw(Principal).filter(id=world.circle).update(state=Principal.State.ACTIVE)
    assert not opens(world, world.samir, world.b)
    assert refused(lambda: sharing.holders([world.circle]))


def test_who_stays_in_the_circle_reads_on_when_another_leaves(world: World) -> None:
    bundle = given(world.noor, sharing.holders([world.circle]))
    with acting("test.leave", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.circle, parts=[gate.OWN_KEY], holder=world.samir.person)
    assert opens(world, world.noor, bundle)
    assert not opens(world, world.samir, bundle)
    keys = gate.entering(world.noor.session(), act="test.own", of=[world.circle], parts=[gate.OWN_KEY])
    assert gate.private_of(keys, world.circle).suite


def test_what_was_written_after_a_withdrawal_is_closed_to_keys_still_in_memory(world: World) -> None:
    kept = gate.entering(world.samir.session(), act="test.read", of=[world.a], parts=["notes"])
    with acting("test.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    row = world.row(world.a)
    keys.seal(row, Words("after"), bundle=world.a, part="notes")
    with acting("test.write", by=world.noor.person) as act:
        act.rewrite(row)
    assert refused(lambda: kept.open(world.row(world.a), Words))
    assert opens(world, world.noor, world.a)


def test_what_was_given_for_a_time_ends_with_it(world: World) -> None:
    soon = timezone.now() + timedelta(hours=1)
    bundle = given(world.noor, sharing.holders([world.samir.person], expires_at=soon))
    assert opens(world, world.samir, bundle)
    late = given(world.noor, sharing.holders([world.samir.person], expires_at=timezone.now() - timedelta(seconds=1)))
    assert not opens(world, world.samir, late)
    raw(Envelope).filter(bundle=late).update(expires_at=soon)
    assert not opens(world, world.samir, late)


@pytest.mark.parametrize("kind", [Envelope.Kind.GLASS, Envelope.Kind.TIMED])
def test_glass_opens_only_through_the_running_gate(world: World, kind: Envelope.Kind) -> None:
    """With a dump and his own private key a holder gets no further than the server file's layer."""
    bundle = given(world.noor, sharing.holders([world.samir.person], kind))
    assert not opens(world, world.samir, bundle), "looking through glass is no part of ordinary work"
    envelope = Envelope.objects.get(bundle=bundle)
    context = gate.envelope_context(envelope.id, bundle, world.samir.person, kind, None)
    private = Private(world.samir.private)
    assert refused(lambda: private.take(bytes(envelope.wrapped), context))
    assert refused(lambda: open_kept(private.ring, bytes(envelope.wrapped), context))
    under = open_kept(server_keys().of("glass"), bytes(envelope.wrapped), context)
    assert len(private.take(under, context)) == 32


def test_glass_of_a_circle_does_not_open_as_work(world: World) -> None:
    bundle = given(world.noor, sharing.holders([world.circle], Envelope.Kind.GLASS))
    assert not opens(world, world.noor, bundle)
    raw(Envelope).filter(bundle=bundle).update(kind=Envelope.Kind.WORK)
    assert not opens(world, world.noor, bundle)


def test_keeping_under_the_ring_never_overwrites_what_changed_meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    envelope = Envelope.objects.get(bundle=world.a, holder=world.samir.person)
    append = journal.append

    def first_somebody_else(**entry: Any) -> list[int]:
        unguarded(Envelope).filter(id=envelope.id).update(mac=b"changed meanwhile")
        return append(**entry)

    monkeypatch.setattr(journal, "append", first_somebody_else)
    assert opens(world, world.samir, world.a)
    envelope.refresh_from_db()
    assert bytes(envelope.mac) == b"changed meanwhile"


def test_a_part_key_of_another_lock_under_the_same_envelope_is_not_taken(world: World) -> None:
    """Also with every MAC patched away, a grant opens only as what it was sealed for."""
    envelope, key = new_id(), new_key()
    sealed = keep(key, new_key(), gate.grant_context(envelope, "one lock", 1))
    for context in (gate.grant_context(envelope, "other", 1), gate.grant_context(envelope, "one lock", 2)):
        with pytest.raises(Refused):
            open_kept(key, sealed, context)


def test_a_session_of_before_the_person_changed_is_not_a_way_round(world: World) -> None:
    old = world.samir.session()
    changed(Principal.objects.get(id=world.samir.person), generation=2)
    for envelope in Envelope.objects.filter(holder=world.samir.person):
        changed(envelope, holder_generation=2)
    assert isinstance(old, Session)
    assert not opens(world, world.samir, world.a)
