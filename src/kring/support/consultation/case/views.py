"""The case consultations of a dossier, and one of them."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.support.consultation.case import actions
from kring.support.consultation.case.actions import OpenCase
from kring.support.consultation.case.forms import CaseForm, OwnActionForm
from kring.support.consultation.case.rules import Basis
from kring.support.consultation.forms import key_of
from kring.support.consultation.opened import PART
from kring.support.consultation.rules import NotNow
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.team.drafts import actions as drafts
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGES = "support/consultation/case/pages"


@door("case_consultation.list")
@require_http_methods(["GET", "POST"])
def case_consultations(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Every case consultation of a dossier; and opening one."""
    opened = opening(request.signed_in, dossier, act="case_consultation.list", parts=[PART])
    form = CaseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        about: dict[str, Any] = {name: form.cleaned_data[name] for name in ("on", "basis", "document", "purpose")}
        about["modalities"] = form.cleaned_data["modalities"]
        try:
            started = actions.start(request.signed_in, opened, **about, permitted=form.people, once=form.key)
        except NotNow as reason:
            form.refuse(reason)
        else:
            drafts.accepted(request)
            return HttpResponseRedirect(reverse("consultation:case_consultation", args=[dossier, started]))
    row = opened.dossier
    carries = request.signed_in.person in (row.holder, row.deputy) and row.state == Dossier.State.OPEN
    context = {
        "dossier": row,
        "frame": frame(row, opened.summary, "consultation:consultations"),
        "found": [(one, table, Basis(table.basis).label) for one, table in actions.cases(opened.keys, row.id)],
        "form": form if carries else None,
    }
    return render(request, f"{PAGES}/cases.html", context)


@door("case_consultation.open")
@require_http_methods(["GET", "POST"])
def case_consultation(request: KeyedRequest, dossier: str, case: str) -> HttpResponse:
    """One: on which basis, who of the list sat there, and what I will do."""
    opened = actions.open_case(request.signed_in, dossier, case, act="case_consultation.open")
    here = reverse("consultation:case_consultation", args=[dossier, case])
    form = OwnActionForm(request.POST if request.POST.get("step") == "own" else None)
    if request.method == "POST":
        if outcome_of(key_of(request.POST), actor=request.signed_in.person, lock=case) is not None:
            return HttpResponseRedirect(here)
        said = _take(request, opened, form)
        if said is None:
            return HttpResponseRedirect(here)
        return _show(request, opened, form, said)
    return _show(request, opened, form)


def _take(request: KeyedRequest, case: OpenCase, form: OwnActionForm) -> str | None:
    """Do what was sent; None when it is done, else why not ("" when the form says it)."""
    step = request.POST.get("step")
    try:
        if step == "sits":
            actions.sits(request.signed_in, case, request.POST.get("who", ""), once=key_of(request.POST))
        elif step == "own":
            if not form.is_valid():
                return ""
            given = form.cleaned_data
            actions.take_upon(request.signed_in, case, what=given["what"], by_when=given["by_when"], once=form.key)
            drafts.accepted(request)
        else:
            raise Http404
    except NotNow as reason:
        return str(reason.sentence)
    except Conflict:
        return gettext("A colleague was earlier. Look again.")
    return None


def _show(request: KeyedRequest, case: OpenCase, form: OwnActionForm, said: str = "") -> HttpResponse:
    context = {
        "dossier": case.opened.dossier,
        "label": case.opened.summary.label,
        "row": case.row,
        "table": case.table,
        "basis": Basis(case.table.basis).label,
        "form": form,
        "said": said,
        "once": new_id(),
    }
    return render(request, f"{PAGES}/case.html", context)
