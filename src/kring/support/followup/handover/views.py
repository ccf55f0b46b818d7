"""The pages of a handover: offering one dossier or several, reading an offer and answering it, moving the keys."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.dossier import words
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier, Summary
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.rules import MayNotCarry
from kring.support.followup.handover import answering, lists, moving, offering
from kring.support.followup.handover.forms import AnswerForm, HandoverForm, ManyForm
from kring.support.followup.handover.offering import UNDER_WAY, Plan
from kring.team import queries as team
from kring.team.access import colleague_only
from kring.team.drafts import actions as drafts
from kring.vault import gate
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused

DONE = {
    "offered": gettext_lazy("It was offered. Until your colleague says yes it stays yours."),
    "answered": gettext_lazy("Your answer is given."),
    "moved": gettext_lazy("The keys have moved."),
    "some": gettext_lazy("Some wait still: press again, or look who may carry them."),
    "back": gettext_lazy("The offer is taken back. Your words still stand in the form."),
    "changed": gettext_lazy("It was changed meanwhile. Look again."),
}
MAY_NOT = gettext_lazy("Receiver and deputy are two colleagues of the circle under professional secrecy.")
EARLIER = gettext_lazy("It is offered already, or that colleague holds it now. Your words still stand here.")


@door("followup.handovers", to=colleague_only)
@require_GET
def handovers(request: KeyedRequest) -> HttpResponse:
    """What was offered to me and by me."""
    found = lists.of(request.signed_in.person)
    return render(request, "support/followup/pages/handovers.html", {"lists": found, "done": _done(request)})


@door("followup.handover")
@require_http_methods(["GET", "POST"])
def handover(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Offer one dossier to a colleague."""
    opened = opening(request.signed_in, dossier, act="followup.handover")
    _check_carries(request, opened.dossier)
    before = lists.of_dossier(opened.dossier)
    waiting = before if before is not None and before.state in UNDER_WAY else None
    people = _people(request, [opened.dossier])
    if request.method == "GET":
        again = None if waiting else lists.words_of(request.signed_in, before)
        return _offering(request, opened, HandoverForm(people, before=again), waiting)
    form = HandoverForm(people, request.POST)
    if form.is_valid() and _offered(request, opened, form):
        drafts.accepted(request)
        return _back("offered")
    return _offering(request, opened, form, waiting)


