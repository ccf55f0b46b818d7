"""The pages of appointments in one dossier: what lies ahead, a new one, another hour, calling it off."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.contacts.appointments import actions, queries, show
from kring.support.contacts.appointments.forms import AppointmentForm, first
from kring.support.contacts.appointments.queries import PART, Planned
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened, opening
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

DONE: dict[str, Promise] = {
    "made": _("The appointment stands in your day."),
    "moved": _("It is changed."),
    "off": _("It was called off. Nothing of it is kept."),
}


@door("contacts.appointments")
@require_http_methods(["GET", "POST"])
def appointments(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What lies ahead in this dossier, and a new appointment of mine."""
    opened = opening(request.signed_in, dossier, act="contacts.appointments", parts=[PART])
    form = AppointmentForm(request.POST if request.method == "POST" else None, initial=first())
    if request.method == "POST" and form.is_valid():
        me = request.signed_in.person
        actions.make(opened, form.meeting(me), person=me, once=form.cleaned_data["once"])
        return _done(request, dossier, "made")
    return _page(request, opened, {"form": form})


@door("contacts.appointment")
@require_http_methods(["GET", "POST"])
def appointment(request: KeyedRequest, dossier: str, appointment: str) -> HttpResponse:
    """One appointment: change it. What somebody else wrote meanwhile stands beside what was typed."""
    opened = opening(request.signed_in, dossier, act="contacts.appointment", parts=[PART])
    one = next((each for each in _ahead(opened) if each.id == appointment), None)
    if one is None:
        raise Refused
    form = AppointmentForm(request.POST if request.method == "POST" else None, initial=first(one.meeting, one.revision))
    shown: dict[str, Any] = {"form": form, "one": show.line(one), "seen": one.revision}
    if request.method == "POST" and form.is_valid():
        try:
            meeting = form.meeting(request.signed_in.person)
            actions.change(opened, appointment, meeting, seen=form.cleaned_data["seen"] or 0)
        except Conflict:
            return _page(request, opened, shown | {"conflict": show.line(one)}, status=409)
        return _done(request, dossier, "moved")
    return _page(request, opened, shown)


@door("contacts.call_off")
@require_POST
def call_off(request: KeyedRequest, dossier: str, appointment: str) -> HttpResponse:
    """It does not take place."""
    opened = opening(request.signed_in, dossier, act="contacts.call_off", parts=[PART])
    actions.call_off(opened, appointment)
    return _done(request, dossier, "off")


def _ahead(opened: Opened) -> list[Planned]:
    return queries.read(opened.keys, queries.of_dossier(opened.dossier.id, today()))


def _page(request: KeyedRequest, opened: Opened, shown: dict[str, Any], status: int = 200) -> HttpResponse:
    ahead = [show.line(one) for one in _ahead(opened)]
    shown |= {"frame": frame(opened.dossier, opened.summary, "desk:dossier"), "ahead": ahead}
    shown["done"] = DONE.get(request.GET.get("done", ""), "")
    return render(request, "support/contacts/pages/appointments.html", shown, status=status)


def _done(request: KeyedRequest, dossier: str, done: str) -> HttpResponse:
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('contacts:appointments', args=[dossier])}?done={done}")
