"""Forgers of the journal who compute everything a key is not needed for: tree, digests, counters, the head."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.vault import checkpoints, gate, journal
from kring.vault.journal import Verb
from kring.vault.merkle import Frontier, leaf_hash, root_of
from kring.vault.models import JournalEntry, JournalHead
from kring.vault.notes import Checkpoint, sign_checkpoint
from kring.vault.primitives import digest, new_id, sign
from kring.vault.sweeping import sweep
from kring.vault.tests.attacker import opens, raw
from kring.vault.tests.conftest import World


def sealed() -> list[JournalEntry]:
    while journal.seal_pending():
        pass
    return list(JournalEntry.objects.order_by("index"))


def tree_of(entries: list[JournalEntry]) -> Frontier:
    return grown([bytes(entry.commitment) for entry in entries])


def grown(commitments: list[bytes]) -> Frontier:
    frontier = Frontier()
    frontier.append_all(map(leaf_hash, commitments))
    return frontier


def write_some(number: int) -> None:
    for count in range(number):
        journal.record(verb=Verb.OPENED, act="test.some", actor="noor", on=[str(count)])


def test_the_last_entry_cut_off_with_a_head_computed_to_fit_is_found(world: World) -> None:
    entries = sealed()
    raw(JournalEntry).filter(id=entries[-1].id).delete()
    fitting = tree_of(entries[:-1]).to_bytes()
    stored = bytes(JournalHead.objects.get().frontier)
    raw(JournalHead).update(frontier=stored[:32] + fitting)
    assert checkpoints.verify() == ["the head of the tree is not ours"]
    raw(JournalHead).update(frontier=stored)
    assert checkpoints.verify() == ["the entries do not give the root of the tree"]


def test_a_text_with_its_digest_written_anew_is_found(world: World) -> None:
    """The salted digest alone needs no key; the MAC over it does."""
    entry = sealed()[-1]
    text = bytes(entry.text or b"").replace(b"test.", b"best.")
    raw(JournalEntry).filter(id=entry.id).update(text=text)
    assert any("edited" in finding for finding in checkpoints.verify())
    raw(JournalEntry).filter(id=entry.id).update(commitment=digest(bytes(entry.salt or b"") + text))
    assert any("edited" in finding for finding in checkpoints.verify())


def test_an_entry_taken_away_before_it_came_into_the_tree_leaves_a_gap(world: World) -> None:
    """Between two rounds of the sealer the tree does not know of it yet: the counter does."""
    write_some(1)
    journal._boot.take()
    write_some(checkpoints.UNDER_WAY + 3)
    assert [finding for finding in checkpoints.verify() if "missing" in finding]


def test_an_entry_renumbered_to_hide_a_gap_is_found(world: World) -> None:
    entry = sealed()[-1]
    raw(JournalEntry).filter(id=entry.id).update(counter=entry.counter + 1)
    assert checkpoints.verify() == [f"entry {entry.index} was edited or is not ours"]
    raw(JournalEntry).filter(id=entry.id).update(counter=entry.counter, boot="another")
    assert checkpoints.verify() == [f"entry {entry.index} was edited or is not ours"]


def test_numbers_of_a_rollback_are_no_gap(world: World) -> None:
    _, number, _ = journal._boot.take()
    journal.give_back([number])
    write_some(checkpoints.UNDER_WAY + 3)
    assert checkpoints.verify() == []


def test_an_entry_written_twice_is_found(world: World) -> None:
    entry = sealed()[-1]
    again = JournalEntry(boot="another", counter=1, text=entry.text, salt=entry.salt, mac=bytes(entry.mac))
    again.commitment, again.index = bytes(entry.commitment), (entry.index or 0) + 1
    raw(JournalEntry).bulk_create([again])
    assert any("edited" in finding for finding in checkpoints.verify())


def test_an_entry_without_a_mac_is_not_ours(world: World) -> None:
    entry = sealed()[-1]
    for mac in (b"", b"\xff" + bytes(32), bytes(entry.mac)[:32]):
        raw(JournalEntry).filter(id=entry.id).update(mac=mac)
        assert any("not ours" in finding for finding in checkpoints.verify())


def test_a_text_taken_away_is_told_and_breaks_nothing_else(world: World) -> None:
    raw(JournalEntry).filter(id=sealed()[0].id).update(text=None, salt=None)
    assert checkpoints.verify() == ["the text of entry 0 was taken away"]


@pytest.mark.parametrize("text", [b'["touched"]', b'{"touched":3}', b'{"touched":[[1,2]]}', b'"touched" \xff'])
def test_words_in_the_place_of_an_entry_stop_no_check(world: World, text: bytes) -> None:
    raw(JournalEntry).filter(id=sealed()[0].id).update(text=text)
    assert "edited" in checkpoints.verify()[0]
    assert [finding.what for finding in sweep()].count("missing") == 0


def test_a_checkpoint_signed_by_somebody_else_is_found(world: World) -> None:
    path = checkpoints.make_checkpoint()
    key, head = checkpoints.note_key(), journal.head()
    forged = Checkpoint(key.name, head.size, head.root())
    path.write_text(sign_checkpoint(forged, key=key, sign=lambda message: sign(bytes(32), message)))
    assert any("not signed" in finding for finding in checkpoints.verify())
    path.unlink()


def test_a_history_written_anew_does_not_fit_an_older_checkpoint(world: World) -> None:
    """Who has the server file can forge every row; not the checkpoint the officer kept at home."""
    path = checkpoints.make_checkpoint()
    entry = sealed()[0]
    commitment = digest(b"another past")
    stamp = journal._entry_mac(entry.boot, entry.counter, commitment, 0)
    raw(JournalEntry).filter(id=entry.id).update(text=None, salt=None, commitment=commitment, mac=stamp)
    frontier = tree_of(list(JournalEntry.objects.order_by("index"))).to_bytes()
    raw(JournalHead).update(frontier=journal._head_mac(frontier) + frontier)
    assert [finding.split()[0] for finding in checkpoints.verify()] == ["the", "checkpoint"]
    path.unlink()


def test_the_tree_has_the_recomputed_root_after_every_act(world: World) -> None:
    for bundle in (world.a, world.b, world.a):
        assert opens(world, world.noor, bundle)
        entries = sealed()
        assert journal.head().root() == root_of([leaf_hash(bytes(entry.commitment)) for entry in entries])
        assert journal.head().size == len(entries)


def test_a_busy_house_that_writes_on_while_it_is_checked_is_no_finding(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_some(3)
    real, more = journal.genuine, iter([2, 1])

    def busy(entry: JournalEntry) -> bool:
        write_some(next(more, 0))
        sealed()
        return real(entry)

    monkeypatch.setattr(journal, "genuine", busy)
    assert checkpoints.verify() == []


ids = st.lists(st.text(min_size=1, max_size=22), max_size=4)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verb=st.sampled_from(Verb), act=st.text(max_size=20), on=ids)
def test_any_words_come_out_as_they_went_in(db: None, verb: Verb, act: str, on: list[str]) -> None:
    journal.record(verb=verb, act=act, actor="noor", on=on)
    entry = JournalEntry.objects.order_by("-id")[0]
    body: dict[str, Any] = json.loads(bytes(entry.text or b""))
    assert (body["verb"], body["act"], body["on"]) == (verb.value, act, on)
    assert journal.genuine(entry)


def test_a_released_key_stands_in_the_journal_with_every_id_asked_for(world: World) -> None:
    card, words = new_id(), "Robin Vervloet"
    about = [card, words]
    gate.entering(world.noor.session(), act="test.two", of=[world.a, world.b], parts=["notes"], about=about)
    body = json.loads(bytes(JournalEntry.objects.order_by("-id")[0].text or b""))
    assert body["on"] == [world.a, world.b, card], "what is no id is not written down"
