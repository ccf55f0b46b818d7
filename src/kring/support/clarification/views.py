"""The board, one referral, what one does with it, and its original message. For the intake circle alone."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kring.support.clarification import page
from kring.support.clarification.actions import MERGED_RAW
from kring.support.clarification.board import board as laid_out
from kring.support.clarification.forms import StepForm
from kring.support.clarification.knocking import says_first
from kring.support.clarification.queries import merged_into, on_board
from kring.support.clarification.rules import NotNow
from kring.support.clarification.steps import DO
from kring.support.dossier.rules import MayNotCarry
from kring.support.intake.actions import OpenReferral, open_referral, original_of
from kring.support.intake.content import Original
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.replies import raw_of
from kring.team.access import in_circle
from kring.team.clock import today
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

APPENDED = ("note", "acute")
"""Steps that add and change nothing of what others wrote: they fit whatever came first."""

intake = in_circle("intake")


@door("clarification.board", to=intake)
@require_GET
def board(request: KeyedRequest) -> HttpResponse:
    """Five lanes of cards without a name; needs no key."""
    shown = laid_out(on_board(today()), request.signed_in.person, today())
    return render(request, "support/clarification/pages/board.html", {"board": shown, "done": _done(request)})


@door("clarification.referral", to=intake)
@require_GET
def referral(request: KeyedRequest, referral: str) -> HttpResponse:
    """One referral: what came in, what was said since, what can be done now; or the one it was put together with."""
    try:
        opened = open_referral(request.signed_in, referral)
    except Refused:
        if first := merged_into(referral):
            return HttpResponseRedirect(reverse("clarification:referral", args=[first]))
        raise
    return _page(request, opened)


@door("clarification.original", to=intake)
@require_GET
def original(request: KeyedRequest, referral: str) -> HttpResponse:
    """The message exactly as it came: always to keep, never to show."""
    return _kept_as_it_came(original_of(open_referral(request.signed_in, referral)))


@door("clarification.mail", to=intake)
@require_GET
def mail(request: KeyedRequest, referral: str, letter: str) -> HttpResponse:
    """A message that came later to the same referral, exactly as it came."""
    return _kept_as_it_came(raw_of(open_referral(request.signed_in, referral), letter))


@door("clarification.merged_original", to=intake)
@require_GET
def merged_original(request: KeyedRequest, referral: str, record: str) -> HttpResponse:
    """The message of a referral that was put together with this one, exactly as it came."""
    opened = open_referral(request.signed_in, referral)
    row = ReferralRecord.objects.filter(id=record, referral=opened.referral, kind=MERGED_RAW).first()
    return _kept_as_it_came(opened.keys.open(row, Original).raw if row else None)


def _kept_as_it_came(raw: bytes | None) -> HttpResponse:
    if raw is None:
        raise Refused
    response = HttpResponse(raw, content_type="application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="message.eml"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@door("clarification.step", to=intake)
@require_POST
def step(request: KeyedRequest, referral: str, step: str) -> HttpResponse:
    """Take one step with its form; a sending that was done before is answered as it was the first time."""
    if step not in DO:
        raise Http404
    if before := _after(request, referral, step):
        return before
    try:
        opened = open_referral(request.signed_in, referral)
    except Refused:
        return _over(request, referral, step)
    form = page.form(step, opened, request.signed_in.person, request.POST)
    if not form.is_valid() or says_first(request.signed_in, opened, form, request.POST):
        return _after(request, referral, step) or _page(request, opened, form)
    if not _taken(request, step, opened, form):
        return _after(request, referral, step) or _page(request, opened, form)
    return _after(request, referral, step) or HttpResponseRedirect(reverse("clarification:board"))


def _taken(request: KeyedRequest, step: str, opened: OpenReferral, form: StepForm) -> bool:
    """Do it; False with a sentence in the form when it does not fit or a colleague was earlier."""
    try:
        if form.cleaned_data["seen"] != form.around.seen and step not in APPENDED:
            raise Conflict
        DO[step](request.signed_in, opened, form)
    except NotNow as reason:
        form.refuse(reason)
    except MayNotCarry:
        form.add_error("deputy", _("Holder and deputy are two colleagues of the circle under professional secrecy."))
    except Conflict:
        form.add_error(None, _("A colleague was earlier and changed this referral. Your words still stand here: look."))
    else:
        return True
    return False


def _page(request: KeyedRequest, opened: OpenReferral, tried: StepForm | None = None) -> HttpResponse:
    """The page; a form that came back stands in it on the state as it is now."""
    if tried is not None:
        try:
            opened = open_referral(request.signed_in, opened.referral.id)
        except Refused:
            return _over(request, opened.referral.id, tried.step)
        tried = tried.on(page.form(tried.step, opened, request.signed_in.person, None).around)
    context = page.of(opened, request.signed_in.person, tried=tried) | {"done": _done(request)}
    return render(request, "support/clarification/pages/referral.html", context)


def _over(request: KeyedRequest, referral: str, step: str) -> HttpResponse:
    """A colleague ended it meanwhile and nothing of it is kept: what was typed goes back to who typed it."""
    if not Referral.objects.filter(id=referral, lane=Referral.Lane.DECIDED, filed=False).exists():
        raise Refused
    typed = page.typed(step, request.POST)
    return render(request, "support/clarification/pages/over.html", {"typed": typed}, status=409)


def _after(request: KeyedRequest, referral: str, step: str) -> HttpResponse | None:
    """Where a sending that was done leads to; None when it was not done."""
    outcome = outcome_of(request.POST.get("once", ""), actor=request.signed_in.person, lock=referral)
    if outcome is None:
        return None
    if step == "take_role":
        return HttpResponseRedirect(reverse("desk:dossier", args=[outcome]))
    if Referral.objects.filter(id=referral, lane=Referral.Lane.DECIDED, filed=False).exists():
        return HttpResponseRedirect(f"{reverse('clarification:board')}?done=forgotten")
    return HttpResponseRedirect(f"{reverse('clarification:referral', args=[referral])}?done={step}")


def _done(request: KeyedRequest) -> object:
    return page.DONE.get(request.GET.get("done", ""), "")
