"""What was answered to everybody is kept before anybody has it, sealed for the statistics office."""

import json

import pytest
from django.db import connection

from kring.figures.asked import Counting
from kring.figures.showing import Both, State
from kring.vault import release, sweeping
from kring.vault.models import FactPack, JournalEntry
from kring.vault.primitives import new_key
from kring.vault.refusals import Busy, Conflict, Refused
from kring.vault.rows import unguarded
from kring.vault.slots import Opened
from kring.vault.tests.conftest import Office
from kring.vault.tests.test_release import begun, question, write


def told() -> FactPack | None:
    return FactPack.objects.filter(name="told").first()


def asking(who: Opened, *, kept: bool = True) -> Both:
    [both] = release.answer(who.session(), act="test.ask", asked=[question()], kept=kept)
    return both


def sixty() -> None:
    write(*(begun(new_key(), "north", f"w{number % 3}") for number in range(60)))


def last_acts(number: int) -> list[str]:
    rows = JournalEntry.objects.order_by("-id")[:number]
    return [json.loads(bytes(row.text or b""))["act"] for row in reversed(rows)]


def test_a_public_answer_is_kept_and_in_the_journal(office: Office) -> None:
    sixty()
    assert asking(office.first).outside.whole == 60
    assert told() is not None
    assert last_acts(2) == ["facts.fold", "figures.told"]


def test_asked_again_nothing_is_written(office: Office) -> None:
    sixty()
    first, kept = asking(office.first), told()
    assert asking(office.second) == first
    again = told()
    assert kept is not None
    assert again is not None
    assert again.revision == kept.revision


def test_a_day_later_it_is_fitted_to_what_was_answered(office: Office) -> None:
    sixty()
    assert asking(office.first).outside.whole == 60
    write(begun(new_key(), "north", "w1"))
    shown = asking(office.second)
    assert (shown.inside.whole, shown.outside.whole) == (61, None)


def test_what_stays_in_the_house_is_not_kept_and_says_nothing_to_everybody(office: Office) -> None:
    sixty()
    both = asking(office.first, kept=False)
    assert (both.inside.whole, both.outside.whole, both.outside.state) == (60, None, State.UNSAFE)
    release.release(office.first.session(), act="test.ask", question=question())
    assert told() is None


def test_a_preview_shows_what_everybody_would_be_shown_and_is_forgotten(office: Office) -> None:
    sixty()
    [both] = release.answer(office.first.session(), act="test.ask", asked=[question()], preview=True)
    assert (both.inside.whole, both.outside.whole) == (60, 60)
    assert told() is None
    asking(office.first)
    write(begun(new_key(), "north", "w1"))
    [both] = release.answer(office.first.session(), act="test.ask", asked=[question()], preview=True)
    assert (both.inside.whole, both.outside.whole) == (61, None), "it is fitted to what was answered"
    row = told()
    assert row is not None
    assert row.revision == 1


def test_a_draft_is_fitted_to_what_was_answered_and_adds_nothing(office: Office) -> None:
    sixty()
    asking(office.first)
    kept = told()
    write(begun(new_key(), "north", "w1"))
    draft = release.release(office.first.session(), act="test.ask", question=question())
    assert (draft.inside.total, draft.outside.total) == (61, None)
    again = told()
    assert kept is not None
    assert again is not None
    assert again.revision == kept.revision


def test_it_lies_sealed_and_an_older_one_put_back_is_found(office: Office) -> None:
    sixty()
    asking(office.first)
    kept = told()
    assert kept is not None
    before = bytes(kept.blob), kept.revision
    write(*(begun(new_key(), "south", f"w{number % 3}") for number in range(60)))
    asking(office.first)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vault_factpack")
        found = repr([[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor])
    assert "north" not in found
    assert sweeping.sweep() == []
    unguarded(FactPack).filter(name="told").update(blob=before[0], revision=before[1])
    assert {finding.table for finding in sweeping.sweep()} == {"vault_factpack"}
    with pytest.raises(Refused):
        asking(office.first)


def test_without_the_memory_nothing_is_answered(office: Office) -> None:
    """Else one more case than yesterday would be the difference of two totals."""
    sixty()
    asking(office.first)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM vault_factpack WHERE name = 'told'")
    write(begun(new_key(), "north", "w1"))
    with pytest.raises(Refused):
        asking(office.first)
    with pytest.raises(Refused):
        release.answer(office.first.session(), act="test.ask", asked=[question()], preview=True)
    [both] = release.answer(office.first.session(), act="test.ask", asked=[question()], kept=False)
    assert both.inside.whole == 61, "inside the house nothing depends on it"


def test_a_memory_that_was_changed_answers_nothing(office: Office) -> None:
    sixty()
    asking(office.first)
    kept = told()
    assert kept is not None
    unguarded(FactPack).filter(name="told").update(blob=bytes(kept.blob)[:-1] + b"x")
    with pytest.raises(Refused):
        asking(office.first)


def test_who_is_not_in_the_office_adds_nothing(office: Office) -> None:
    sixty()
    with pytest.raises(Refused):
        asking(office.greet)
    assert told() is None


def test_nothing_is_handed_out_that_could_not_be_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    sixty()

    def taken(*_args: object) -> None:
        raise Conflict

    monkeypatch.setattr(release, "_store", taken)
    monkeypatch.setattr(release, "_fold_some", lambda *_args: False)
    with pytest.raises(Busy):
        asking(office.first)


def test_who_answers_in_the_same_moment_is_fitted_to(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looking and keeping a colleague answers another question of the same cases."""
    sixty()
    whole = Counting("begun", worker=question().worker)
    store, tries = release._store, [0]

    def late(act: object, keys: object, receiver: str, row: FactPack, raw: bytes) -> None:
        if row.name == "told":
            tries[0] += 1
            if tries[0] == 1:
                raise Conflict
        store(act, keys, receiver, row, raw)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(release, "_store", late)
    [both] = release.answer(office.first.session(), act="test.ask", asked=[whole])
    assert (both.outside.whole, tries[0]) == (60, 2)
