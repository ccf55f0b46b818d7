"""The page of what the person may ask: what was asked, with its clock, and taking down something new."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.privacy.access.rules import Role
from kring.privacy.access.words import ROLES
from kring.privacy.requests import actions, answering, queries, rules
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.forms import RequestForm
from kring.privacy.requests.longer import may_take_longer
from kring.privacy.requests.models import PersonRequest
from kring.privacy.requests.queries import Known
from kring.privacy.retention.early import ERASING
from kring.support.desk.parts import FACES
from kring.support.dossier import words
from kring.support.dossier.ages.queries import earlier
from kring.support.dossier.content import Identity
from kring.support.dossier.frame import frame, years
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door

HERE = "privacy:person"
OUTCOMES: dict[str, Promise] = {
    "given": _("The copy was given."),
    answering.BESIDE: _("The own words stand beside ours."),
    answering.FROZEN: _("The part is frozen."),
    answering.THAWED: _("It was frozen, and was lifted."),
    answering.STOPS: _("We stop what was objected to."),
    answering.GOES_ON: _("We go on, with a reason."),
    ERASING: _("Proposed for erasing before its term: two persons approve, then it goes."),
    answering.NOT: _("It was not done, with a reason."),
}


@door("privacy.person")
@require_http_methods(["GET", "POST"])
def person(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What the person asked of us; a new request begins its clock."""
    opened = actions.enter(request.signed_in, dossier, act="privacy.person", parts=["identity"])
    form = RequestForm(request.POST if request.method == "POST" else None, **standing(opened))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        asked = RequestContent(given["role"], request.signed_in.person, given["words"])
        made = actions.take_down(opened, given["kind"], asked, asked_on=given["asked_on"], once=given["once"])
        drafts.accepted(request)
        return HttpResponseRedirect(_url(dossier, made, given["kind"]))
    shut = answering.frozen(dossier)
    shown = {
        "frame": frame(opened.dossier, opened.summary, HERE),
        "form": form,
        "shut": opened.dossier.state == Dossier.State.CLOSED,
        "requests": [line(one) for one in queries.of_dossier(opened)],
        "frozen": [FACES[part].title for part in FACES if part in shut],
    }
    return render(request, "privacy/requests/pages/person.html", shown, status=422 if form.errors else 200)


def standing(opened: Opened) -> dict[str, Any]:
    """Age and last judgement of the client, as far as they are known."""
    if not opened.holds("identity"):
        return {"age": None, "judged": ""}
    row = getattr(opened.dossier, "identity", None)
    born_on = opened.keys.open(row, Identity).born_on if row else None
    judged = next((one.able for one in reversed(earlier(opened)) if one.able), "")
    return {"age": years(born_on, today()) if born_on else None, "judged": judged}


def line(known: Known) -> dict[str, Any]:
    """A request as a row."""
    row = known.row
    return {
        "number": row.number,
        "kind": row.get_kind_display(),
        "role": ROLES[Role(known.content.role)],
        "words": known.content.words,
        "asked_on": words.day(row.asked_on),
        "due_on": words.day(row.due_on),
        "done_on": words.day(row.done_on) if row.done_on else "",
        "clock": rules.clock(row, today()),
        "outcome": OUTCOMES.get(known.content.outcome, ""),
        "longer": words.day(known.content.longer_on) if known.content.longer_on else "",
        "longer_why": known.content.longer_why,
        "longer_url": reverse("privacy:longer", args=[row.dossier, row.id]) if may_take_longer(known, today()) else "",
        "url": _url(row.dossier, row.id, row.kind),
    }


def _url(dossier: str, request: str, kind: str) -> str:
    name = "privacy:copy" if kind == PersonRequest.Kind.ACCESS else "privacy:answer"
    return reverse(name, args=[dossier, request])
