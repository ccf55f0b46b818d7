"""What a network is on a day: pure functions over its content, and the refusals of a change."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.network.content import Factor, Still, Tie, TieState

SECTORS: dict[str, tuple[str, ...]] = {
    "family": ("family",),
    "leisure": ("leisure", "meaning"),
    "school": ("school", "work"),
    "health": ("mental_health", "physical_health", "substances"),
    "services": ("housing", "money", "rights", "justice"),
    "friends": ("network",),
}
"""The sectors of the map, clockwise from the top, with the life domains in each: thirteen would leave no room."""
SECTOR_OF = {domain: sector for sector, domains in SECTORS.items() for domain in domains}


class NotDrawn(Exception):
    """A change that does not fit; `field` is where it was typed."""

    def __init__(self, field: str, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.field = field
        self.sentence = sentence


def state_on(tie: Tie, day: date) -> TieState | None:
    """How a tie was on the evening of a day; None when it was not on the map."""
    if tie.until_on is not None and day >= tie.until_on:
        return None
    return next((state for state in reversed(tie.states) if state.from_on <= day), None)


def moved(tie: Tie, state: TieState) -> Tie:
    """The tie with one more state in its history; one of the same day takes the place of the other."""
    others = [one for one in tie.states if one.from_on != state.from_on]
    states = tuple(sorted([*others, state], key=lambda one: one.from_on))
    return replace(tie, states=states, until_on=_still_ended(tie, state))


def ended(tie: Tie, on: date) -> Tie:
    """The tie as one that is off the map from a day. Raises `NotDrawn`."""
    if on <= tie.states[0].from_on:
        raise NotDrawn("until_on", _("This is before it began. Choose a later day."))
    return replace(tie, until_on=on)


def check_not_ahead(field: str, on: date, today: date) -> None:
    """History is what was. Raises `NotDrawn`."""
    if on > today:
        raise NotDrawn(field, _("This day is still to come."))


def is_over(factor: Factor) -> bool:
    """Whether a review said that it is over."""
    return bool(factor.reviews) and factor.reviews[-1].still == Still.OVER


def days_of(ties: Iterable[Tie]) -> list[date]:
    """Every day on which something on the map changed, the newest first."""
    days = {state.from_on for tie in ties for state in tie.states} | {tie.until_on for tie in ties if tie.until_on}
    return sorted(days, reverse=True)


def _still_ended(tie: Tie, state: TieState) -> date | None:
    """Whoever moves after he was off the map is on it again."""
    return None if tie.until_on and state.from_on >= tie.until_on else tie.until_on
