"""The consultations of a dossier, the preparation of one, one person at its table, and what one does there."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support import hint_words
from kring.support.consultation import actions, page, queries, rules, words
from kring.support.consultation.content import Seat
from kring.support.consultation.forms import (
    DetailsForm,
    HoldForm,
    ItemForm,
    NotesForm,
    SeatForm,
    StartForm,
    StepForm,
    key_of,
)
from kring.support.consultation.opened import PART, OpenTable, open_table
from kring.support.consultation.steps import DO, OF_SEAT, PRESSED, PRESSED_OF_SEAT, Press
from kring.support.dossier.agreements.queries import PART as AGREEMENTS
from kring.support.dossier.disclosing.rules import MayNotShare
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.network.actions import PART as NETWORK
from kring.support.network.content import Tie
from kring.support.network.queries import network_of, tie_of
from kring.team.drafts import actions as drafts
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.gate import Session
from kring.vault.refusals import Conflict

PAGES = "support/consultation/pages"
TRIES = 3
"""What only adds is tried again when a colleague wrote at the same moment."""
ADDS = frozenset({"item", "seat", "agree"})


@door("consultation.list")
@require_http_methods(["GET", "POST"])
def consultations(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Every consultation of a dossier, newest first; and a new one. `tie`: the id of whom on the network to invite."""
    opened = opening(request.signed_in, dossier, act="consultation.list", parts=[PART, *_beside(request)])
    onward = f"?tie={request.GET['tie']}#seat" if _invited(request, opened) else ""
    form = StartForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            given = form.cleaned_data
            moment: dict[str, Any] = {"at": form.at, "minutes": given["minutes"], "place": given["place"]}
            started = actions.start(request.signed_in, opened, once=form.key, **moment)
            there = reverse("consultation:consultation", args=[dossier, started])
            return HttpResponseRedirect(f"{there}{onward}")
        except rules.NotNow as reason:
            form.refuse(reason)
    return render(request, f"{PAGES}/consultations.html", _list(request.signed_in, opened, form) | {"onward": onward})


@door("consultation.prepare")
@require_GET
def consultation(request: KeyedRequest, dossier: str, consultation: str) -> HttpResponse:
    """The preparation of one: for who holds the minutes."""
    table = open_table(request.signed_in, dossier, consultation, act="consultation.prepare", beside=_beside(request))
    return _prepared(request, table, invited=_invited(request, table.opened))


@door("consultation.step")
@require_http_methods(["GET", "POST"])
def step(request: KeyedRequest, dossier: str, consultation: str, step: str) -> HttpResponse:
    """One step of the preparation; a sending that was done before leads where it led, and looking to the page."""
    here = reverse("consultation:consultation", args=[dossier, consultation])
    if request.method == "GET":
        return HttpResponseRedirect(here)
    if step in PRESSED:
        refused = pressed(request, dossier, consultation, PRESSED[step])
        return HttpResponseRedirect(here) if refused is None else _prepared(request, refused[0], said=refused[1])
    if step not in DO:
        raise Http404
    table, form = taken(request, dossier, consultation, step, DO[step], _form(step))
    return HttpResponseRedirect(f"{here}#{step}") if form is None else _prepared(request, table, form)


@door("consultation.remove_item")
@require_POST
def remove_item(request: KeyedRequest, dossier: str, consultation: str, item: str) -> HttpResponse:
    """A point of the agenda goes."""
    table = open_table(request.signed_in, dossier, consultation, act="consultation.step")
    try:
        actions.remove_item(request.signed_in, table, item, once=request.POST.get("once", ""))
    except rules.NotNow as reason:
        return _prepared(request, table, said=str(reason.sentence))
    return HttpResponseRedirect(reverse("consultation:consultation", args=[dossier, consultation]))


@door("consultation.seat")
@require_GET
def seat(request: KeyedRequest, dossier: str, consultation: str, seat: str) -> HttpResponse:
    """One person at the table; the ground of what he may get is chosen by a link, it tells nothing about anybody."""
    table = _at_the_seat(request, dossier, consultation, "consultation.seat")
    return _seat(request, table, actions.seat_of(table, seat), ground=request.GET.get("ground", ""))


@door("consultation.seat_step")
@require_http_methods(["GET", "POST"])
def seat_step(request: KeyedRequest, dossier: str, consultation: str, seat: str, step: str) -> HttpResponse:
    """One step for one person at the table."""
    if step not in OF_SEAT and step not in PRESSED_OF_SEAT:
        raise Http404
    if request.method == "GET":
        return HttpResponseRedirect(reverse("consultation:seat", args=[dossier, consultation, seat]))
    table = _at_the_seat(request, dossier, consultation, "consultation.seat_step")
    there = reverse("consultation:consultation", args=[dossier, consultation])
    if _was_done(request, consultation):
        return HttpResponseRedirect(there)
    person = actions.seat_of(table, seat)
    here = reverse("consultation:seat", args=[dossier, consultation, seat])
    if step in PRESSED_OF_SEAT:
        try:
            PRESSED_OF_SEAT[step](request.signed_in, table, person, request.POST.get("once", ""))
        except rules.NotNow as reason:
            return _seat(request, table, person, said=str(reason.sentence))
        return HttpResponseRedirect(there if step == "remove" else here)
    ground = request.POST.get("ground", "")
    form: StepForm = (
        SeatForm(table, request.POST, seat=person)
        if step == "seat"
        else page.give_form(table, person, ground, request.POST)
    )
    if form.is_valid() and _done(form, lambda: OF_SEAT[step](request.signed_in, table, person, form)):
        drafts.accepted(request)
        return HttpResponseRedirect(here)
    again = _at_the_seat(request, dossier, consultation, "consultation.seat")
    if form.overtaken:
        form.again(page.revision(again, form))
    return _seat(request, again, actions.seat_of(again, seat), form, ground=ground)


