"""Today, and the week as one list of days."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from kring.support.desk.pulse import sealing
from kring.support.desk.today import agenda, queries, show, ticking
from kring.support.intake.models import Referral
from kring.support.intake.moments.queries import now
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

FRIDAY = 4
LONGEST_NUMBER = 10
"""Signs of a revision; a longer number is none."""


@door("desk.today")
@require_GET
def view(request: KeyedRequest) -> HttpResponse:
    """What is now, what has grown quiet, what waits for others."""
    return _page(request)


@door("desk.tick_step")
@require_POST
def tick_step(request: KeyedRequest, dossier: str) -> HttpResponse:
    """The next step of a dossier of mine is done, or after all not."""
    return _ticked(request, dossier, partial(ticking.tick_step, request.signed_in, dossier))


@door("desk.tick_action")
@require_POST
def tick_action(request: KeyedRequest, dossier: str, action: str) -> HttpResponse:
    """An action of mine is done, or after all not."""
    return _ticked(request, action, partial(ticking.tick_action, request.signed_in, dossier, action))


def _ticked(request: KeyedRequest, of: str, tick: Callable[..., None]) -> HttpResponse:
    """Back to its line on Today; the page as it is now when a colleague was earlier."""
    done = "done" in request.POST
    revision = request.POST.get("done" if done else "undo", "")
    try:
        tick(done=done, seen=int(revision) if revision.isdecimal() and len(revision) < LONGEST_NUMBER else 0)
    except Conflict:
        return _page(request, status=409)
    return HttpResponseRedirect(f"{reverse('desk:today')}#{show.DO}{of}")


def _page(request: KeyedRequest, status: int = 200) -> HttpResponse:
    day, moment = today(), now()
    seen = queries.look(request.signed_in, day, day)
    sealing.seal(request.signed_in, seen, day)
    shown: dict[str, Any] = {"today": show.shown(seen, day, moment, request.signed_in.person), "now": moment}
    shown["late"] = status == 409
    shown["asked"] = _asked(seen.around.checkins, day)
    shown["eyebrow"] = gettext("%(day)s · week %(week)s") % {
        "day": date_format(day, "l j F"),
        "week": day.isocalendar().week,
    }
    return render(request, "support/desk/pages/today.html", shown, status=status)


def _asked(answered: Iterable[datetime], day: date) -> bool:
    """From Friday to Sunday one is asked how the work goes, until one said it."""
    friday = day - timedelta(days=day.weekday() - FRIDAY)
    return day >= friday and not any(timezone.localdate(at) >= friday for at in answered)


@door("desk.week")
@require_GET
def week(request: KeyedRequest) -> HttpResponse:
    """Seven days from Monday on; `from` in the address is a day, never a name."""
    monday = _monday(request.GET.get("from", ""))
    of = [monday + timedelta(days=number) for number in range(7)]
    seen = queries.look(request.signed_in, of[0], of[-1])
    talks = [row for row in seen.around.referrals if row.lane == Referral.Lane.TALK_PLANNED]
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
