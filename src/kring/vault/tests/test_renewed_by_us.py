"""Rows put back are refused; he who put them back waits for an act of ours that renews what it finds: it must not.

Nor may he blind the checks: an entry of the journal without its words, or in another order, is told.
"""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.utils import timezone

from kring.vault import checkpoints, gate, journal, recovery, sharing, slots
from kring.vault.acts import acting
from kring.vault.models import Envelope, Grant, JournalEntry, Lock, Principal, Slot
from kring.vault.primitives import new_id
from kring.vault.rows import MacedModel
from kring.vault.slots import Opened
from kring.vault.sweeping import Finding, sweep
from kring.vault.tests.attacker import opens, put_back, raw, refused
from kring.vault.tests.conftest import PASSWORD, World
from kring.vault.tests.test_put_back import held_by


def leaves(world: World, who: Opened) -> list[Sequence[MacedModel]]:
    """A colleague whose key of `a` is withdrawn; the rows he had."""
    had = held_by(who.person, world.a)
    with acting("test.leave", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=who.person)
    return list(had)


def given_to_greet(world: World) -> None:
    keys = gate.entering(world.noor.session(), act="test.open", of=[world.a], parts=["notes"])
    with acting("test.give", by=world.noor.person) as act:
        sharing.give_parts(act, keys, bundle=world.a, parts=["notes"], to=sharing.holders([world.greet.person]))


def given_nothing(world: World, who: Opened) -> bool:
    return refused(lambda: gate.entering(who.session(), act="test.open", of=[world.a], parts=["notes"]))


def test_the_next_rotation_gives_nothing_to_who_was_put_back(world: World) -> None:
    given_to_greet(world)
    for rows in leaves(world, world.samir):
        put_back(rows)
    leaves(world, world.greet)
    assert given_nothing(world, world.samir)
    assert opens(world, world.noor, world.a)
    assert {finding.what for finding in sweep()} == {"unknown"}


def test_the_next_rotation_gives_nothing_to_an_earlier_self(world: World) -> None:
    """Let in again with a new key: what he had comes back face to face, not by somebody else's leaving."""
    given_to_greet(world)
    with acting("test.again", by="system") as act:
        act.change(Principal.objects.get(id=world.samir.person), generation=2)
    leaves(world, world.greet)
    assert given_nothing(world, Opened(world.samir.person, 2, world.samir.private))


def test_removing_another_way_in_does_not_renew_one_that_was_put_back(world: World) -> None:
    with acting("test.second", by="system") as act:
        second = slots.add_password(act, world.noor, "a second password of the tests")
    first = Slot.objects.exclude(id=second.id).get(person=world.noor.person)
    with acting("test.remove", by="system") as act:
        slots.remove_slot(act, first)
    put_back([first])
    with acting("test.remove", by="system") as act:
        slots.remove_slot(act, Slot.objects.get(id=second.id))
    assert refused(lambda: slots.open_password(world.noor.person, PASSWORD))


def test_an_envelope_of_before_does_not_stand_in_the_way_of_recovery(world: World) -> None:
    with acting("test.trustees", by="system") as act:
        trustees = [slots.new_person(act) for _ in range(3)]
        split = recovery.found_recovery(act, sharing.holders([one.person for one in trustees]))
        held = [*sharing.holders([world.noor.person]), *sharing.holders([split], Envelope.Kind.RECOVERY)]
        lost, over = new_id(), new_id()
        for bundle in (lost, over):
            sharing.found(act, bundle=bundle, parts={"notes": held})
    before, _ = held_by(split, over)
    with acting("test.shred", by=world.noor.person) as act:
        sharing.shred(act, bundle=over, parts=["notes"])
    assert recovered(world, split, lost, trustees)
    put_back(before)
    assert recovered(world, split, lost, trustees)


def test_a_whole_withdrawal_rolled_back_shows_though_its_entry_lost_its_words(world: World) -> None:
    roll_back_a_withdrawal(world)
    last = raw(JournalEntry).order_by("id").last()
    assert last is not None
    raw(JournalEntry).filter(id=last.id).update(text=None, salt=None)
    assert opens(world, world.samir, world.a)
    assert sweep() == [], "the sweep reads what the journal still says"
    assert checkpoints.verify() == [f"the text of entry {last.index} was taken away"]


def test_entries_put_in_another_order_do_not_mislead_the_sweep(world: World) -> None:
    lock = roll_back_a_withdrawal(world)
    ids = list(raw(JournalEntry).order_by("id").values_list("id", flat=True))
    for place, entry in enumerate(ids):
        raw(JournalEntry).filter(id=entry).update(id=10_000 - place)
    assert checkpoints.verify() == []
    assert Finding("vault_lock", lock.id, "changed") in sweep()


@pytest.mark.parametrize("words", [None, b'{"touched":[]}'])
def test_an_entry_without_its_salt_proves_nothing(world: World, words: bytes | None) -> None:
    while journal.seal_pending():
        pass
    entry = raw(JournalEntry).order_by("id").last()
    assert entry is not None
    told = {"salt": None, "text": words} if words else {"text": None}
    raw(JournalEntry).filter(id=entry.id).update(**told)
    assert checkpoints.verify() == [f"entry {entry.index} was edited or is not ours"]


def roll_back_a_withdrawal(world: World) -> Lock:
    """Samir's key is withdrawn, and somebody puts the lock, the envelopes and the grants back as they were."""
    lock = Lock.objects.get(bundle=world.a)
    tables: list[tuple[type[MacedModel], list[MacedModel]]] = [
        (Grant, list(Grant.objects.all())),
        (Envelope, list(Envelope.objects.all())),
    ]
    leaves(world, world.samir)
    while journal.seal_pending():
        pass
    for table, _ in tables:
        raw(table).all()._raw_delete("default")
    columns = {name: getattr(lock, name) for name in (*Lock.maced_columns(), "mac") if name != "id"}
    raw(Lock).filter(id=lock.id).update(**columns)
    for _, rows in reversed(tables):
        put_back(rows)
    return lock


def recovered(world: World, split: str, bundle: str, trustees: Sequence[Opened]) -> bool:
    """Two trustees give Greet a bundle again, a day after she asked."""
    with acting("test.ask", by=world.greet.person) as act:
        asked = recovery.ask(act, recovery=split, receiver=world.greet.person, parts=[(bundle, "notes")])
    with acting("test.wait", by="system") as act:
        act.change(asked, asked_at=timezone.now() - timedelta(hours=25))
    recovery.release(trustees[0].session(), asked, second=trustees[1].person)
    recovery.finish(trustees[1].session(), asked)
    return asked.finished_at is not None
