"""The pages of the library: the newest cards and finding one, writing, one card, one collection."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.exchange.lessons import actions, collecting, origin, shown
from kring.exchange.lessons.finding import find
from kring.exchange.lessons.forms import CollectForm, FindForm, GatherForm
from kring.exchange.lessons.library import OpenLibrary, open_library
from kring.vault.doors import KeyedRequest, door
from kring.vault.journal import Verb
from kring.vault.refusals import Conflict

PAGES = "exchange/lessons/pages/"
DONE = {
    "written": _("The card is in the library."),
    "better": _("Written down."),
    "away": _("The card is gone for good."),
    "gathered": _("The collection is there. Put cards into it from their page."),
    "collected": _("The card is in the collection."),
    "out": _("The card is out of the collection. It is still in the library."),
}


@door("exchange.library")
@require_http_methods(["GET", "POST"])
def library(request: KeyedRequest) -> HttpResponse:
    """The newest cards and the collections; or what a search found."""
    if request.method == "POST":
        return _search(request)
    opened = open_library(request.signed_in, act="exchange.cards", verb=Verb.LISTED)
    return _shelf(request, opened, GatherForm())


@door("exchange.gather")
@require_POST
def gather(request: KeyedRequest) -> HttpResponse:
    """A new collection."""
    opened = open_library(request.signed_in, act="exchange.gather")
    form = GatherForm(request.POST)
    if not form.is_valid():
        return _shelf(request, opened, form, status=422)
    given = form.cleaned_data
    made = collecting.gather(opened, given["name"], given["why"], once=given["once"])
    return HttpResponseRedirect(f"{reverse('exchange:collection', args=[made])}?done=gathered")


@door("exchange.card")
@require_GET
def card(request: KeyedRequest, card: str) -> HttpResponse:
    """One card."""
    return _card(request, open_library(request.signed_in, act="exchange.card"), card)


@door("exchange.card_away")
@require_POST
def take_away(request: KeyedRequest, card: str) -> HttpResponse:
    """Take it away for good. Asked twice: the box says that one knows it."""
    opened = open_library(request.signed_in, act="exchange.card_away")
    if "sure" not in request.POST:
        return _card(request, opened, card, away_said=_("Tick that you know it is for good."), status=422)
    try:
        actions.take_away(opened, card)
    except Conflict:
        return _card(
            request, opened, card, away_said=_("A colleague wrote in it meanwhile. Read it first."), status=409
        )
    return HttpResponseRedirect(f"{reverse('exchange:library')}?done=away")


@door("exchange.origin")
@require_GET
def from_where(request: KeyedRequest, card: str) -> HttpResponse:
    """Back to the dossier a card of one's own came from; to nobody else, and no longer than ninety days."""
    return HttpResponseRedirect(reverse("desk:dossier", args=[origin.dossier_of(request.signed_in, card)]))


@door("exchange.collect")
@require_POST
def collect(request: KeyedRequest, card: str) -> HttpResponse:
    """Put a card into a collection."""
    opened = open_library(request.signed_in, act="exchange.collect")
    form = CollectForm(request.POST, offered=[(row.id, said) for row, said in opened.collections()])
    if not form.is_valid():
        return _card(request, opened, card, form=form, status=422)
    collecting.put_in(opened, form.cleaned_data["collection"], card)
    return HttpResponseRedirect(f"{reverse('exchange:card', args=[card])}?done=collected")


@door("exchange.collection")
@require_GET
def collection(request: KeyedRequest, collection: str) -> HttpResponse:
    """One collection with its cards."""
    opened = open_library(request.signed_in, act="exchange.collection")
    _record, content = opened.collection(collection)
    context = {
        "id": collection,
        "name": content.name,
        "why": content.why,
        "cards": shown.cards(opened.cards(content.cards)),
        "done": _done(request),
    }
    return render(request, f"{PAGES}collection.html", context)


@door("exchange.take_out")
@require_POST
def take_out(request: KeyedRequest, collection: str, card: str) -> HttpResponse:
    """Take a card out of a collection."""
    collecting.take_out(open_library(request.signed_in, act="exchange.take_out"), collection, card)
    return HttpResponseRedirect(f"{reverse('exchange:collection', args=[collection])}?done=out")


def _search(request: KeyedRequest) -> HttpResponse:
    opened = open_library(request.signed_in, act="exchange.find", verb=Verb.SEARCHED)
    form = FindForm(request.POST)
    found = find(opened, **form.cleaned_data) if form.is_valid() else []
    context = {"form": form, "cards": shown.cards(found), "searched": form.is_valid() and form.has_changed()}
    return render(request, f"{PAGES}library.html", context)


def _shelf(request: KeyedRequest, opened: OpenLibrary, form: GatherForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": FindForm(),
        "cards": shown.cards(opened.newest()),
        "collections": [
            {"id": row.id, "name": said.name, "why": said.why, "n": len(said.cards)}
            for row, said in opened.collections()
        ],
        "gather": form,
        "done": _done(request),
        "page_path": reverse("exchange:library"),
    }
    return render(request, f"{PAGES}library.html", context, status=status)


def _card(
    request: KeyedRequest,
    opened: OpenLibrary,
    asked: str,
    *,
    form: CollectForm | None = None,
    away_said: Any = "",
    status: int = 200,
) -> HttpResponse:
    record, content, collections = opened.card_and_collections(asked)
    until = origin.forgotten_on(request.signed_in.person, asked)
    context = {
        "card": shown.card(record, content),
        "inside": [{"id": row.id, "name": said.name} for row, said in collections if asked in said.cards],
        "form": form or CollectForm(offered=[(row.id, said) for row, said in collections if asked not in said.cards]),
        "until": date_format(until, "j F Y") if until else "",
        "away_said": away_said,
        "done": _done(request),
        "page_path": reverse("exchange:card", args=[asked]),
    }
    return render(request, f"{PAGES}card.html", context, status=status)


def _done(request: KeyedRequest) -> Any:
    return DONE.get(request.GET.get("done", ""), "")
