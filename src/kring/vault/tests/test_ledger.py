"""The ledger: every destruction leaves a line outside the database, and replaying it undoes a put-back back-up."""

import json
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from kring.vault import checkpoints, journal, ledger, replay, sealer, sharing, slots
from kring.vault.acts import acting
from kring.vault.ledger import BrokenLedger, Taken, What
from kring.vault.models import Envelope, Extract, Grant, JournalEntry, Letter, Letterbox, Lock, Principal, Slot
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import opens, put_back, raw
from kring.vault.tests.conftest import PASSWORD, World


def taken() -> list[Taken]:
    return [one for lines in ledger.read().taken.values() for one in lines]


def shred(world: World, bundle: str, **into: str) -> Lock:
    with acting("test.shred", by=world.noor.person) as act:
        sharing.shred(act, bundle=bundle, parts=["notes"], **into)
    return Lock.objects.get(bundle=bundle)


def replayed() -> dict[What, int]:
    with acting("test.replay", by="system") as act:
        return dict(replay.replay(act, ledger.read()))


class BackUp:
    """The rows of a bundle and its holders as they were, put back over what is there now."""

    TABLES = (Lock, Envelope, Grant, Letter, Extract, Slot, Principal)

    def __init__(self) -> None:
        self.rows = {table: list(raw(table).all()) for table in self.TABLES}

    def put_back(self) -> None:
        for table in (Grant, Letter, Envelope, Slot, Extract):
            raw(table).all().delete()
        for row in (*self.rows[Lock], *self.rows[Principal]):
            columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
            columns.pop("id")
            raw(type(row)).filter(pk=row.pk).update(**columns)
        for table in (Envelope, Grant, Letter, Slot, Extract):
            put_back(self.rows[table])


def test_what_was_shredded_is_shredded_again_and_the_rest_opens(world: World) -> None:
    backup = BackUp()
    shred(world, world.a)
    backup.put_back()
    assert opens(world, world.noor, world.a), "that is what a back-up does"
    assert replayed() == {What.SHREDDED: 1}
    assert not opens(world, world.noor, world.a)
    assert opens(world, world.noor, world.b)
    assert replayed() == {}


def test_erased_letters_go_again(world: World) -> None:
    backup, [letter] = BackUp(), world.letters()
    with acting("test.erase", by="system") as act:
        act.erase([letter])
    backup.put_back()
    assert replayed() == {What.ERASED: 1}
    assert world.letters() == []


def test_what_only_moved_stays_until_the_place_it_moved_to_is_shredded(world: World) -> None:
    backup, [letter], place = BackUp(), world.letters(), Lock.objects.get(bundle=world.a)
    with acting("test.move", by="system") as act:
        act.erase([letter], into=place.id)
    shred(world, world.b, into=place.id)
    backup.put_back()
    assert replayed() == {}
    assert world.letters() == [letter]
    assert opens(world, world.noor, world.b)

    shred(world, world.a)
    backup.put_back()
    assert replayed() == {What.ERASED: 1, What.SHREDDED: 2}
    assert (world.letters(), opens(world, world.noor, world.b)) == ([], False)


def test_a_key_that_was_withdrawn_is_withdrawn_again_past_every_generation_there_was(world: World) -> None:
    backup = BackUp()
    with acting("test.withdraw", by=world.noor.person) as act:
        sharing.withdraw(act, bundle=world.a, parts=["notes"], holder=world.samir.person)
    generation = Lock.objects.get(bundle=world.a).generation
    backup.put_back()
    assert opens(world, world.samir, world.a)
    assert replayed()[What.WITHDRAWN] == 1
    assert Lock.objects.get(bundle=world.a).verified().generation > generation
    assert not opens(world, world.samir, world.a)
    assert opens(world, world.noor, world.a)
    assert replayed() == {}


def test_a_way_in_that_was_removed_and_a_person_who_was_disabled_stay_outside(world: World) -> None:
    backup = BackUp()
    with acting("test.slot", by="system") as act:
        slots.remove_slot(act, Slot.objects.get(person=world.noor.person))
    with acting("test.leaver", by="system") as act:
        act.change(Principal.objects.get(id=world.samir.person), state=Principal.State.DISABLED)
    backup.put_back()
    assert slots.open_password(world.noor.person, PASSWORD).person == world.noor.person
    assert replayed() == {What.SLOT_REMOVED: 1, What.STATE: 1}
    assert not Slot.objects.exists()
    assert Principal.objects.get(id=world.samir.person).verified().state == Principal.State.DISABLED


def test_somebody_who_was_disabled_and_came_back_is_not_disabled_again(world: World) -> None:
    for state in (Principal.State.DISABLED, Principal.State.ACTIVE):
        with acting("test.state", by="system") as act:
            act.change(Principal.objects.get(id=world.samir.person), state=state)
    assert replayed() == {}


def test_rotating_passes_over_who_was_disabled(world: World) -> None:
    with acting("test.leaver", by="system") as act:
        act.change(Principal.objects.get(id=world.samir.person), state=Principal.State.DISABLED)
    with acting("test.rotate", by="system") as act:
        sharing.rotate(act, Lock.objects.get(bundle=world.a))
    newest = Grant.objects.filter(lock__bundle=world.a, lock_version=2).values_list("envelope__holder", flat=True)
    assert list(newest) == [world.noor.person]


def test_a_replay_is_an_act_like_any_other(world: World) -> None:
    shred(world, world.a)
    replayed()
    assert sweep() == []
    assert checkpoints.verify() == []


