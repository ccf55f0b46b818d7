"""The page of onward referrals in a dossier: what there is, a new one, and the question after three months."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.support.followup.linkage import actions, queries
from kring.support.followup.linkage.content import Asked, OnwardReferral, StillRuns
from kring.support.followup.linkage.forms import ReferForm, RunsForm
from kring.support.followup.linkage.lines import lines
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGE = "support/followup/linkage/pages/linkages.html"


@door("linkage.linkages")
@require_http_methods(["GET", "POST"])
def linkages(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Where somebody was referred to, and one more."""
    opened = actions.enter(request.signed_in, dossier, act="linkage.linkages")
    if request.method == "GET":
        return _page(request, opened)
    if "look" in request.POST:
        return _page(request, opened, ReferForm(looking=request.POST.dict()), looked=True)
    form = ReferForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, form)
    try:
        actions.refer(request.signed_in, opened, _referral(request, opened, form), once=form.cleaned_data["once"])
    except Conflict:
        form.add_error(None, _("This dossier is closed. Your words still stand here."))
        return _page(request, opened, form)
    drafts.accepted(request)
    return redirect(f"{reverse('followup:linkages', args=[dossier])}?done=referred")


@door("linkage.answer")
@require_POST
def answer(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """Whether it still runs."""
    opened = actions.enter(request.signed_in, dossier, act="linkage.answer")
    form = RunsForm(request.POST.dict(), auto_id=f"{record}-%s")
    if not form.is_valid():
        return _page(request, opened, answered=(record, form))
    given = form.cleaned_data
    asked = Asked(StillRuns(given["runs"]), today(), request.signed_in.person, given["words"])
    try:
        actions.answer(request.signed_in, opened, record, asked, revision=given["revision"], once=given["once"])
    except Conflict:
        form.add_error(None, _("A colleague was earlier. Your words still stand here: look."))
        return _page(request, opened, answered=(record, form))
    return redirect(f"{reverse('followup:linkages', args=[dossier])}?done=answered")


def _referral(request: KeyedRequest, opened: Opened, form: ReferForm) -> OnwardReferral:
    given = form.cleaned_data
    found = form.found.get(given["entry"])
    return OnwardReferral(
        service=found.name if found else given["service"],
        organisation=(found.organisation if found else "") or given["organisation"],
        on=given["on"],
        by=request.signed_in.person,
        went_along=given["went_along"],
        agreed_with=given["agreed_with"],
        request=given["request"],
        entry=given["entry"],
        programme=opened.summary.programme,
    )


def _page(
    request: KeyedRequest,
    opened: Opened,
    form: ReferForm | None = None,
    *,
    looked: bool = False,
    answered: tuple[str, RunsForm] | None = None,
) -> HttpResponse:
    dossier = opened.dossier
    context = {
        "frame": frame(dossier, opened.summary, "followup:direction"),
        "dossier": dossier.id,
        "lines": lines(queries.referrals(opened), today(), answered),
        "form": form or ReferForm(),
        "tried": form is not None,
        "looked": looked,
        "writable": dossier.state == Dossier.State.OPEN and not dossier.silent,
        "silent": dossier.silent,
        "done": request.GET.get("done", ""),
    }
    return render(request, PAGE, context)
