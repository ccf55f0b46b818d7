"""The page of trends: one series of what was sent, as a picture and an equal table. For who composes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from kring.reporting import saying
from kring.reporting.composer import queries
from kring.reporting.composer.names import measure_name
from kring.reporting.composer.views import composes
from kring.reporting.document.values import Says
from kring.reporting.labels import programme_name
from kring.reporting.periods import Span
from kring.reporting.trends import series
from kring.reporting.trends.series import Break, Kind, Point, Series, Why
from kring.team.programmes import PROGRAMMES
from kring.vault.doors import KeyedRequest, door

BEGAN = {one.code: one.started_on for one in PROGRAMMES if one.counted and one.started_on}

PER = {
    Kind.YEAR: gettext_lazy("per year"),
    Kind.SCHOOL_YEAR: gettext_lazy("per school year"),
    Kind.QUARTER: gettext_lazy("per quarter"),
    Kind.MONTH: gettext_lazy("per month"),
    Kind.DAY: gettext_lazy("on a day"),
}


@door("composer.trends", to=composes)
@require_GET
def trends(request: KeyedRequest) -> HttpResponse:
    """One series, and which others there are."""
    found = series.of(queries.went_out(request.signed_in, act="composer.trends"), BEGAN)
    found.sort(key=lambda one: (_name(one), one.kind))
    wanted = request.GET.get("series", "")
    chosen = next((one for one in found if _key(one) == wanted), found[0] if found else None)
    named = [{"key": _key(one), "name": _name(one), "current": one is chosen} for one in found]
    context = {"all": named, "name": _name(chosen) if chosen else "", "points": _points(chosen) if chosen else []}
    return render(request, "reporting/trends/pages/trends.html", context)


def _key(one: Series) -> str:
    return f"{one.measure}.{one.kind}"


def _name(one: Series) -> str:
    return f"{measure_name(one.measure)}, {PER[one.kind]}"


def _points(one: Series) -> list[dict[str, Any]]:
    most = max((point.cell.number or 0 for point in one.points), default=0)
    return [_point(point, one.kind, most) for point in one.points]


def _point(point: Point, kind: Kind, most: float) -> dict[str, Any]:
    number = point.cell.number
    return {
        "when": saying.capital(saying.when(Span(point.start, point.end, _period(point, kind)))),
        "text": _number(number) if number is not None else _without(point),
        "withheld": point.cell.says is Says.WITHHELD,
        "width": round(100 * max(number, 0) / most, 1) if number is not None and most > 0 else 0.0,
        "drawn": number is not None,
        "differs": "" if point.differs is None else _signed(point.differs),
        "breaks": [_broken(one) for one in point.breaks],
    }


def _without(point: Point) -> str:
    return saying.shown(None) if point.cell.says is Says.WITHHELD else _("not known")


def _number(number: float) -> str:
    return number_format(int(number) if float(number).is_integer() else number, force_grouping=True)


def _signed(number: float) -> str:
    return f"+{_number(number)}" if number > 0 else _number(number).replace("-", "−")


def _period(point: Point, kind: Kind) -> str:
    """The name of a period that is a calendar one, as everywhere."""
    start = point.start
    if start is None:
        return point.end.isoformat()
    if start.day != 1:
        return ""
    names = {Kind.MONTH: f"{start:%Y-%m}"}
    if start.month in (1, 4, 7, 10):
        names[Kind.QUARTER] = f"{start.year}-Q{start.month // 3 + 1}"
    if start.month == 9:
        names[Kind.SCHOOL_YEAR] = f"{start.year}-{start.year + 1}"
    if start.month == 1:
        names[Kind.YEAR] = f"{start.year}"
    return names.get(kind, "")


def _broken(one: Break) -> str:
    match one.why:
        case Why.DEFINITION:
            was, now = one.of
            return _("The definition changed: version %(was)s before, %(now)s from here.") % {"was": was, "now": now}
        case Why.PROGRAMME:
            return _("%(programme)s started.") % {"programme": programme_name(one.of[0])}
        case Why.SHIFTED:
            return _("It starts on another day of the year than the one before.")
        case Why.GAP:
            return _("A period in between is missing.")