def test_an_act_that_fails_leaves_no_line(world: World) -> None:
    with pytest.raises(AttributeError), acting("test.fails", by="system") as act:
        sharing.shred_locks(act, [Lock.objects.get(bundle=world.a), None])  # type: ignore[list-item]  # fails half way
    assert opens(world, world.noor, world.a)
    assert taken() == []


def test_a_line_that_was_lost_between_commit_and_file_is_caught_up_with(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "append", full)
        lock = shred(world, world.a)
    assert taken() == []
    while journal.seal_pending():
        pass
    ledger.catch_up()
    assert [(one.what, one.id) for one in taken()] == [(What.SHREDDED, lock.id)]
    size = ledger.read().size
    ledger.catch_up()
    assert ledger.read().size == size


def test_an_entry_that_somebody_edited_is_not_caught_up_with(world: World) -> None:
    """Else he who writes in the database would have us destroy what a back-up brings back."""
    while journal.seal_pending():
        pass
    entry = raw(JournalEntry).order_by("index").last()
    assert entry is not None
    said = json.loads(entry.text) | {"ledger": [[What.SHREDDED, Lock.objects.get(bundle=world.a).id, "", "", 2]]}
    raw(JournalEntry).filter(id=entry.id).update(text=json.dumps(said).encode())
    ledger.catch_up()
    assert taken() == []


def test_a_torn_line_is_cut_off_by_the_next(world: World) -> None:
    shred(world, world.a)
    with ledger.file().open("ab") as file:
        file.write(b"half a li")
    assert len(taken()) == 1
    shred(world, world.b)
    assert len(taken()) == 2


def lines() -> list[bytes]:
    return ledger.file().read_bytes().splitlines(keepends=True)


def edited(line: bytes) -> bytes:
    return line.replace(b"shredded", b"rotated_")


@pytest.mark.parametrize(
    ("doctored", "at"),
    [
        (lambda all_: [edited(all_[0]), *all_[1:]], 1),
        (lambda all_: all_[1:], 1),
        (lambda all_: [all_[0], *all_[2:]], 2),
        (lambda all_: [all_[1], all_[0], *all_[2:]], 1),
        (lambda all_: [all_[0], all_[0], *all_[1:]], 2),
        (lambda all_: [b"nothing of ours\n", *all_], 1),
    ],
    ids=["edited", "first gone", "one gone", "swapped", "doubled", "inserted"],
)
def test_a_doctored_ledger_is_noticed(world: World, doctored: Any, at: int) -> None:
    shred(world, world.a)
    for bundle in (world.b, world.circle):
        with acting("test.more", by="system") as act:
            sharing.shred_locks(act, Lock.objects.filter(bundle=bundle))
    ledger.file().write_bytes(b"".join(doctored(lines())))
    with pytest.raises(BrokenLedger, match=f"Line {at} "):
        ledger.read()
    assert any("ledger" in finding for finding in checkpoints.verify())


def test_an_end_that_was_cut_off_is_noticed_by_the_checkpoint(world: World) -> None:
    shred(world, world.a)
    checkpoints.make_checkpoint()
    assert checkpoints.verify() == []
    ledger.file().write_bytes(b"".join(lines()[:-1]))
    assert ["vouches for" in finding for finding in checkpoints.verify()] == [True]
    ledger.file().unlink()
    assert ["vouches for" in finding for finding in checkpoints.verify()] == [True]


def test_it_holds_ids_alone_and_is_for_nobody_else(world: World, tmp_path: Path) -> None:
    lock = shred(world, world.a)
    assert stat.S_IMODE(ledger.file().stat().st_mode) == 0o600
    [line] = lines()
    said = json.loads(line.split(b" ", 1)[1])
    assert said.keys() == {"entry", "taken"}
    assert said["taken"] == [["shredded", lock.id, "", "", lock.generation]]
    assert ledger.ship(tmp_path)
    assert not ledger.ship(tmp_path)
    assert (tmp_path / ledger.NAME).read_bytes() == ledger.file().read_bytes()


def test_the_server_ships_it_with_the_checkpoints_and_goes_on_when_the_place_is_away(
    world: World, tmp_path: Path, settings: Any
) -> None:
    shred(world, world.a)
    checkpoints.make_checkpoint()
    settings.KRING_AWAY = str(tmp_path / "away")
    assert sealer.ship(time.time()) <= time.time()
    assert not (tmp_path / "away").exists(), "not so soon again"
    for _ in range(2):
        sealer.ship(0.0)
        assert (tmp_path / "away" / ledger.NAME).read_bytes() == ledger.file().read_bytes()
        [note] = (tmp_path / "away").glob("*.note")
        assert checkpoints.take_in(note)
    (tmp_path / "file").touch()
    settings.KRING_AWAY = str(tmp_path / "file")
    assert sealer.ship(0.0) > 0


def test_only_what_hangs_from_nothing_is_erased(world: World) -> None:
    with pytest.raises(TypeError, match="hangs"), acting("test.erase", by="system") as act:
        act.erase(Lock.objects.filter(bundle=world.a))


def test_a_whole_is_erased_with_what_hangs_from_it_and_goes_as_a_whole_again(world: World) -> None:
    """One line for the letterbox; a back-up may hold other letters in it."""
    [letter] = world.letters()
    box = letter.letterbox
    with acting("test.whole", by="system") as act:
        assert act.erase_whole([box]) == 2
    assert taken()[-1] == Taken(What.ERASED, box.id, of="vault_letterbox")
    assert not Letterbox.objects.filter(id=box.id).exists()
    put_back([box])
    put_back([letter])
    assert replayed() == {What.ERASED: 2}
    assert world.letters() == []
    assert not any(replayed().values())
