"""Whether a client agrees that somebody hears something, on a day: pure checks that raise a sentence (GBO-02)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.agreements.content import AgreedToShare, Sort, Way
from kring.support.dossier.disclosing.rules import NO_AGREEMENT, MayNotShare

LONGEST_DAYS = 366
"""No agreement runs longer: then one asks again."""
WAYS: dict[str, Promise] = {Way.SPOKEN: _("said it"), Way.WRITTEN: _("signed it")}
SORTS: dict[str, Promise] = {
    Sort.REACH: _("How to reach the client"),
    Sort.PLAN: _("Goals, actions and agreements"),
    Sort.SCHOOL: _("School, training and work"),
    Sort.HOME: _("Home and money"),
    Sort.FAMILY: _("Family and friends"),
    Sort.HEALTH: _("Health"),
    Sort.JUSTICE: _("Police and justice"),
    Sort.LINES: _("Only what was told then"),
}
WITHDRAWN = _(
    "The client does not want this person to be told any more. Ask again, and write a new agreement down first."
)
SHUT = _("You cannot open the plan, so you cannot see whether the client still agrees.")


class Standing(StrEnum):
    """Where it stands with one person on a day."""

    NONE = "none"
    HOLDS = "holds"
    OVER = "over"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is asked of an agreement that is given for one telling: what for, how it was said, until when it is read."""

    purpose: str = ""
    way: str = Way.SPOKEN
    until: date | None = None


class DoesNotFit(Exception):
    """A day that cannot be; the sentence stands beside its field."""

    def __init__(self, field: str, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.field, self.sentence = field, sentence


def same(one: str, other: str) -> bool:
    """Whether two names are the same person's, however they were typed."""
    return _plain(one) == _plain(other)


def standing(agreed: Iterable[AgreedToShare], partner: str, day: date) -> Standing:
    """One that holds says yes; else one that was withdrawn says no, and one that ran out says: ask again."""
    found = [one for one in agreed if same(one.partner, partner)]
    if running(found, partner, day):
        return Standing.HOLDS
    if any(one.withdrawn_on is not None and one.withdrawn_on <= day for one in found):
        return Standing.WITHDRAWN
    return Standing.OVER if any(not one.once for one in found) else Standing.NONE


def running(agreed: Iterable[AgreedToShare], partner: str, day: date) -> list[AgreedToShare]:
    """Those with somebody that something may be told by on a day: not what was given for one telling."""
    return [one for one in agreed if same(one.partner, partner) and one.holds(day) and not one.once]


def check(stands: Standing, fresh: Fresh | None) -> None:
    """Raise `MayNotShare` unless it holds, or is given for this one telling. Nothing is given anew by the way once it
    was withdrawn.
    """
    if stands == Standing.WITHDRAWN:
        raise MayNotShare(WITHDRAWN, "ground")
    if stands != Standing.HOLDS and (fresh is None or not fresh.purpose.strip()):
        raise MayNotShare(NO_AGREEMENT, "agreed_for")


def check_given(one: AgreedToShare, today: date) -> None:
    """Raise `DoesNotFit` for a name of which nothing is seen, a day to come, or a term that does not fit."""
    if not _plain(one.partner):
        raise DoesNotFit("partner", _("Say with whom."))
    if one.on > today:
        raise DoesNotFit("on", _("This day is still to come."))
    if not one.on <= one.until or (one.until - one.on).days > LONGEST_DAYS:
        raise DoesNotFit("until", _("Choose a day within a year after it was given: every agreement ends."))


def check_withdrawn(one: AgreedToShare, on: date, today: date) -> None:
    """Raise `DoesNotFit` for a day to come, or before it was given."""
    if on > today:
        raise DoesNotFit("on", _("This day is still to come."))
    if on < one.on:
        raise DoesNotFit("on", _("It was given later than this day."))


def _plain(name: str) -> str:
    """One spelling of what looks the same: one sign or two for an é, and without signs that nobody sees."""
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", name) if unicodedata.category(sign) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen.casefold()).split())
