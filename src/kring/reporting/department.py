"""How the team stands, for the head of department: frozen tables as everybody may read them, and nothing else.

No colleague, no load of one, no number that is withheld: what is carried by too few or is too small was left out when
the table was frozen, and nothing is counted for this page. What does not live here: the team of today (desk/pulse).
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kring.reporting import spoken
from kring.reporting.content import Figures, ProgrammeCount
from kring.reporting.individual_cases import NAME, VERSION
from kring.reporting.models import Answer
from kring.team.access import holds_office
from kring.vault import codec
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Refused

DAYS = 12
"""Frozen days that are shown: the newest, and those before it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: its name, its number (None: withheld), and how long its bar is, out of a hundred."""

    name: str
    count: int | None
    width: float
    beside: str = ""


@door("figures.department", to=holds_office("head_of_department"))
@require_GET
def department(request: KeyedRequest) -> HttpResponse:
    """The newest frozen day by way of working, and the days before it as wholes."""
    days = _frozen()
    on, figures = days[0] if days else (None, None)
    shown = {
        "day": spoken.day(on) if on else "",
        "figures": figures,
        "programmes": _programmes(figures, on) if figures and on else [],
        "days": _wholes(days) if len(days) > 1 else [],
        "not_counted": spoken.not_counted(),
    }
    return render(request, "reporting/pages/department.html", shown)


def _frozen() -> list[tuple[date, Figures]]:
    """Each frozen day with its public table, the newest first; one that was changed outside Kring hides no other."""
    found = []
    for row in Answer.objects.filter(question=NAME, version=VERSION).order_by("-on")[:DAYS]:
        with suppress(Refused):
            found.append((row.on, codec.unpack(Figures, row.verified().public.encode())))
    return found


def _programmes(figures: Figures, on: date) -> list[Bar]:
    most = max((line.cases or 0 for line in figures.programmes), default=0)
    return [
        Bar(spoken.programme_name(line.code), line.cases, _width(line.cases, most), _since(line, on))
        for line in figures.programmes
    ]


def _since(line: ProgrammeCount, on: date) -> str:
    """Since when there is one that began not long ago: its 0 is no failure."""
    if line.started_on is None or (on - line.started_on).days > spoken.RECENT_DAYS:
        return ""
    return _("started on %(day)s") % {"day": spoken.day(line.started_on)}


def _wholes(days: list[tuple[date, Figures]]) -> list[Bar]:
    most = max((figures.total or 0 for _day, figures in days), default=0)
    return [Bar(spoken.day(on), figures.total, _width(figures.total, most)) for on, figures in days]


def _width(count: int | None, most: int) -> float:
    return round(100 * count / most, 1) if count and most else 0.0
