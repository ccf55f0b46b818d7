"""Counting the team: heads, full-time equivalents, who left; by function and programme. Read from the appointments.

No colleague is named and no figure of one person's work is made: who is appointed to what is no secret of the house.
"""

from collections import defaultdict
from datetime import date, timedelta

from kring.reporting.periods import Span
from kring.team import queries as team
from kring.team.models import CASEWORK, TEAM, Appointment
from kring.vault import facts

Staffing = dict[tuple[str, str], float]


def heads(span: Span) -> Staffing:
    """Colleagues on the last day; who has two appointments counts in the first."""
    found: Staffing = defaultdict(float)
    seen: set[str] = set()
    for row in sorted(team.team_on(span.end), key=lambda row: row.from_on):
        if row.colleague_id not in seen:
            seen.add(row.colleague_id)
            found[row.function, row.programme] += 1
    return dict(found)


def fte(span: Span) -> Staffing:
    """Full-time equivalents of the team."""
    return _equivalents(span, TEAM)


def carriers_fte(span: Span) -> Staffing:
    """Full-time equivalents of those whose work lies in dossiers."""
    return _equivalents(span, CASEWORK)


def left(span: Span) -> Staffing:
    """Appointments that ended in the span."""
    found: Staffing = defaultdict(float)
    for row in team.appointed_between(TEAM, span.start or date.min, span.end):
        if row.until_on is not None and (span.start or date.min) <= row.until_on <= span.end:
            found[row.function, row.programme] += 1
    return dict(found)


def roles(on: date) -> dict[str, str]:
    """The pseudonym of a colleague in the facts -> the function he has on a day."""
    rows = sorted(team.team_on(on), key=lambda row: row.function not in CASEWORK, reverse=True)
    return {facts.worker(row.colleague.principal): row.function for row in rows}


def _equivalents(span: Span, functions: tuple[str, ...]) -> Staffing:
    """On a day as it stood; over a span the mean of its days."""
    start = span.start or span.end
    days = (span.end - start).days + 1
    found: Staffing = defaultdict(float)
    for row in team.appointed_between(functions, start, span.end):
        found[row.function, row.programme] += row.fte_percent / 100 * _days(row, start, span.end) / days
    return {place: round(number, 2) for place, number in found.items()}


def _days(row: Appointment, start: date, end: date) -> int:
    first, last = max(row.from_on, start), min(row.until_on or end, end)
    return (last - first + timedelta(1)).days
