"""The yearly questions about sanction mediation, as data: each is one way to split the files of a year.

Source: parliamentary questions 4-6038, 4-7166 and 5-1884 (Q11, Q12): results, fines after mediation, minors and adults,
age, kind of facts. Each rate has its denominator in its title. Nobody carries such a file, since an office holds it: a
group is held to the smallest number. Background of the young is in no fact, so nothing can answer it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.figures.asked import Among, By, Condition, Counting, Dated, Field, From, Piece, Plain, UpTo
from kring.figures.showing import Shown
from kring.sanctions.figures.telling import (
    ADULT,
    BANDS,
    KIND,
    MINOR,
    NO_SERVICE,
    NOT_OFFERED,
    OLDER,
    OPEN,
    SERVING,
    WAITING,
)
from kring.sanctions.files import words
from kring.sanctions.files.codelists import Outcome
from kring.team import queries as team
from kring.team.models import Function
from kring.vault import release
from kring.vault.gate import Session

Groups = Mapping[Any, Any]
"""Value of a code -> what is said of it."""


@dataclass(frozen=True, slots=True)
class Question:
    """One table. of: column -> the values it is about; without it every file of the year."""

    title: Any
    column: str
    groups: Groups
    of: Mapping[str, frozenset[str]] = field(default_factory=dict)


REPORTED: Groups = words.OUTCOMES
OFFERED: Groups = {**REPORTED, WAITING: _("the mediator has not reported yet")}
MEDIATION: Groups = {**OFFERED, NOT_OFFERED: _("mediation was not offered")}
SANCTIONS: Groups = {**words.SANCTIONS, OPEN: _("not decided yet")}
AGES: Groups = {MINOR: _("minor on the day of the facts"), ADULT: _("adult on the day of the facts")}
YEARS: Groups = {**{name: name for name in BANDS}, OLDER: OLDER}
SERVICES: Groups = {**words.SERVICES, SERVING: _("not known yet"), NO_SERVICE: _("not proposed")}
WAS_OFFERED = frozenset(str(one) for one in OFFERED)
HELD = frozenset({Outcome.FAILED.value, Outcome.SUCCEEDED.value})
CAME_TO_NOTHING = frozenset({Outcome.REFUSED.value, Outcome.FAILED.value})
QUESTIONS = (
    Question(_("Mediation, of all files"), "mediation", MEDIATION),
    Question(_("Mediation, of minors"), "mediation", MEDIATION, {"age": frozenset({MINOR})}),
    Question(_("Mediation, of adults"), "mediation", MEDIATION, {"age": frozenset({ADULT})}),
    Question(_("What came of it, of every offer"), "mediation", OFFERED, {"mediation": WAS_OFFERED}),
    Question(_("What came of it, of every mediation that was held"), "mediation", REPORTED, {"mediation": HELD}),
    Question(_("The decision, of all files"), "sanction", SANCTIONS),
    Question(
        _("The decision, where an offer was refused or failed"), "sanction", SANCTIONS, {"mediation": CAME_TO_NOTHING}
    ),
    Question(
        _("Community service, where an offer was refused or failed"),
        "service",
        SERVICES,
        {"mediation": CAME_TO_NOTHING},
    ),
    Question(_("Minors and adults"), "age", AGES),
    Question(_("Age on the day of the facts"), "band", YEARS),
    Question(_("What was established"), "nature", words.NATURES),
)


def of_year(session: Session, year: int) -> list[tuple[Question, Shown]]:
    """Every table of a year as it may leave, with the files per quarter first; nothing is remembered of it.

    For members of the statistics office. Raises `Refused`, `NoFactsOffice`, `Busy`.
    """
    names = {f"{year}-Q{number}": f"{year}, {_('quarter')} {number}" for number in range(1, 5)}
    asked = [Question(_("Files per quarter of establishment"), "established_on", names), *QUESTIONS]
    counted = [_counting(one, year) for one in asked]
    found = release.answer(session, act="sanctions.figures", asked=counted, kept=False, preview=True)
    return [(one, both.outside) for one, both in zip(asked, found, strict=True)]


def mediators(year: int) -> int:
    """How many people were appointed as a sanction mediator on some day of a year."""
    rows = team.appointed_between((Function.SANCTION_MEDIATOR,), date(year, 1, 1), date(year, 12, 31))
    return len({row.colleague_id for row in rows})


def _counting(one: Question, year: int) -> Counting:
    on = Field(KIND, "established_on")
    where: tuple[Condition, ...] = (From(on, date(year, 1, 1)), UpTo(on, date(year, 12, 31)))
    where += tuple(Among(Plain(Field(KIND, column)), values) for column, values in one.of.items())
    column = Field(KIND, one.column)
    how = Dated(column, Piece.QUARTER) if one.column == "established_on" else Plain(column)
    return Counting(KIND, where, (By(one.column, how, tuple(str(code) for code in one.groups)),))
