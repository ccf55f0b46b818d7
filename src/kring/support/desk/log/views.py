"""The page that notes a contact, and the one that says it is kept."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.support import hint_words
from kring.support.contacts.appointments import queries as appointments
from kring.support.contacts.log.actions import MixedCircles, log_contact
from kring.support.desk.log import who
from kring.support.desk.log.forms import LogForm, first_shown
from kring.support.desk.log.saved import kept
from kring.support.dossier.opening import Opened
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGES = "support/desk/log/pages/"
LOOK = "look"


@door("desk.log")
@require_http_methods(["GET", "POST"])
def log(request: KeyedRequest, dossier: str = "") -> HttpResponse:
    """Note a contact with whoever is chosen; a search for somebody is sent with the form and keeps what was typed."""
    given, chosen = request.POST, request.POST.getlist("who") or [dossier]
    sending = request.method == "POST" and LOOK not in given
    found = who.opened_for(request.signed_in, dossier) if dossier and not sending else None
    met = _met(request, found[0]) if found else {}
    form = LogForm(given) if sending else LogForm(initial=first_shown(**met) | _as_typed(request))
    refusal, status = "", 200
    if sending:
        of = [one for one in chosen if one]
        if not of:
            refusal = gettext("Choose with whom.")
        if form.is_valid() and of:
            try:
                logged = log_contact(
                    request.signed_in, of, form.contact(request.signed_in.person), once=given.get("once", "")[:64]
                )
                drafts.accepted(request)
                return HttpResponseRedirect(reverse("desk:logged", args=[of[0], logged.record]))
            except MixedCircles:
                refusal = gettext("These dossiers lie in different circles. Note it for each of them apart.")
            except Conflict:
                refusal = gettext("A colleague wrote in the same moment. Your words still stand here: send them again.")
        status = 422
    words = given.get("words", "").strip()[:80] if LOOK in given else ""
    if dossier:
        people = who.one(request.signed_in, *(found or who.opened_for(request.signed_in, dossier)), chosen)
    else:
        people = who.choose(request.signed_in, chosen, words)
    shown = {
        "form": form,
        "who": people,
        "dossier": dossier,
        "words": words,
        "refusal": refusal,
        "once": given.get("once") or new_id(),
        "hint_words": hint_words.AS_JSON,
        "icons": form.beside["kind"].items(),
    }
    return render(request, f"{PAGES}log.html", shown, status=status)


@door("desk.logged")
@require_GET
def logged(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """It is kept: with whom, how, when, and who can read it."""
    return render(
        request, f"{PAGES}logged.html", {"kept": kept(request.signed_in, dossier, record), "dossier": dossier}
    )


def _met(request: KeyedRequest, opened: Opened) -> dict[str, Any]:
    """The hour, the way and the place of the appointment that is noted, when its id stands in the address."""
    appointment = request.GET.get("appointment", "")
    found = appointments.one(opened, appointment) if appointment else None
    if found is None:
        return {}
    at = timezone.localtime(found.at)
    return {"kind": found.meeting.way, "place": found.meeting.place, "day": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}


def _as_typed(request: KeyedRequest) -> dict[str, Any]:
    """A form that was sent to look somebody up, as it was typed."""
    if request.method != "POST":
        return {}
    several = {"domains"}
    return {name: request.POST.getlist(name) if name in several else request.POST.get(name) for name in request.POST}
