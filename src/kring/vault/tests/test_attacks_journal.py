"""Somebody edits, cuts or rolls back the journal: every try is found, also of today's entries."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from kring.vault import checkpoints, journal
from kring.vault.models import (
    JournalEntry,
    JournalHead,
)
from kring.vault.tests.attacker import opens, other_value, raw
from kring.vault.tests.conftest import World


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
