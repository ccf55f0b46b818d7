"""One page: whom I can give keys back, what was left behind, and which of my own dossiers wait for a key."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kring.support.dossier.rules import MayNotCarry
from kring.support.followup import giving_back, handing_over
from kring.support.followup.carriers import around, carriers
from kring.team.access import colleague_only
from kring.team.enrolment.rules import NotAllowed
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict


@require_GET
@door("followup.keys", to=colleague_only)
def keys(request: KeyedRequest) -> HttpResponse:
    """What there is to give back, to hand over and to wait for; dossiers by number, nothing of their content."""
    me = request.signed_in.person
    context = {
        "missing": giving_back.missing_around(me),
        "left": (left := handing_over.left_to(me)),
        "who_left": handing_over.together(left),
        "waits": (waits := giving_back.waits_for(me)),
        "lost": any(not one.helpers for one in waits),
        "done": request.GET.get("done", ""),
    }
    return render(request, "support/followup/pages/keys.html", context)


@require_POST
@door("followup.give_back", to=colleague_only)
def give_back(request: KeyedRequest, person: str) -> HttpResponse:
    """All dossiers two colleagues share, in one act; done twice it is done once."""
    me = request.signed_in.person
    if any(one.person == person for one in giving_back.missing_around(me)) or not _shares(me, person):
        giving_back.give_back(request.signed_in, person)
    return redirect(f"{reverse('followup:keys')}?done=given")


@require_POST
@door("followup.ask_trustees", to=colleague_only)
def ask_trustees(request: KeyedRequest) -> HttpResponse:
    """Dossiers that nobody can give back are asked of two trustees."""
    try:
        giving_back.ask_trustees(request.signed_in.person)
    except NotAllowed:
        return redirect("followup:keys")  # somebody can help meanwhile, or it was asked already
    return redirect(f"{reverse('followup:keys')}?done=asked")


@require_POST
@door("followup.hand_over", to=colleague_only)
def hand_over(request: KeyedRequest, dossier: str) -> HttpResponse:
    """One empty place, one colleague."""
    place, _, to = request.POST.get("to", "").partition(" ")
    try:
        handing_over.hand_over(request.signed_in, dossier, place, to)
    except (MayNotCarry, Conflict):
        return redirect(f"{reverse('followup:keys')}?done=not")
    return redirect(f"{reverse('followup:keys')}?done=handed")


@require_POST
@door("followup.hand_over_all", to=colleague_only)
def hand_over_all(request: KeyedRequest, person: str) -> HttpResponse:
    """Every place somebody left that I can fill, to one colleague; pressed again it goes on where it was."""
    left = handing_over.hand_over_all(request.signed_in, person, request.POST.get("to", ""))
    return redirect(f"{reverse('followup:keys')}?done={'not' if left else 'handed'}")


def _shares(me: str, person: str) -> bool:
    """Whether both carry a dossier: then nothing is left to give, and a second tap is no mistake."""
    rows = around(me)
    return any(one.person == person for one in carriers(rows)) and person != me
