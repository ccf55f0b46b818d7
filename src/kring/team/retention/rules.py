"""What a selection rule says, the rules that Kring brings along as proposals, and when a term is over.

A rule that was brought along counts a term and destroys nothing: only the published rule of the town does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.team.clock import months_after

ADULT, FREE = 18 * 12, 20 * 12
"""Months of age. A minor's dossier is kept until a year after the nineteenth birthday."""
SIGNS = 8
"""So many signs of a hash decide whether a dossier is in a sample."""
VALID_YEARS = 5
"""A rule is looked at again after so many years at most (order of 10 May 2019)."""


class Series(models.TextChoices):
    """What a rule is about."""

    TALLY = "tally", _("Contact without a dossier, street tally")
    REFERRAL = "referral", _("Referral without a role")
    OWN_NOTES = "own_notes", _("Personal working notes")
    DOSSIER = "dossier", _("Dossier after closing")
    ACCESS_LOG = "access_log", _("Access log, without names after destruction")
    GRANT = "grant", _("Grant file of the project pot")


class Trigger(models.TextChoices):
    """From when a term runs."""

    NOTED = "noted", _("from the day it was noted")
    DECIDED = "decided", _("from the decision")
    CLOSED = "closed", _("from the closing")
    PAID = "paid", _("from the last payment")


class Destination(models.TextChoices):
    """What becomes of it when the term is over."""

    DESTROY = "destroy", _("destroy")
    KEEP = "keep", _("keep for good, in an archive")
    WHOLE = "whole", _("keep for good, in an archive, sensitive notes too")


class NoRule(Exception):
    """No selection rule holds on this day: without a rule nothing is destroyed (ARC-01)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of one rule. months: the term; most_months: at most, also for who was a minor (0: no such end).

    sample: it keeps one in so many, drawn with seed (0: it keeps all of them).

    number: 0 for a proposal that was brought along. row: its id, or "". until_on: None while nobody said an end.
    """

    series: Series
    code: str
    months: int
    trigger: Trigger
    destination: Destination
    reference: str
    most_months: int = 0
    number: int = 0
    from_on: date = date(2000, 1, 1)
    until_on: date | None = None
    row: str = ""
    sample: int = 0
    seed: str = ""

    @property
    def published(self) -> bool:
        """Whether the town wrote it, so that something may be destroyed by it."""
        return self.number > 0

    @property
    def destroys(self) -> bool:
        """Whether something may be destroyed by it."""
        return self.published and self.destination == Destination.DESTROY

    @property
    def keeps(self) -> bool:
        """Whether it says that an archive gets the file before anything is destroyed (ARC-03)."""
        return self.destination in (Destination.KEEP, Destination.WHOLE)

    @property
    def keeps_all(self) -> bool:
        """Whether the archive gets sensitive notes too."""
        return self.destination == Destination.WHOLE

    @property
    def drawn_below(self) -> str:
        """In the sample is what is drawn before this: eight signs of a hash. "" while it keeps all."""
        return f"{-(-(16**SIGNS) // self.sample):0{SIGNS}x}" if self.sample > 1 else ""

    @property
    def drawn_by(self) -> str:
        """What anybody types to draw again, for one number."""
        return f"printf '{self.seed} K-7Q4M' | sha256sum"

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day, both ends included."""
        return self.from_on <= day <= (self.until_on or day)


PROPOSAL = "proposal, to be replaced by the published rule of the town"
_DESTROY, _NOTED = Destination.DESTROY, Trigger.NOTED
DEFAULTS: dict[str, Rule] = {
    one.series: one
    for one in (
        Rule(Series.TALLY, "SP-01", 24, _NOTED, _DESTROY, PROPOSAL),
        Rule(Series.REFERRAL, "SP-02", 6, Trigger.DECIDED, _DESTROY, PROPOSAL),
        Rule(Series.OWN_NOTES, "SP-03", 6, _NOTED, _DESTROY, PROPOSAL),
        Rule(Series.DOSSIER, "SP-04", 36, Trigger.CLOSED, _DESTROY, PROPOSAL, most_months=120),
        Rule(Series.ACCESS_LOG, "SP-05", 120, _NOTED, _DESTROY, PROPOSAL),
        Rule(Series.GRANT, "SP-06", 120, Trigger.PAID, _DESTROY, PROPOSAL),
    )
}
"""By series. Source: ARC-02; the tally goes by the maximum for messages without effect, the grant by the accounts."""


def valid(rules: Iterable[Rule], day: date) -> Rule:
    """The newest version that holds on a day. Raises `NoRule`."""
    found = [rule for rule in rules if rule.holds(day)]
    if not found:
        raise NoRule
    return max(found, key=lambda rule: rule.number)


def over_on(rule: Rule, began_on: date) -> date:
    """The day from which it may be destroyed."""
    return months_after(began_on, rule.months)


def over_in(rule: Rule, closed_on: date, born_on: date | None = None) -> int:
    """The year from whose first of January a dossier may be destroyed: the end of its term, rounded up.

    Only the year is ever kept in the clear: an exact day would tell the birthday of a minor.
    """
    end = over_on(rule, closed_on)
    if born_on is not None and months_after(born_on, ADULT) > closed_on:
        end = max(end, months_after(born_on, FREE))
        if rule.most_months:
            end = min(end, months_after(closed_on, rule.most_months))
    return end.year + 1
