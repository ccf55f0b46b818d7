"""Today, and the week as one list of days."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from kring.support.desk.today import agenda, queries, show
from kring.support.intake.models import Referral
from kring.support.intake.moments.queries import now
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door


@door("desk.today")
@require_GET
def view(request: KeyedRequest) -> HttpResponse:
    """What is now, what has grown quiet, what waits for others."""
    day, moment = today(), now()
    seen = queries.look(request.signed_in, day, day)
    shown: dict[str, Any] = {"today": show.shown(seen, day, moment, request.signed_in.person), "now": moment}
    shown["eyebrow"] = gettext("%(day)s · week %(week)s") % {
        "day": date_format(day, "l j F"),
        "week": day.isocalendar().week,
    }
    return render(request, "support/desk/pages/today.html", shown)


@door("desk.week")
@require_GET
def week(request: KeyedRequest) -> HttpResponse:
    """Seven days from Monday on; `from` in the address is a day, never a name."""
    monday = _monday(request.GET.get("from", ""))
    of = [monday + timedelta(days=number) for number in range(7)]
    seen = queries.look(request.signed_in, of[0], of[-1])
    talks = [row for row in seen.referrals if row.lane == Referral.Lane.TALK_PLANNED]
    hours = agenda.hours(seen.met, talks, seen.labels, now())
    here = reverse("desk:week")
    shown = {
        "days": agenda.days(hours, of),
        "today": today(),
        "number": monday.isocalendar().week,
        "before": f"{here}?from={monday - timedelta(days=7)}",
        "after": f"{here}?from={monday + timedelta(days=7)}",
    }
    return render(request, "support/desk/pages/week.html", shown)


def _monday(asked: str) -> date:
    """The Monday of the week of a day, within a year; of today when it is none."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        day = today()
    if abs((day - today()).days) > 366:
        day = today()
    return day - timedelta(days=day.weekday())
