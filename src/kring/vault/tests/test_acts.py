"""Acts: compare and swap, nothing laundered, nothing written to a lock that is shut, and a trace of every row."""

import json
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from kring.vault import gate, journal, recovery, sharing
from kring.vault.acts import acting
from kring.vault.journal import Verb
from kring.vault.models import Envelope, Extract, JournalEntry, Lock, Principal
from kring.vault.primitives import Key, new_id, new_pair
from kring.vault.refusals import Conflict, Refused
from kring.vault.sweeping import Finding, sweep
from kring.vault.tests.attacker import raw, refused
from kring.vault.tests.conftest import Words, World


def test_the_second_of_two_changes_of_one_row_is_told(world: World) -> None:
    first, second = Lock.objects.get(bundle=world.a), Lock.objects.get(bundle=world.a)
    with acting("test.first", by="system") as act:
        act.change(first, generation=2)
    with pytest.raises(Conflict), acting("test.second", by="system") as act:
        act.change(second, generation=3)
    assert Lock.objects.get(bundle=world.a).verified().generation == 2


def test_an_edited_row_is_not_made_genuine_by_changing_it(world: World) -> None:
    person = Principal.objects.filter(id=world.greet.person)
    raw(Principal).filter(id=world.greet.person).update(public_key=new_pair().public)
    with pytest.raises(Refused), acting("test.change", by="system") as act:
        act.change(person[0], generation=2)
    assert refused(person[0].verified)


def write_late(world: World, keys: gate.Keys, *, anew: bool) -> None:
    row = world.row(world.a)
    keys.seal(row, Words("late"), bundle=world.a, part="notes")
    with acting("test.late", by=world.noor.person) as act:
        if anew:
            row.id, row.bundle = new_id(), new_id()
            act.add(row)
        else:
            act.rewrite(row)


@pytest.mark.parametrize("anew", [True, False])
@pytest.mark.parametrize("how", ["shredded", "rotated", "rotated and set back", "gone"])
def test_a_key_in_memory_does_not_write_to_a_lock_that_moved_on(world: World, how: str, anew: bool) -> None:
    keys = gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    lock = Lock.objects.get(bundle=world.a)
    with acting("test.move", by=world.noor.person) as act:
        if how == "shredded":
            act.change(lock, state=Lock.State.SHREDDED)
        elif how.startswith("rotated"):
            act.change(lock, version=2)
    if how == "rotated and set back":
        raw(Lock).filter(id=lock.id).update(version=1)
    elif how == "gone":
        raw(Extract).update(lock=new_id())
        keys._parts[world.a, "notes"] = gate.PartKey(new_id(), 1, keys.part(world.a, "notes").versions)
    with pytest.raises(Refused):
        write_late(world, keys, anew=anew)


def test_who_holds_an_old_version_only_cannot_write(world: World) -> None:
    held = gate.PartKey("lock", 2, {1: Key(bytes(32))})
    keys = gate.Keys(world.noor.person, {(world.a, "notes"): held})
    assert refused(lambda: keys.seal(Extract(), Words("x"), bundle=world.a, part="notes"))


def test_the_same_key_of_two_people_is_two_writes(world: World) -> None:
    with acting("test.once", by=world.noor.person) as act:
        assert act.once("k1", lock=world.a, outcome="made") is None
    with acting("test.once", by=world.samir.person) as act:
        assert act.once("k1", lock=world.a, outcome="made too") is None
    with acting("test.once", by=world.noor.person) as act:
        assert act.once("k1", lock=world.a, outcome="again") == "made"


def claim_and_fail(world: World) -> None:
    with acting("test.once", by=world.noor.person) as act:
        act.once("k2", lock=world.a, outcome="lost")
        act.add(Lock(bundle="left behind", part="notes"))
        raise Refused


def test_what_was_rolled_back_can_be_claimed_anew(world: World) -> None:
    assert refused(lambda: claim_and_fail(world))
    with acting("test.once", by=world.noor.person) as act:
        assert act.once("k2", lock=world.a, outcome="made") is None


@pytest.mark.django_db(transaction=True)
def test_an_act_is_never_inside_another(world: World) -> None:
    with acting("test.outer", by="system"), pytest.raises(RuntimeError, match="durable"), acting("inner", by="system"):
        pass


@pytest.mark.django_db(transaction=True)
def test_an_entry_of_its_own_is_never_inside_a_transaction(world: World) -> None:
    """A refusal would vanish with the rollback around it; the rule is the same on both engines."""
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        journal.record(verb=Verb.REFUSED, act="test.inside", actor="")
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        journal._check_outermost()
    journal._check_outermost()


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_leaves_no_row_and_no_gap(world: World) -> None:
    before = JournalEntry.objects.count()
    assert refused(lambda: claim_and_fail(world))
    assert not Lock.objects.filter(bundle="left behind").exists()
    assert JournalEntry.objects.count() == before
    journal.record(verb=Verb.WROTE, act="test.next", actor="")
    counters = sorted(JournalEntry.objects.values_list("counter", flat=True))
    assert counters == list(range(1, len(counters) + 1))


@pytest.mark.django_db(transaction=True)
def test_an_act_that_cannot_be_committed_leaves_no_gap(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise OperationalError("no space left")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "commit", full)
        with pytest.raises(OperationalError), acting("test.lost", by="system"):
            pass
    journal.record(verb=Verb.WROTE, act="test.next", actor="")
    assert json.loads(bytes(JournalEntry.objects.order_by("-id")[0].text or b""))["unused"]


@pytest.mark.django_db(transaction=True)
def test_the_keys_come_after_the_entry(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the journal cannot be written, nothing opens."""

    def full(**entry: Any) -> list[int]:
        raise OSError("no space left")

    gate.entering(world.noor.session(), act="test.read", of=[world.a], parts=["notes"])
    monkeypatch.setattr(journal, "append", full)
    for who, bundle in ((world.noor, world.a), (world.samir, world.b)):
        with pytest.raises(OSError, match="space"):
            gate.entering(who.session(), act="test.read", of=[bundle], parts=["notes"])
    assert not connection.in_atomic_block


def test_the_sweep_sees_an_envelope_whose_bytes_were_changed(world: World) -> None:
    envelope = Envelope.objects.filter(bundle=world.a)[0]
    raw(Envelope).filter(pk=envelope.pk).update(wrapped=b"\x02 something else")
    assert sweep() == [Finding("vault_envelope", envelope.pk, "changed")]


def test_the_sweep_sees_every_row_that_was_written(world: World) -> None:
    with acting("test.more", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
        everybody = sharing.holders([world.noor.person, world.samir.person, world.greet.person])
        recovery.found_recovery(act, everybody)
    assert sweep() == []
