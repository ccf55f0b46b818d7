"""When a case is quiet, in which group it stands, and what a search finds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.support.desk.rules import Case, Group, as_number, group_of, grouped, is_quiet, looking_for, looks_like_number
from kring.support.dossier.content import Mode, SummaryContent

MONDAY = date(2021, 3, 1)
ROBIN = SummaryContent("Robin V.", "street_work", Mode.HANDS_ON, nickname="Bobby")


def case(
    rhythm: int | None = None, contact: int | None = None, step: int | None = None, label: str = "Robin V."
) -> Case:
    """A case with contact so many days ago and a step in so many days."""
    summary = replace(
        ROBIN,
        label=label,
        rhythm_days=rhythm,
        last_contact_on=None if contact is None else MONDAY - timedelta(days=contact),
        next_step_on=None if step is None else MONDAY + timedelta(days=step),
    )
    return Case("id", "K-7Q4M", mine=True, opened_on=MONDAY - timedelta(days=30), summary=summary)


@pytest.mark.parametrize(
    ("rhythm", "contact", "quiet"),
    [
        (7, 7, False),
        (7, 8, True),
        (14, 31, True),
        (None, 365, False),
        (None, None, False),
        (21, None, True),  # opened 30 days ago, no contact yet
        (60, None, False),
    ],
)
def test_quiet_is_longer_than_the_agreed_rhythm_and_nothing_else(
    rhythm: int | None, contact: int | None, quiet: bool
) -> None:
    assert is_quiet(case(rhythm, contact), MONDAY) is quiet


def test_what_was_taken_over_is_not_quiet_on_the_first_day() -> None:
    """Its rhythm counts from the day it was agreed: years without a note are no silence."""
    taken = case(rhythm=14)
    agreed = replace(taken, summary=replace(taken.summary, rhythm_from=MONDAY))
    assert is_quiet(taken, MONDAY)
    assert not is_quiet(agreed, MONDAY + timedelta(days=14))
    assert is_quiet(agreed, MONDAY + timedelta(days=15))


@pytest.mark.parametrize(
    ("rhythm", "contact", "step", "group"),
    [
        (7, 8, 0, Group.QUIET),
        (7, 3, 6, Group.THIS_WEEK),
        (7, 3, 7, Group.OTHERS),
        (7, 3, -2, Group.THIS_WEEK),
        (None, 90, None, Group.OTHERS),
    ],
)
def test_the_groups(rhythm: int, contact: int, step: int | None, group: Group) -> None:
    assert group_of(case(rhythm, contact, step), MONDAY) is group


def test_the_order_follows_rhythm_and_date_only() -> None:
    listed = grouped([case(7, 9, label="A"), case(7, 30, label="B"), case(7, 1, 3, "C"), case(7, 1, 1, "D")], MONDAY)
    assert [one.summary.label for one in listed[Group.QUIET]] == ["B", "A"]
    assert [one.summary.label for one in listed[Group.THIS_WEEK]] == ["D", "C"]
    assert Group.OTHERS not in listed


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("robin", True),
        ("ROB", True),
        ("robin v", True),
        ("bobby", True),
        ("röbin", True),
        ("obin", False),
        ("jade", False),
    ],
)
def test_find_by_the_beginning_of_a_name(words: str, found: bool) -> None:
    assert looking_for(words)(case()) is found


@pytest.mark.parametrize(
    ("words", "number"),
    [("K-7Q4M", "K-7Q4M"), ("k7q4m", "K-7Q4M"), ("7q4m", "K-7Q4M"), (" k - 7q4m ", "K-7Q4M"), ("7Q4M2", "K-7Q4M2")],
)
def test_find_by_number(words: str, number: str) -> None:
    assert looks_like_number(words)
    assert as_number(words) == number


def test_a_number_without_a_figure_is_found_too() -> None:
    without = replace(case(), number="K-ZWAN")
    assert looking_for("zwan")(without)
    assert not looking_for("zwam")(without)


def test_a_name_is_no_number() -> None:
    assert not looks_like_number("Kaat Z.")
