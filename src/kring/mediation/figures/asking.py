"""The yearly questions of a mediation service, as data: each is one way to split the applications of a year.

Source: the dimensions of Ghent's yearly report (domain.md 2.5). Nobody carries a mediation file, since the circle holds
it: a group is held to the smallest number, not to the fewest workers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Among, By, Condition, Counting, Dated, Field, From, Piece, Plain, UpTo, Words
from kring.figures.showing import Shown
from kring.mediation.figures.telling import KIND, NOT_STARTED, OPEN, STARTED
from kring.mediation.files import words
from kring.vault import release
from kring.vault.gate import Session


@dataclass(frozen=True, slots=True)
class Question:
    """One table: its title, its column, and the words of its groups. among: the outcome it is about, "" for all."""

    title: Any
    column: str
    groups: Mapping[Any, Any]
    among: str = ""
    several: bool = False


OUTCOMES = {STARTED: _("started"), NOT_STARTED: _("did not start"), OPEN: _("not known yet")}
QUESTIONS = (
    Question(_("What became of the applications"), "outcome", OUTCOMES),
    Question(_("How people applied"), "way", words.WAYS),
    Question(_("Who pointed to us"), "referrer", words.REFERRERS),
    Question(_("What it was about; one application may have several"), "natures", words.NATURES, several=True),
    Question(_("Why it did not start"), "not_started", words.NOT_STARTED, among=NOT_STARTED),
    Question(_("How they talked"), "form", words.FORMS, among=STARTED),
    Question(_("After the talk alone, party A"), "willing_a", words.WILLING),
    Question(_("After the talk alone, party B"), "willing_b", words.WILLING),
    Question(_("What came of it, party A"), "result_a", words.RESULTS, among=STARTED),
    Question(_("What came of it, party B"), "result_b", words.RESULTS, among=STARTED),
    Question(_("Some weeks later, party A"), "holds_a", words.HOLDS, among=STARTED),
    Question(_("Some weeks later, party B"), "holds_b", words.HOLDS, among=STARTED),
)


def of_year(session: Session, year: int) -> list[tuple[Question, Shown]]:
    """Every table of a year as it may leave, with the applications per quarter first; nothing is remembered of it.

    For members of the statistics office. Raises `Refused`, `NoFactsOffice`, `Busy`.
    """
    names = {f"{year}-Q{number}": f"{year}, {_('quarter')} {number}" for number in range(1, 5)}
    quarters = Question(_("Applications per quarter"), "applied_on", names)
    asked = [quarters, *QUESTIONS]
    counted = [_counting(one, year) for one in asked]
    found = release.answer(session, act="mediation.figures", asked=counted, kept=False, preview=True)
    return [(one, both.outside) for one, both in zip(asked, found, strict=True)]


def _counting(one: Question, year: int) -> Counting:
    on = Field(KIND, "applied_on")
    where: tuple[Condition, ...] = (From(on, date(year, 1, 1)), UpTo(on, date(year, 12, 31)))
    if one.among:
        where = (*where, Among(Plain(Field(KIND, "outcome")), frozenset({one.among})))
    return Counting(KIND, where, (By(one.column, _how(one), tuple(str(code) for code in one.groups)),))


def _how(one: Question) -> Dated | Plain | Words:
    field = Field(KIND, one.column)
    if one.column == "applied_on":
        return Dated(field, Piece.QUARTER)
    return Words(field) if one.several else Plain(field)
