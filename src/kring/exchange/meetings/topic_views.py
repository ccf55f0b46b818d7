"""The pages of one line of the agenda: putting it there, and what colleagues bring in."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kring.exchange.meetings import actions, shown
from kring.exchange.meetings.forms import BringForm, TopicForm
from kring.exchange.meetings.opening import open_meeting
from kring.exchange.meetings.rules import NotYet
from kring.exchange.meetings.views import PAGES, to
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door


@door("exchange.put")
@require_http_methods(["GET", "POST"])
def put(request: KeyedRequest, meeting: str) -> HttpResponse:
    """Put something on the agenda."""
    opened = open_meeting(request.signed_in, meeting, act="exchange.put")
    form = TopicForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.put_topic(opened, form.topic(request.signed_in.person), once=form.cleaned_data["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            drafts.accepted(request)
            return to(meeting, "put", "agenda")
    context: dict[str, Any] = {"form": form, "line": shown.line(opened)}
    return render(request, f"{PAGES}put.html", context, status=422 if form.errors else 200)


@door("exchange.topic")
@require_http_methods(["GET", "POST"])
def topic(request: KeyedRequest, meeting: str, topic: str) -> HttpResponse:
    """One line of the agenda with what was brought in; and bringing something in."""
    opened = open_meeting(request.signed_in, meeting, act="exchange.topic")
    line = opened.topic(topic)
    form = BringForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.bring_in(opened, topic, form.cleaned_data["words"], once=form.cleaned_data["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            drafts.accepted(request)
            return HttpResponseRedirect(reverse("exchange:topic", args=[meeting, topic]))
    names = team.colleagues({line.content.by, *(one.by for one in line.content.brought)})
    context = {"line": shown.line(opened), "topic": shown.topic(line, names), "form": form}
    return render(request, f"{PAGES}topic.html", context, status=422 if form.errors else 200)
