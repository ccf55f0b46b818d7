"""The page of one party, for who has the link and the word; and giving or withdrawing it, for a mediator.

Looking changes nothing, since scanners of mail follow every link. A wrong word, a link that is over and one that never
was get one and the same answer. Whoever tries many waits.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from kring.mediation.files.codelists import Side
from kring.mediation.files.opening import open_file
from kring.mediation.files.rules import NotYet
from kring.mediation.party import links
from kring.mediation.party.content import PartyAnswer
from kring.mediation.party.forms import OwnForm, PageForm, WordForm
from kring.mediation.party.links import OpenParty
from kring.team.address import address_of
from kring.vault import throttle
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

PAGES = "mediation/party/pages/"
MOST, WINDOW = 20, timedelta(minutes=30)
"""So many words from one place in that time; each link has its own few tries besides."""


@door("mediation.own", public=True)
@require_http_methods(["GET", "POST"])
def own(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the word; with the word show the own side; what is written goes into the letterbox."""
    if request.method == "GET":
        return _page(request, "word", {"form": WordForm()})
    if throttle.count("mediation word", address_of(request), WINDOW) > MOST:
        return _word(request, gettext("Many words were tried from this place. Wait half an hour, or call us."), 429)
    try:
        opened = links.open_page(token, request.POST.get("word", ""))
        return _answered(request, opened) if "once" in request.POST else _own(request, opened)
    except Refused:
        return _word(request, gettext("This word does not open this link, or the link is over. Call us."), 404)


@door("mediation.page")
@require_http_methods(["GET", "POST"])
def give(request: KeyedRequest, file: str, side: str) -> HttpResponse:
    """Give one party its page."""
    opened = open_file(request.signed_in, file, act="mediation.page")
    if side not in list(Side):
        raise Refused
    form = PageForm(request.POST) if request.method == "POST" else PageForm()
    if form.is_valid():
        try:
            links.give_page(opened, Side(side), **form.cleaned_data)
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            return _back(file, "page_given", side)
    context = {"form": form, "file": file, "label": opened.content.label, "letter": side.upper()}
    return render(request, f"{PAGES}give.html", context)


@door("mediation.page_over")
@require_POST
def withdraw(request: KeyedRequest, file: str, side: str) -> HttpResponse:
    """The page of one party is over."""
    opened = open_file(request.signed_in, file, act="mediation.page_over")
    if side not in list(Side):
        raise Refused
    links.withdraw_page(opened, Side(side))
    return _back(file, "page_over", side)


def _answered(request: KeyedRequest, opened: OpenParty) -> HttpResponse:
    form = OwnForm(request.POST)
    if not form.is_valid():
        return _own(request, opened, form)
    given = form.cleaned_data
    links.answer(opened, PartyAnswer(given["wish"], given["willing"]), once=given["once"])
    return _page(request, "thanks", _sides(opened))


def _own(request: KeyedRequest, opened: OpenParty, form: OwnForm | None = None) -> HttpResponse:
    if form is None:
        fresh = {"word": request.POST.get("word", ""), "once": new_id(), "wish": opened.shown.wish}
        form = OwnForm(initial=fresh)
    return _page(request, "own", {"form": form, "shown": opened.shown, **_sides(opened)})


def _sides(opened: OpenParty) -> dict[str, Any]:
    side = Side(opened.shown.side)
    return {"me": side.value.upper(), "other": side.other.value.upper()}


def _word(request: KeyedRequest, said: str, status: int) -> HttpResponse:
    form = WordForm({"word": ""})
    form.errors["word"] = form.error_class([said])
    return _page(request, "word", {"form": form}, status)


def _page(request: KeyedRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"{PAGES}{name}.html", {**context, "page_path": request.path}, status=status)


def _back(file: str, done: str, side: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('mediation:file', args=[file])}?done={done}#side-{side}")
