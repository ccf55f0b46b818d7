"""The page of case direction of one dossier, and what is changed there."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from kring.support.dossier.content import Mode
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.rules import MayNotCarry
from kring.support.followup.direction import along, modes, sheet
from kring.support.followup.direction.forms import AlongForm, ModeForm
from kring.support.followup.handover.offering import takers
from kring.support.plan.queries import actions_waiting
from kring.team import queries as team
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PARTS = ("journal", "plan")
DONE = {
    "along": gettext_lazy("Your colleague works along."),
    "ended": gettext_lazy("Your colleague works along no more. The keys are withdrawn and every lock moved on."),
    "mode": gettext_lazy("It is written down."),
}


@door("followup.direction")
@require_GET
def direction(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Who carries it, who works along, how we work, what was handed over."""
    return _page(request, _open(request, dossier), {})


@door("followup.along")
@require_POST
def let_along(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Let a colleague work along."""
    opened = _open(request, dossier)
    along.check_directs(request.signed_in, opened.dossier)
    form = AlongForm(takers([opened.dossier]), request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            along.let_along(
                request.signed_in, opened.dossier, given["person"], until=given["until"], once=given["once"]
            )
        except MayNotCarry:
            form.add_error("person", _("Only a colleague of the circle under professional secrecy can work along."))
        except Conflict:
            form.add_error("person", _("This colleague stands around the dossier already."))
        else:
            return _back(dossier, "along")
    return _page(request, opened, {"along": form})


@door("followup.end_along")
@require_POST
def end_along(request: KeyedRequest, dossier: str, along_id: str) -> HttpResponse:
    """End it."""
    opened = _open(request, dossier)
    along.end(request.signed_in, opened.dossier, along_id)
    if request.signed_in.person not in (opened.dossier.holder, opened.dossier.deputy):
        return HttpResponseRedirect(reverse("desk:my_dossiers"))
    return _back(dossier, "ended")


@door("followup.mode")
@require_POST
def change_mode(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Work otherwise from a day on."""
    opened = _open(request, dossier)
    along.check_directs(request.signed_in, opened.dossier)
    form = ModeForm(request.POST)
    if form.is_valid():
        try:
            modes.change(request.signed_in, opened, Mode(form.cleaned_data["mode"]), form.cleaned_data["from_on"])
        except Conflict:
            opened = _open(request, dossier)
            form.add_error(None, _("A colleague was earlier. Your words still stand here: look."))
        else:
            return _back(dossier, "mode")
    return _page(request, opened, {"mode": form})


def _open(request: KeyedRequest, dossier: str) -> Opened:
    return opening(request.signed_in, dossier, act="followup.direction", parts=PARTS)


def _page(request: KeyedRequest, opened: Opened, tried: dict[str, Any]) -> HttpResponse:
    dossier, me = opened.dossier, request.signed_in.person
    rows = sheet.people_of(opened)
    handed = {who for note in rows[1] for who in (note.handover.giver, note.handover.receiver)}
    waiting = actions_waiting(opened.keys, [dossier.id])
    do = {one.content.person for one in waiting if one.ours}
    directs = me in (dossier.holder, dossier.deputy) and dossier.state == Dossier.State.OPEN
    beside = {dossier.holder, dossier.deputy, *(one.person for one in rows[0])}
    members, names = team.members_and(dossier.circle, beside | handed | do)
    people = [(one.principal, one.name) for one in members if directs and one.principal not in beside]
    context = {
        "frame": frame(dossier, opened.summary, "followup:direction", names=names),
        "dossier": dossier,
        "sheet": sheet.of(opened, rows, waiting, names, me),
        "directs": directs,
        "along_form": tried.get("along") or AlongForm(people),
        "mode_form": tried.get("mode") or ModeForm(mode=opened.summary.mode),
        "tried": next(iter(tried), ""),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "support/followup/pages/direction.html", context)


def _back(dossier: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('followup:direction', args=[dossier])}?done={done}")
