"""How the team stands, for the head of service: a sentence, who carries what, where the dossiers are."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from kring.support.clarification import figures
from kring.support.desk.checkin.views import ROOMS
from kring.support.desk.pulse import queries
from kring.support.desk.pulse.sealing import OFFICE
from kring.support.dossier import words
from kring.support.dossier.content import Phase
from kring.team.access import holds_office
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door


@door("pulse.read", to=holds_office(OFFICE))
@require_GET
def view(request: KeyedRequest) -> HttpResponse:
    """Numbers alone: no content, no link to a dossier, nobody first or last."""
    on = today()
    lines = queries.lines(request.signed_in, on)
    known = [line.pulse.dossiers for line in lines if line.pulse]
    all_of_it = queries.together(lines)
    most, furthest = max(known, default=0), max(all_of_it.phases.values(), default=0)
    shown: dict[str, Any] = {
        "known": bool(known) or any(line.shut for line in lines),
        "shut": any(line.shut for line in lines),
        "lines": [_line(line, most) for line in lines],
        "phases": [_bar(words.phase(phase), all_of_it.phases.get(phase, 0), furthest) for phase in Phase],
        "team": all_of_it,
        "said": [_said(line, on) for line in lines if line.said],
        "decided": figures.decided(on.replace(month=1, day=1), on),
        "missing": sum(line.pulse is None for line in lines),
    }
    return render(request, "support/desk/pulse/pages/pulse.html", shown)


def _line(line: queries.Line, most: int) -> dict[str, Any]:
    works_as = ", ".join(dict.fromkeys(str(row.get_function_display()) for row in line.works_as))
    if line.pulse is None or line.at is None:
        return {"name": line.colleague.name, "works_as": works_as, "count": None, "shut": line.shut}
    at = timezone.localtime(line.at)
    old = "" if at.date() == timezone.localdate() else gettext("counted on %(day)s") % {"day": date_format(at, "j F")}
    return {**_bar(line.colleague.name, line.pulse.dossiers, most), "works_as": works_as, "old": old}


def _said(line: queries.Line, on: date) -> dict[str, Any]:
    """An answer; its day where it is of another week."""
    said = line.said
    if said is None:
        return {}
    this_week = said.on.isocalendar()[:2] == on.isocalendar()[:2]
    day = "" if this_week else date_format(said.on, "j F")
    colleague = line.colleague
    return {
        "name": colleague.name,
        "initials": colleague.initials,
        "room": ROOMS[said.room],
        "words": said.words,
        "day": day,
    }


def _bar(name: Any, count: int, most: int) -> dict[str, Any]:
    """width: of the bar, out of a hundred."""
    return {"name": name, "count": count, "width": round(100 * count / most, 1) if most else 0}
