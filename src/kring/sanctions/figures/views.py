"""The figures of a year, for the statistics office of this register: every number as it may leave."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kring.figures.showing import Shown, State
from kring.figures.tables import UNKNOWN
from kring.sanctions.figures.asking import Question, mediators, of_year
from kring.team.access import holds_office
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door

EARLIEST = 2000


@door("sanctions.figures", to=holds_office("statistics"))
@require_GET
def figures(request: KeyedRequest) -> HttpResponse:
    """One year, this one unless another is asked."""
    now = today().year
    asked = request.GET.get("year", "")
    named = int(asked[:4]) if asked.isascii() and asked.isdigit() else now
    year = named if EARLIEST <= named <= now else now
    tables = [_table(one, shown) for one, shown in of_year(request.signed_in, year)]
    context = {"year": year, "tables": tables, "years": range(now, now - 5, -1), "incomplete": year == now}
    context["mediators"] = mediators(year)
    return render(request, "sanctions/figures/pages/figures.html", context)


def _table(one: Question, shown: Shown) -> dict[str, Any]:
    names = {str(code): said for code, said in one.groups.items()}
    lines = [
        (names.get(group) or (_("not known") if group == UNKNOWN else group), count)
        for (group,), count in shown.cells.items()
    ]
    return {"title": one.title, "lines": lines, "whole": shown.whole, "unsafe": shown.state == State.UNSAFE}
