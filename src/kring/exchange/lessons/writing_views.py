"""Writing a card, from a dossier or from nowhere, and writing one better."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.exchange.lessons import actions, shown
from kring.exchange.lessons.forms import TEXTS, CardForm
from kring.exchange.lessons.library import open_library
from kring.exchange.lessons.views import PAGES
from kring.exchange.vignettes import words
from kring.exchange.vignettes.building import build
from kring.team.drafts import actions as drafts
from kring.team.own_words import own_words
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

EARLIER = _("A colleague was earlier. What stands there now is above; your words still stand here.")


@door("exchange.write_card")
@require_http_methods(["GET", "POST"])
def write(request: KeyedRequest) -> HttpResponse:
    """Write a card."""
    opened = open_library(request.signed_in, act="exchange.write_card")
    form = CardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = actions.write_card(opened, form.card(), once=form.cleaned_data["once"])
        drafts.accepted(request)
        return _to(made, "written")
    return render(request, f"{PAGES}write.html", {"form": form}, status=422 if form.errors else 200)


@door("exchange.write_from")
@require_http_methods(["GET", "POST"])
def write_from(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write a card from a dossier of one's own: its people and places go out, and it is read over once more."""
    of = own_words(request.signed_in, dossier, act="exchange.write_from")
    form = CardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        built = {name: build(form.cleaned_data[name], of, words.said()) for name in TEXTS}
        if not any(one.gone for one in built.values()):
            opened = open_library(request.signed_in, act="exchange.write_card")
            made = actions.write_card(opened, form.card(), once=form.cleaned_data["once"], dossier=dossier)
            return _to(made, "written")
        data: Any = form.data.copy()  # type: ignore[attr-defined]  # of the request
        data.update({})
        for name, one in built.items():
            data[name] = one.text
        form.data = data
        form.add_error(None, str(_("Names or places of this dossier stood in it. They were taken out: read it over.")))
    context = {"form": form, "dossier": dossier}
    return render(request, f"{PAGES}write.html", context, status=422 if form.errors else 200)


@door("exchange.better")
@require_http_methods(["GET", "POST"])
def better(request: KeyedRequest, card: str) -> HttpResponse:
    """Write a card on top of what was read; where a colleague was earlier both stand on the page."""
    opened = open_library(request.signed_in, act="exchange.better")
    record, stands = opened.card(card)
    if request.method == "GET":
        return render(
            request, f"{PAGES}write.html", {"form": CardForm(card=stands, seen=record.revision), "card": card}
        )
    form, status, theirs = CardForm(request.POST), 422, None
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.rewrite_card(opened, card, form.card(), seen=given["seen"], once=given["once"])
        except Conflict:
            now, content = opened.card(card)
            form.on_top_of(now.revision)
            form.add_error(None, str(EARLIER))
            status, theirs = 409, shown.card(now, content)
        else:
            drafts.accepted(request)
            return _to(card, "better")
    return render(request, f"{PAGES}write.html", {"form": form, "card": card, "theirs": theirs}, status=status)


def _to(card: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('exchange:card', args=[card])}?done={done}")
