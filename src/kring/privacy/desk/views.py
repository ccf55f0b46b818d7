"""The pages of the privacy officer beside the journal: broken glass, an incident, who has access, the record."""

import json
from datetime import date
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.privacy.desk import activities, glass, incident, need_to_know, persons
from kring.privacy.desk.forms import DayForm, IncidentForm
from kring.privacy.retention.offices import at_the_desk
from kring.support.desk.parts import FACES
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.glass import actions as broken_glass
from kring.team.access import holds_office
from kring.team.clock import today
from kring.team.printing.handing import handed_over
from kring.vault import journal
from kring.vault.doors import KeyedRequest, door
from kring.vault.journal import Verb

PAGES = "privacy/desk/pages"
privacy_officer = holds_office("dpo")


@door("privacy.glass", to=at_the_desk)
@require_GET
def broken(request: KeyedRequest) -> HttpResponse:
    """The weekly list of broken glass, with the reasons."""
    lines = glass.broken(request.signed_in)
    shown = {"weeks": glass.weeks(lines), "checks": privacy_officer(request)}
    return render(request, f"{PAGES}/glass.html", shown)


@door("privacy.glass_checked", to=privacy_officer)
@require_POST
def checked(request: KeyedRequest, glass_break: str) -> HttpResponse:
    """I looked into it."""
    broken_glass.check(request.signed_in, glass_break)
    return HttpResponseRedirect(reverse("privacy:glass"))


@door("privacy.incident", to=privacy_officer)
@require_http_methods(["GET", "POST"])
def lost(request: KeyedRequest) -> HttpResponse:
    """What a lost device, key or colleague could open, as a sheet to print (GDP-11)."""
    form = IncidentForm(request.POST if request.method == "POST" else None)
    shown: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["who"]
        journal.record(verb=Verb.LISTED, act="privacy.incident", actor=request.signed_in.person, on=[person])
        found = incident.reach(person)
        shown["reach"] = found
        shown["parts"] = [(FACES[part].title if part in FACES else part, count) for part, count in found.parts.items()]
        shown["hours_left"] = form.hours_left
        shown["noticed"], shown["now"] = form.noticed, timezone.localtime()
    return render(request, f"{PAGES}/incident.html", shown)


@door("privacy.persons", to=privacy_officer)
@require_GET
def who_has_access(request: KeyedRequest) -> HttpResponse:
    """Who has access, in which function and bound by what, as of a day (GDP-05)."""
    form = DayForm(request.GET or None)
    day: date = form.cleaned_data["on"] if form.is_bound and form.is_valid() else today()
    asking = form if form.is_bound and form.errors else DayForm(initial={"on": day})
    return render(request, f"{PAGES}/persons.html", {"day": day, "people": persons.on(day), "form": asking})


@door("privacy.need_to_know", to=privacy_officer)
@require_GET
def table(request: KeyedRequest) -> HttpResponse:
    """The table of access, as the program obeys it."""
    return render(request, f"{PAGES}/need_to_know.html", {"lines": need_to_know.table()})


@door("privacy.record", to=privacy_officer)
@require_GET
def record(request: KeyedRequest) -> HttpResponse:
    """The record of processing of GDPR art. 30; as JSON with every field of the catalogue."""
    day = today()
    if request.GET.get("as") == "json":
        file = json.dumps(activities.as_json(day), ensure_ascii=False, indent=1).encode()
        return handed_over(file, "record-of-processing", "json")
    shown = {"responsible": activities.responsible(), "activities": activities.activities(day), "today": day}
    shown |= {"grounds": Ground.labels, "measures": activities.MEASURES}
    return render(request, f"{PAGES}/record.html", shown)
