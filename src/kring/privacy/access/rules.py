"""What of a file goes to who asks for it: pure functions of marks, role and day.

Source: domain.md 3.4 (MIN-01 to MIN-04, decree of 7 May 2004), GDPR art. 15, act of 30 July 2018 art. 14 (GDP-14).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.ages.rules import OF_AGE
from kring.support.dossier.marks.content import About, Marks

PRESUMED_FROM = 12
"""From this age a minor is taken to decide about the own file, unless it was judged otherwise (MIN-03)."""


class Role(StrEnum):
    """Who asks."""

    CLIENT = "client"
    MINOR = "minor"
    REPRESENTATIVE = "representative"
    TRUSTED = "trusted"


class Ground(StrEnum):
    """Why a piece stays out."""

    OTHERS = "others"
    AROUND = "around"
    CONFIDENCE = "confidence"
    COURT = "court"
    AGOGIC = "agogic"


class Outcome(StrEnum):
    """GOES: onto the worksheet. KEPT: out of the copy, counted there by its ground. ABSENT: not even counted."""

    GOES = "goes"
    KEPT = "kept"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of one item; ground: of what is kept."""

    outcome: Outcome
    ground: Ground | None = None


GOES, ABSENT = Verdict(Outcome.GOES), Verdict(Outcome.ABSENT)
SEES_AROUND = frozenset({Role.CLIENT, Role.MINOR, Role.TRUSTED})
"""Who reads what is about the people around the client too."""
SEES_AGOGIC = frozenset({Role.REPRESENTATIVE, Role.TRUSTED})
"""Who reads what the client had better not read for now."""


def decide(marks: Marks, role: Role, on: date) -> Verdict:
    """What becomes of an item with these marks when somebody in this role asks on a day (MIN-02)."""
    if marks.from_police:
        return ABSENT
    closed = marks.agogic is not None and marks.agogic.review_on > on
    against = (
        (marks.about is About.THIRD_PARTY_ONLY, Ground.OTHERS),
        (marks.about is About.CONTEXT and role not in SEES_AROUND, Ground.AROUND),
        (marks.in_confidence, Ground.CONFIDENCE),
        (marks.for_court, Ground.COURT),
        (closed and role not in SEES_AGOGIC, Ground.AGOGIC),
    )
    return next((Verdict(Outcome.KEPT, ground) for holds, ground in against if holds), GOES)


def decides(age: int | None, judged: str) -> bool | None:
    """Whether somebody decides about the own file; None when neither age nor judgement is known.

    judged: the last judgement of a colleague ("yes", "partly", "no"), or "".
    """
    if age is not None and age >= OF_AGE:
        return True
    if judged:
        return judged != "no"
    return None if age is None else age >= PRESUMED_FROM


AGAINST: dict[str, Promise] = {
    "grown": _("The client is of age: choose that the client asks."),
    "minor": _("The client is a minor: choose that a young person asks, or who stands in."),
    "not_able": _("It was judged that this young person does not decide yet. Judge anew, or choose who stands in."),
    "able": _("This young person decides about the own file. A parent gets nothing without that yes."),
    "unknown": _("Write down the age or a judgement first: without it nobody stands in for the client."),
}


def against(role: Role, age: int | None, judged: str) -> Promise | None:
    """Why somebody in this role may not ask, as a sentence; None when he may (MIN-03, MIN-04)."""
    grown, able = age is not None and age >= OF_AGE, decides(age, judged)
    if role is Role.CLIENT:
        return AGAINST["minor"] if age is not None and not grown else None
    if grown:
        return AGAINST["grown"]
    if role is Role.MINOR:
        return AGAINST["not_able"] if able is False else None
    if role is Role.REPRESENTATIVE:
        return None if able is False else AGAINST["unknown" if able is None else "able"]
    return None
