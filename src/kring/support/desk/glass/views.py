"""Breaking the glass (one form, one reading), and the notices of it in one's own letterbox."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.desk.glass.forms import PARTS, GlassForm, part_in_words
from kring.support.desk.glass.reading import read
from kring.support.dossier.glass import actions, queries
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.team.names import name_of
from kring.vault import sharing
from kring.vault.doors import KeyedRequest, door
from kring.vault.keycheck import OWN
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

PAGES = "support/desk/pages/"


@door("glass.break")
@require_http_methods(["GET", "POST"])
def glass(request: KeyedRequest) -> HttpResponse:
    """Ask for one part, with a reason; what opens is the answer to this one request."""
    form = GlassForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if own := _own(request.signed_in.person, form.cleaned_data["number"]):
            drafts.accepted(request)
            return HttpResponseRedirect(reverse("desk:dossier", args=[own]))
        try:
            opened = actions.break_glass(
                request.signed_in, form.cleaned_data["number"], form.why, once=form.cleaned_data["once"]
            )
        except Refused:
            form.add_error("number", gettext("Nothing opens for you with this number. Look at it once more."))
        except actions.AlreadyRead:
            drafts.accepted(request)
            return HttpResponseRedirect(f"{reverse('desk:glass')}?read=1")
        else:
            drafts.accepted(request)
            part = form.why.part
            shown = {"number": opened.dossier.number, "label": opened.summary.label, "part": PARTS[part]}
            return render(request, f"{PAGES}glass_broken.html", shown | {"read": read(opened, part)})
    return render(request, f"{PAGES}glass.html", {"form": form, "was_read": "read" in request.GET})


def _own(person: str, number: str) -> str:
    """The dossier with this number, when one holds a key of it: then there is no glass.

    A number that nobody has asks as much as one of another circle.
    """
    dossier = queries.by_number(number)
    asked = dossier.id if dossier is not None else new_id()
    return asked if (person, asked) in sharing.holders_of([asked]) else ""


@door("glass.told")
@require_GET
def told(request: KeyedRequest) -> HttpResponse:
    """Who broke the glass of a dossier of mine, and why."""
    found = queries.told(request.signed_in, request.signed_in.person, OWN)
    names = team.colleagues(one.row.by for one in found) if found else {}
    lines = [
        {
            "letter": one.letter,
            "number": one.number,
            "dossier": one.row.dossier_id,
            "part": part_in_words(one.row.part),
            "sound": one.sound,
            "reason": one.why.reason if one.why else "",
            "by": name_of(names, one.row.by),
            "when": date_format(timezone.localtime(one.row.at), gettext("j F, G:i")),
        }
        for one in found
    ]
    return render(request, f"{PAGES}glass_told.html", {"lines": lines})


@door("glass.seen")
@require_POST
def seen(request: KeyedRequest, letter: str) -> HttpResponse:
    """I read it."""
    actions.seen(request.signed_in, letter)
    return HttpResponseRedirect(reverse("desk:glass_told"))
