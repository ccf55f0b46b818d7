"""How many individual cases do the outreachers carry on a day, by programme? (Council question 2021/024.)

Unit: dossiers with a role decision up to that day and not closed by its evening; dossiers, not persons (COU-05).
Registers of another law are absent and listed with their reason; a programme without dossiers shows 0.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from types import ModuleType

from kring.figures.asked import By, Counting, Field, Plain
from kring.mediation import purpose as mediation
from kring.reporting.conditions import standing
from kring.reporting.content import Figures, ProgrammeCount, Staffing
from kring.reporting.periods import Span
from kring.reporting.subjects import CASE, carried_on
from kring.sanctions import purpose as sanctions
from kring.support.dossier.figures_source import OPENED
from kring.team import queries
from kring.team.programmes import PROGRAMMES
from kring.vault import release
from kring.vault.gate import Session
from kring.vault.release import Released

NAME = "individual_cases"
VERSION = 1
"""Of the definition: raised when what is counted changes; earlier answers stay under their own version."""
EXCLUDED: tuple[ModuleType, ...] = (mediation, sanctions)
"""Registers that are declared and not counted; each says why in its `purpose`."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Both tables of one counting."""

    public: Figures
    inside: Figures


def count(session: Session, on: date, *, kept: bool = False) -> Counted:
    """Count for the evening of `on`. For members of the statistics office; raises `Refused`, `Busy`.

    kept: whether it leaves the house; a draft is not remembered.
    """
    found = release.release(session, act="figures.count", question=question(on), kept=kept)
    staffing, team = _staffing(on), len({row.colleague_id for row in queries.team_on(on)})
    return Counted(_figures(found.outside, staffing, team), _figures(found.inside, staffing, team))


def question(on: date) -> Counting:
    """What stands on the evening of `on`, by programme: those that had begun by then with 0 too."""
    groups = tuple(one.code for one in PROGRAMMES if one.counted and (one.started_on is None or one.started_on <= on))
    split = By("programme", Plain(Field(OPENED, "programme")), groups)
    return Counting(CASE.kind, standing(Span(None, on)), (split,), carried_on(on))


def _figures(table: Released, staffing: tuple[Staffing, ...], team: int) -> Figures:
    started = {one.code: one.started_on for one in PROGRAMMES}
    lines = (ProgrammeCount(line.name, line.count, line.carriers, started.get(line.name)) for line in table.lines)
    return Figures(tuple(lines), table.total, table.carriers, team, staffing)


def _staffing(on: date) -> tuple[Staffing, ...]:
    """Colleagues by function and programme, in the order of the programmes; who carries nothing in one comes after."""
    counted = Counter((row.function, row.programme) for row in queries.team_on(on))
    order = [(function, one.code) for one in PROGRAMMES if one.counted for function in one.functions]
    rest = [place for place in sorted(counted) if place not in order]
    return tuple(Staffing(*place, counted[place]) for place in [*order, *rest] if counted[place])
