"""From rows to the board: five lanes of cards that carry a code and no name, what a machine sent set aside.

Pure: rows in, words out. Decided referrals are no cards any more but sums of this month by outcome.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from kring.support.clarification import feedback, rules, words
from kring.support.clarification.card import SHORT, Card, Tag, card_of
from kring.support.clarification.queries import OnBoard
from kring.support.intake.codelists import Urgency
from kring.support.intake.models import Referral

Lane, Outcome = Referral.Lane, Referral.Outcome

EMPTY: dict[str, Promise] = {
    Lane.NEW: gettext_lazy("Nothing new. That is fine."),
    Lane.TALK_PLANNED: gettext_lazy("No talk is planned."),
    Lane.DECIDING: gettext_lazy("Nothing to decide now."),
    Lane.WAITING: gettext_lazy("Nobody is waiting."),
    Lane.DECIDED: gettext_lazy("Nothing decided yet this month."),
}


@dataclass(frozen=True, slots=True)
class Sum:
    """What was decided this month, by outcome."""

    title: str
    text: str
    days: str
    tags: list[Tag]


@dataclass(frozen=True, slots=True)
class Shown:
    """A lane with its heading."""

    title: str
    empty: Promise
    count: int
    cards: list[Card]
    sums: list[Sum]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board. `aside`: mail of machines, never answered. `listed`: the waiting list, by its dates.

    answers: how soon referrers heard from a person this month, in a sentence.
    """

    lanes: list[Shown]
    aside: list[Card]
    under_way: int
    listed: list[Card]
    answers: str


def board(found: OnBoard, me: str, today: date) -> Board:
    """The board as this colleague sees it today."""
    aside = [row for row in found.referrals if row.machine and row.lane == Lane.NEW]
    listed = sorted(
        (row for row in found.referrals if row not in aside and on_list(row, today)),
        key=lambda row: (row.again_on or today, row.arrived_at),
    )
    rows = [row for row in found.referrals if row not in aside and row not in listed]
    lanes = [
        _lane(lane, [row for row in rows if _lane_of(row) == lane], found, me, today)
        for lane in (Lane.NEW, Lane.TALK_PLANNED, Lane.DECIDING, Lane.WAITING)
    ]
    return Board(
        [*lanes, _decided(found, today)],
        [card_of(row, found, me, today) for row in aside],
        len(rows),
        [card_of(row, found, me, today) for row in listed],
        feedback.sentence([*found.referrals, *found.decided], today),
    )


def on_list(row: Referral, today: date) -> bool:
    """Whether it waits for a day to come, and nobody decided yet."""
    return row.lane != Lane.DECIDED and row.again_on is not None and row.again_on > today and not row.proposed


def _lane_of(row: Referral) -> str:
    """What was put off and comes back today stands with the new ones."""
    return Lane.NEW if row.lane == Lane.DECIDED else row.lane


def _lane(lane: str, rows: list[Referral], found: OnBoard, me: str, today: date) -> Shown:
    ordered = sorted(rows, key=lambda row: (row.urgency != Urgency.TODAY, _waits_since(row)))
    return Shown(str(Lane(lane).label), EMPTY[lane], len(rows), [card_of(row, found, me, today) for row in ordered], [])


def _waits_since(row: Referral) -> datetime:
    match row.lane:
        case Lane.TALK_PLANNED:
            return row.talk_at or row.arrived_at
        case Lane.WAITING:
            return row.proposed_at or row.arrived_at
    return row.arrived_at


def _decided(found: OnBoard, today: date) -> Shown:
    month = date_format(today, "F")
    sums = [
        _sum(outcome, rows, found)
        for outcome in (*rules.OUTCOMES, Outcome.ACUTE, Outcome.WITHDRAWN)
        if (rows := [row for row in found.decided if row.outcome == outcome])
    ]
    title = gettext("Decided in %(month)s") % {"month": month}
    return Shown(title, EMPTY[Lane.DECIDED], sum(row.outcome != Outcome.MERGED for row in found.decided), [], sums)


def _sum(outcome: str, rows: list[Referral], found: OnBoard) -> Sum:
    title = gettext("%(count)s × %(outcome)s") % {"count": len(rows), "outcome": SHORT[outcome]}
    days = words.days_of_month(row.decided_on for row in rows if row.decided_on)
    match outcome:
        case Outcome.ROLE:
            names = sorted({words.first_name(found.people, row.role_asked) for row in rows})
            tags = [Tag("check", gettext("%(who)s said yes") % {"who": name}, "brand") for name in names]
            return Sum(title, gettext("A dossier began."), days, tags)
        case Outcome.TALK_ENOUGH:
            return Sum(title, gettext("Without a dossier. Names erased."), days, [])
        case Outcome.BETTER_PLACED:
            return Sum(title, gettext("Referred on, together with the referrer."), days, [])
        case Outcome.WITHDRAWN:
            return Sum(title, gettext("By the referrer. Everything is erased."), days, [])
        case Outcome.ACUTE:
            return Sum(title, gettext("Others took over."), days, [])
        case Outcome.LATER:
            again = sorted(row.again_on for row in rows if row.again_on)
            tags = [Tag("cal", gettext("again from %(day)s") % {"day": words.day(on)}) for on in again[:3]]
            return Sum(title, gettext("We take it up again."), days, tags)
    return Sum(title, gettext("The referrer knows why."), days, [])