def taken(
    request: KeyedRequest,
    dossier: str,
    consultation: str,
    step: str,
    do: Callable[[Session, OpenTable, Any], None],
    make: Callable[[OpenTable, Any], StepForm],
) -> tuple[OpenTable, StepForm | None]:
    """Take a step with its form: the table and None when it is done, else the form as it came back."""
    table = open_table(request.signed_in, dossier, consultation, act="consultation.step")
    if _was_done(request, consultation):
        return table, None
    form = make(table, request.POST)
    for left in reversed(range(TRIES if step in ADDS else 1)):
        if form.is_valid() and _done(form, partial(do, request.signed_in, table, form)):
            drafts.accepted(request)
            return table, None
        if not form.overtaken:
            break
        table = open_table(request.signed_in, dossier, consultation, act="consultation.step")
        if left:
            form = make(table, request.POST)
        else:
            form.again(page.revision(table, form))
    return table, form


def pressed(request: KeyedRequest, dossier: str, consultation: str, press: Press) -> tuple[OpenTable, str] | None:
    """Press a button; None when it is done, else the table and why not."""
    table = open_table(request.signed_in, dossier, consultation, act="consultation.step")
    try:
        press(request.signed_in, table, request.POST.get("once", ""))
    except rules.NotNow as reason:
        return table, str(reason.sentence)
    except Conflict:
        return table, gettext("A colleague was earlier. Look again.")
    return None


def _done(form: StepForm, do: Callable[[], None]) -> bool:
    """Do it; False with a sentence in the form when it does not fit or a colleague was earlier."""
    try:
        do()
    except (rules.NotNow, MayNotShare) as reason:
        form.refuse(reason)
    except Conflict:
        form.overtaken = True
        form.add_error(None, gettext("A colleague was earlier. Your words still stand here, beside what stands now."))
    else:
        return True
    return False


def _was_done(request: KeyedRequest, consultation: str) -> bool:
    key = key_of(request.POST)
    return outcome_of(key, actor=request.signed_in.person, lock=consultation) is not None


def _form(step: str) -> Callable[[OpenTable, Any], StepForm]:
    made: dict[str, Callable[[OpenTable, Any], StepForm]] = {
        "details": lambda table, given: DetailsForm(given),
        "item": ItemForm,
        "seat": SeatForm,
        "notes": lambda table, given: NotesForm(given),
        "hold": lambda table, given: HoldForm(given),
    }
    return made[step]


def _at_the_seat(request: KeyedRequest, dossier: str, consultation: str, act: str) -> OpenTable:
    """With what the client agreed to share."""
    return open_table(request.signed_in, dossier, consultation, act=act, beside=[AGREEMENTS])


def _beside(request: KeyedRequest) -> list[str]:
    return [NETWORK] if request.GET.get("tie") else []


def _invited(request: KeyedRequest, opened: Opened) -> Tie | None:
    """Who of the network is invited, when a tie stands in the address. Raises `Refused`."""
    tie = request.GET.get("tie")
    return tie_of(network_of(opened), tie).tie if tie else None


def _prepared(
    request: KeyedRequest,
    table: OpenTable,
    tried: StepForm | None = None,
    said: str = "",
    invited: Tie | None = None,
) -> HttpResponse:
    context = page.preparation(table, tried, invited) | {"said": said, "hint_words": hint_words.AS_JSON}
    return render(request, f"{PAGES}/preparation.html", context)


def _seat(
    request: KeyedRequest,
    table: OpenTable,
    seat: Seat,
    tried: StepForm | None = None,
    *,
    ground: str = "",
    said: str = "",
) -> HttpResponse:
    context = page.of_seat(table, seat, ground, tried) | {"said": said}
    return render(request, f"{PAGES}/seat.html", context)


def _list(session: Session, opened: Opened, form: StartForm) -> dict[str, Any]:
    dossier = opened.dossier
    carries = session.person in (dossier.holder, dossier.deputy)
    found = queries.consultations(opened.keys, dossier.id)
    return {
        "dossier": dossier,
        "frame": frame(dossier, opened.summary, "consultation:consultations"),
        "found": [(row, words.where(meeting), words.state(meeting), meeting) for row, meeting in found],
        "form": form if carries and dossier.state == Dossier.State.OPEN else None,
        "carries": carries,
    }
