"""The list of colleagues as people read it: who, and what he does in which way of working. No figures."""

from dataclasses import dataclass
from datetime import date

from kring.team import queries
from kring.team.models import Appointment
from kring.team.programmes import PROGRAMMES

_NAMES = {one.code: one.name for one in PROGRAMMES}


@dataclass(frozen=True, slots=True)
class Line:
    """One colleague. tasks: (function, name of the programme or "")."""

    name: str
    initials: str
    tasks: tuple[tuple[str, str], ...]


def listed(on: date) -> list[Line]:
    """The team on a day in alphabetical order, each colleague once."""
    return [
        Line(one.name, one.initials, tuple(_task(row) for row in appointments))
        for one, appointments in queries.roster(on)
    ]


def _task(row: Appointment) -> tuple[str, str]:
    return row.get_function_display(), _NAMES.get(row.programme, "")