@door("followup.hand_over_many", to=colleague_only)
@require_http_methods(["GET", "POST"])
def many(request: KeyedRequest) -> HttpResponse:
    """Several dossiers to one colleague; what cannot go stays in the list, with its reason."""
    me = request.signed_in.person
    mine = [one.verified() for one in Dossier.objects.filter(holder=me, state=Dossier.State.OPEN).order_by("number")]
    under_way = lists.offered(mine)
    left = [one for one in mine if one.id not in under_way]
    people = _people(request, mine)
    form = ManyForm(people, _labelled(request, left), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        for dossier in form.cleaned_data["dossiers"][: moving.SLICE]:
            opened = opening(request.signed_in, dossier, act="followup.handover")
            if not _offered(request, opened, form):
                break
        else:
            drafts.accepted(request)
            return _back("offered")
    return render(request, "support/followup/pages/many.html", {"form": form, "left": left, "offered": under_way})


@door("followup.offer")
@require_http_methods(["GET", "POST"])
def offer(request: KeyedRequest, handover: str) -> HttpResponse:
    """Read what a colleague offers, and answer."""
    found = answering.read(request.signed_in, handover)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            row = answering.answer(request.signed_in, handover, form.cleaned_data["said"])
        except Conflict:
            form.add_error(None, _("It was changed meanwhile. Look again."))
        else:
            return _answered(request, row.id, form.cleaned_data["said"])
    names = team.colleagues({found.row.giver, found.row.receiver, found.row.deputy})
    context = {
        "offer": found.row,
        "content": found.content,
        "form": form,
        "names": {name: names[who].name for name, who in _sides(found.row).items() if who in names},
        "leaves": words.day(found.content.leaves_on) if found.content.leaves_on else "",
        "waits": found.row.state in UNDER_WAY and found.row.receiver == request.signed_in.person,
    }
    return render(request, "support/followup/pages/offer.html", context)


@door("followup.take_back")
@require_POST
def take_back(request: KeyedRequest, handover: str) -> HttpResponse:
    """Take an offer back."""
    try:
        offering.take_back(request.signed_in, handover)
    except Conflict:
        return _back("changed")
    return _back("back")


@door("followup.move", to=colleague_only)
@require_POST
def move(request: KeyedRequest) -> HttpResponse:
    """Move the keys of what was accepted; pressed again it goes on where it was."""
    left = moving.move_accepted(request.signed_in)
    return _back("some" if left else "moved")


def _answered(request: KeyedRequest, handover: str, said: str) -> HttpResponse:
    """Who holds the keys already needs nobody to move them."""
    if said == answering.YES and handover in {row.id for row in moving.ready(request.signed_in.person)}:
        try:
            moving.move(request.signed_in, handover)
        except (MayNotCarry, Conflict):
            return _back("some")
        return _back("moved")
    return _back("answered")


def _offered(request: KeyedRequest, opened: Opened, form: HandoverForm) -> bool:
    """Offer it; False with a sentence in the form when it does not fit."""
    given, dossier = form.cleaned_data, opened.dossier
    deputy = given["deputy"] or dossier.deputy
    if deputy == given["receiver"]:
        form.add_error("deputy", _("Your colleague is deputy now. Who is it afterwards? It may be you."))
        return False
    content = form.content(opened.summary.label)
    once = f"{given['once']} {digest(repr((content, given['receiver'], deputy)).encode()).hex()}"
    plan = Plan(given["receiver"], deputy, given["once"][:22])
    try:
        offering.offer(request.signed_in, opened, plan, content, once=once)
    except MayNotCarry:
        form.add_error("receiver", str(MAY_NOT))
    except Conflict:
        form.add_error("receiver", str(EARLIER))
    else:
        return True
    return False


def _offering(request: KeyedRequest, opened: Opened, form: HandoverForm, waiting: Any) -> HttpResponse:
    names = team.colleagues({waiting.receiver}) if waiting else {}
    context = {
        "frame": frame(opened.dossier, opened.summary, "followup:direction"),
        "dossier": opened.dossier,
        "form": form,
        "waiting": waiting,
        "receiver": names[waiting.receiver].name if waiting and waiting.receiver in names else "",
        "done": _done(request),
    }
    return render(request, "support/followup/pages/handover.html", context)


def _people(request: KeyedRequest, dossiers: list[Dossier]) -> list[tuple[str, str]]:
    me = request.signed_in.person
    return [
        (who, _("%(name)s (me)") % {"name": name} if who == me else name) for who, name in offering.takers(dossiers)
    ]


def _labelled(request: KeyedRequest, dossiers: list[Dossier]) -> list[tuple[str, str]]:
    """Number and label of each, opened in one go."""
    ids = [one.id for one in dossiers]
    keys = gate.entering(request.signed_in, act="followup.hand_over_many", of=ids, parts=["summary"], strict=False)
    rows = {row.dossier_id: row for row in Summary.objects.filter(dossier__in=ids)}
    held = [one for one in dossiers if keys.holds(one.id, "summary")]
    labels = {one.id: keys.open(rows[one.id], SummaryContent).label for one in held}
    return [(one.id, f"{labels[one.id]} · {one.number}") for one in held]


def _check_carries(request: KeyedRequest, dossier: Dossier) -> None:
    if request.signed_in.person not in (dossier.holder, dossier.deputy):
        raise Refused


def _sides(row: Any) -> dict[str, str]:
    return {"giver": row.giver, "receiver": row.receiver, "deputy": row.deputy}


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('followup:handovers')}?done={done}")


def _done(request: KeyedRequest) -> Any:
    return DONE.get(request.GET.get("done", ""), "")
