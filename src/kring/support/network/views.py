"""The network of one dossier: the map with its list, somebody new, and one tie with what one does with it."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support import hint_words
from kring.support.dossier.frame import Frame, frame
from kring.support.dossier.opening import Opened, opening
from kring.support.network import actions, page
from kring.support.network.actions import PART, Seen
from kring.support.network.forms import DrawnForm, EndForm, EraseForm, MoveForm, NetworkForm, TieForm
from kring.support.network.queries import Network, TieRow, network_of, tie_of
from kring.support.network.rules import NotDrawn
from kring.team.clock import today
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.gate import Session
from kring.vault.refusals import Conflict, Refused

PAGES = "support/network/pages/"
STEPS = ("correct", "move", "end", "erase")


@door("network.map")
@require_GET
def network_map(request: KeyedRequest, dossier: str) -> HttpResponse:
    """The map and its list, today or as they were on a day."""
    opened, network = entered(request.signed_in, dossier, "network.map")
    return _map(request, opened, network, DrawnForm())


@door("network.drawn")
@require_POST
def drawn(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Client and worker drew together on a day: the step of the journey."""
    opened, network = entered(request.signed_in, dossier, "network.drawn")
    form = DrawnForm(request.POST)
    if network.shut or not form.is_valid():
        return _map(request, opened, network, form)
    actions.draw_together(opened, form.drawing, once=form.cleaned_data["once"])
    return _back(dossier)


@door("network.add")
@require_http_methods(["GET", "POST"])
def add(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Put somebody on the map."""
    opened, network = entered(request.signed_in, dossier, "network.add")
    if network.shut:
        raise Refused
    form = TieForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.add_tie(opened, form.tie, once=form.cleaned_data["once"])
        return _back(dossier)
    shown = {"frame": framed(opened), "form": form, "first": not network.ties, "hint_words": hint_words.AS_JSON}
    return render(request, f"{PAGES}add.html", shown)


@door("network.tie")
@require_GET
def tie(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """One tie: its history, and what one does with it."""
    opened, network = entered(request.signed_in, dossier, "network.tie")
    return _tie(request, opened, tie_of(network, record), {})


@door("network.step")
@require_POST
def step(request: KeyedRequest, dossier: str, record: str, step: str) -> HttpResponse:
    """Correct, move, end or erase; what comes back has every word that was typed."""
    if step not in STEPS:
        raise Http404
    opened, network = entered(request.signed_in, dossier, f"network.{step}")
    if _done(request, dossier, step):
        return _back(dossier)
    row = tie_of(network, record)
    form = _form(step, row, request.POST)
    try:
        if form.is_valid() and _taken(opened, row, step, form):
            return _back(dossier)
    except NotDrawn as reason:
        form.refuse(reason)
    except Conflict:
        return _conflict(request, opened, record, step)
    return _tie(request, opened, row, {step: form})


def _taken(opened: Opened, row: TieRow, step: str, form: Any) -> bool:
    given = form.cleaned_data
    seen, once = Seen(row.seen.record, given["seen"]), given["once"]
    if seen != row.seen:
        raise Conflict
    match step:
        case "correct":
            actions.correct_tie(opened, seen, form.tie, once=once)
        case "move":
            actions.move_tie(opened, seen, row.tie, form.state, once=once)
        case "end":
            actions.end_tie(opened, seen, row.tie, given["until_on"], once=once)
        case _:
            actions.erase_record(opened, seen, once=once)
    return True


def _conflict(request: KeyedRequest, opened: Opened, record: str, step: str) -> HttpResponse:
    """A colleague was earlier: the page as it is now, and the form with what was typed, ready to be sent again."""
    row = tie_of(network_of(opened), record)
    given = request.POST.copy()
    given["seen"] = str(row.seen.revision)
    return _tie(request, opened, row, {step: _form(step, row, given)}, status=409)


def _form(step: str, row: TieRow, given: Any) -> NetworkForm:
    seen = row.seen.revision
    match step:
        case "correct":
            return TieForm(given, seen=seen, tie=row.tie)
        case "move":
            return MoveForm(given, seen=seen, state=row.tie.states[-1])
        case "end":
            return EndForm(given, seen=seen)
        case _:
            return EraseForm(given, seen=seen)


def _tie(
    request: KeyedRequest, opened: Opened, row: TieRow, tried: dict[str, NetworkForm], status: int = 200
) -> HttpResponse:
    forms = {step: tried.get(step) or _form(step, row, None) for step in STEPS}
    shown = {"frame": framed(opened), "forms": forms, "tried": next(iter(tried), ""), "earlier": status == 409}
    shown["hint_words"] = hint_words.AS_JSON
    return render(request, f"{PAGES}tie.html", shown | page.of_tie(opened, row), status=status)


def _map(request: KeyedRequest, opened: Opened, network: Network, form: DrawnForm) -> HttpResponse:
    if network.shut:
        return render(request, f"{PAGES}shut.html", {"frame": framed(opened)})
    shown = {"frame": framed(opened), "drawn": form}
    return render(request, f"{PAGES}map.html", shown | page.of_map(opened, network, _day(request)))


def entered(session: Session, dossier: str, act: str) -> tuple[Opened, Network]:
    """A dossier with its network. Raises `Refused`."""
    opened = opening(session, dossier, act=act, parts=[PART])
    if (opened.dossier.id, PART) in opened.keys.frozen:
        raise opened.keys.refusal(opened.dossier.id, PART)
    return opened, network_of(opened)


def _done(request: KeyedRequest, dossier: str, step: str) -> bool:
    name = "network.erase" if step == "erase" else f"network.{step}_tie"
    key = f"{name} {request.POST.get('once', '')}"
    return outcome_of(key, actor=request.signed_in.person, lock=dossier) is not None


def framed(opened: Opened) -> Frame:
    """The frame of every page of the network."""
    return frame(opened.dossier, opened.summary, "network:map")


def _day(request: KeyedRequest) -> date:
    """The asked day, when it has come."""
    try:
        asked = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return today()
    return min(asked, today())


def _back(dossier: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("network:map", args=[dossier]) + "#list")
