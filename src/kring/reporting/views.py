"""The page of the council's answer: the head of service reads it, a statistics officer counts and freezes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.reporting import actions, queries, spoken
from kring.reporting.actions import NotYet
from kring.reporting.content import Audience, Figures
from kring.reporting.forms import DayForm
from kring.reporting.models import Answer
from kring.team.access import holds_office
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.gate import Session

counts = holds_office("statistics")


@door("figures.page", to=holds_office(*actions.READERS))
def council_answer(request: KeyedRequest) -> HttpResponse:
    """The answer for a day: the frozen one, or a draft for who may count."""
    form, days = DayForm(request.GET or None), queries.frozen_days()
    asked = form.cleaned_data if form.is_valid() else {}
    on, officer = asked.get("on") or next(iter(days), today()), counts(request)
    audience = Audience(asked.get("audience") or Audience.PUBLIC)
    found = _look(request.signed_in, on, audience, officer=officer)
    words = spoken.for_page(found.figures, on, audience) if found.figures else {"on": on, "day": spoken.day(on)}
    past = [{"on": each.isoformat(), "day": spoken.day(each), "current": each == on} for each in days]
    asking = DayForm(initial={"on": on})
    context: dict[str, Any] = {**words, "found": found, "officer": officer, "past": past, "asking": asking}
    return render(request, "reporting/pages/council_answer.html", context)


@door("figures.freeze", to=counts)
def freeze(request: KeyedRequest) -> HttpResponse:
    """Freeze the answer for a day, and show it."""
    form = DayForm(request.POST if request.method == "POST" else None)
    page = reverse("reporting:council_answer")
    if not form.is_valid():
        return redirect(page)
    on = form.cleaned_data["on"]
    if on <= today():
        actions.freeze(request.signed_in, on)
    return redirect(f"{page}?on={on.isoformat()}")


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is for a day: a frozen answer, a draft (no answer, figures), or neither, with the reason."""

    answer: Answer | None = None
    figures: Figures | None = None
    reason: str = ""


def _look(session: Session, on: date, audience: Audience, *, officer: bool) -> _Found:
    answer = queries.frozen(on)
    if answer is not None:
        return _Found(answer, queries.figures(session, answer, audience))
    if not officer:
        return _Found(reason=_("A statistics officer can count and freeze it."))
    try:
        drafted = actions.draft(session, on)
    except NotYet:
        return _Found(reason=_("This day has not come yet: there is nothing to count."))
    return _Found(figures=drafted.public if audience == Audience.PUBLIC else drafted.inside)
