"""The whole table of steps and lanes, written out by hand: what may be done where, and what a proposal must name."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kring.support.clarification import rules
from kring.support.clarification.rules import NotNow
from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome
NOW = datetime(2021, 3, 1, 12, tzinfo=UTC)
TODAY = date(2021, 3, 1)

TABLE = """
step           new  talk_planned  deciding  waiting_referrer  decided
ask            yes  yes           yes       yes               no
accept         yes  yes           yes       yes               no
plan           yes  yes           no        no                no
come           no   yes           no        no                no
note           yes  yes           yes       yes               no
propose        yes  yes           yes       yes               no
confirm        no   no            no        yes               no
take_role      no   no            no        no                no
acute          yes  yes           yes       yes               no
take_up_again  no   no            no        no                no
move           yes  yes           no        no                no
withdraw       yes  yes           no        no                no
settle         no   no            no        no                no
wait           yes  yes           yes       yes               no
wait_for_referrer yes no          yes       no                no
remind         no   yes           no        yes               no
back_to_new    no   yes           yes       yes               no
merge          yes  yes           yes       yes               no
end_acute      yes  yes           yes       yes               no
"""
"""Of an urgent referral that somebody was asked to receive; a talk has its hour, and a proposal waits."""
_LINES = [line.split() for line in TABLE.strip().splitlines()]
CELLS = [
    (line[0], lane, said == "yes") for line in _LINES[1:] for lane, said in zip(_LINES[0][1:], line[1:], strict=True)
]


def referral(lane: str = Lane.NEW, **about: object) -> Referral:
    proposed = Outcome.NO_ROLE if lane == Lane.WAITING else Outcome.NONE
    given = {"asked": "somebody", "urgency": "today", "talk_at": NOW, "proposed": proposed}
    return Referral(lane=lane, **{**given, **about})


def test_the_table_is_whole() -> None:
    assert {step for step, _, _ in CELLS} == set(rules.STEPS)
    assert {lane for _, lane, _ in CELLS} == set(Lane.values)


@pytest.mark.parametrize(("step", "lane", "may"), CELLS)
def test_what_may_be_done_where(step: str, lane: str, *, may: bool) -> None:
    assert rules.can(step, referral(lane)) is may
    if may:
        rules.check(step, referral(lane))
    else:
        with pytest.raises(NotNow):
            rules.check(step, referral(lane))


@pytest.mark.parametrize(
    ("about", "step", "may"),
    [
        ({"accepted_at": NOW}, "accept", False),
        ({"mail_at": NOW}, "settle", True),
        ({"mail_at": NOW, "lane": Lane.DECIDED}, "settle", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE}, "take_role", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "take_role", True),
        ({"lane": Lane.WAITING, "proposed": Outcome.NO_ROLE, "confirmed_at": NOW}, "take_role", False),
        ({"lane": Lane.DECIDED, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "take_role", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "propose", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "confirm", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "ask", True),
        ({"lane": Lane.DECIDED, "outcome": Outcome.LATER}, "take_up_again", True),
        ({"lane": Lane.WAITING, "proposed": Outcome.NONE}, "confirm", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.NONE}, "plan", True),
        ({"lane": Lane.WAITING, "proposed": Outcome.NONE}, "remind", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "wait", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "back_to_new", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "merge", False),
        ({"lane": Lane.WAITING, "proposed": Outcome.ROLE, "confirmed_at": NOW}, "remind", False),
        ({"lane": Lane.TALK_PLANNED, "talk_at": None}, "remind", False),
        ({"lane": Lane.NEW, "urgency": "normal"}, "end_acute", False),
        ({"lane": Lane.DECIDED, "outcome": Outcome.TALK_ENOUGH}, "take_up_again", False),
    ],
)
def test_what_was_agreed_changes_the_table(about: dict[str, Any], step: str, *, may: bool) -> None:
    assert rules.can(step, referral(**about)) is may


def test_nobody_asked_means_nobody_accepts() -> None:
    assert not rules.can("accept", Referral(lane=Lane.NEW))


@pytest.mark.parametrize(
    ("outcome", "lacking", "field"),
    [
        ("", {}, "outcome"),
        (Outcome.ACUTE, {}, "outcome"),
        ("nonsense", {}, "outcome"),
        (Outcome.ROLE, {"asked": ""}, "asked"),
        (Outcome.ROLE, {"mode": ""}, "mode"),
        (Outcome.NO_ROLE, {"why": ""}, "why"),
        (Outcome.LATER, {"again_on": None}, "again_on"),
        (Outcome.LATER, {"again_on": TODAY}, "again_on"),
    ],
)
def test_a_proposal_says_what_lacks(outcome: str, lacking: dict[str, object], field: str) -> None:
    whole = {"asked": "x", "mode": "hybrid", "why": "because", "again_on": TODAY + timedelta(days=1), "today": TODAY}
    with pytest.raises(NotNow) as refused:
        rules.check_proposal(outcome, **{**whole, **lacking})  # type: ignore[arg-type]  # a table of anything
    assert refused.value.field == field
    if outcome in rules.OUTCOMES:
        rules.check_proposal(outcome, **whole)  # type: ignore[arg-type]


def test_only_who_was_asked_says_yes() -> None:
    rules.check_asked("noor", "noor")
    for asked in ("", "samir"):
        with pytest.raises(NotNow):
            rules.check_asked(asked, "noor")
    with pytest.raises(NotNow):
        rules.check_asked("", "")


def test_only_a_talk_that_was_enough_keeps_nothing() -> None:
    assert [one for one in Outcome.values if not rules.keeps_content(one)] == [Outcome.TALK_ENOUGH]
