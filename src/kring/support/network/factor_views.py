"""Loss and bond factors: noting one with what is done about it, looking at one again, erasing one."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.dossier.frame import Frame
from kring.support.dossier.opening import Opened
from kring.support.intake.codelists import LifeDomain
from kring.support.network import actions, factors
from kring.support.network.factor_examples import EXAMPLES
from kring.support.network.forms import EraseForm, FactorForm, NetworkForm, ReviewForm
from kring.support.network.queries import FactorRow, factor_of
from kring.support.network.views import entered, framed
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "support/network/pages/"
ACTS = {"review": "network.review_factor", "erase": "network.erase"}


@door("network.add_factor")
@require_http_methods(["GET", "POST"])
def add(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Note what loosens or holds the bond."""
    opened, network = entered(request.signed_in, dossier, "network.add_factor")
    if network.shut:
        raise Refused
    form = FactorForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.add_factor(opened, form.factor, once=form.cleaned_data["once"])
        return _back(dossier)
    examples = [(LifeDomain(domain).label, loss, bond) for domain, loss, bond in EXAMPLES]
    shown = {"frame": framed(opened), "form": form, "examples": examples}
    return render(request, f"{PAGES}add_factor.html", shown)


@door("network.factor")
@require_GET
def factor(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """One factor with what became of it."""
    opened, network = entered(request.signed_in, dossier, "network.factor")
    return _page(request, framed(opened), factor_of(network, record), {})


@door("network.factor_step")
@require_POST
def step(request: KeyedRequest, dossier: str, record: str, step: str) -> HttpResponse:
    """Look at it again, or erase it."""
    if step not in ACTS:
        raise Http404
    opened, network = entered(request.signed_in, dossier, ACTS[step])
    once = f"{ACTS[step]} {request.POST.get('once', '')}"
    if outcome_of(once, actor=request.signed_in.person, lock=dossier) is not None:
        return _back(dossier)
    row = factor_of(network, record)
    form = _form(step, row, request.POST)
    if form.is_valid():
        try:
            _taken(opened, row, step, form)
        except Conflict:
            given = request.POST.copy()
            given["seen"] = str(row.seen.revision)
            return _page(request, framed(opened), row, {step: _form(step, row, given)}, status=409)
        return _back(dossier)
    return _page(request, framed(opened), row, {step: form})


def _taken(opened: Opened, row: FactorRow, step: str, form: Any) -> None:
    if form.cleaned_data["seen"] != row.seen.revision:
        raise Conflict
    once = form.cleaned_data["once"]
    if step == "review":
        actions.review_factor(opened, row.seen, row.factor, form.review, once=once)
    else:
        actions.erase_record(opened, row.seen, once=once)


def _form(step: str, row: FactorRow, given: Any) -> NetworkForm:
    kind = ReviewForm if step == "review" else EraseForm
    return kind(given, seen=row.seen.revision)


def _page(
    request: KeyedRequest, frame: Frame, row: FactorRow, tried: dict[str, NetworkForm], status: int = 200
) -> HttpResponse:
    shown = {
        "frame": frame,
        "record": row.seen.record,
        "line": factors.line(row),
        "reviews": factors.reviews(row.factor),
        "forms": {step: tried.get(step) or _form(step, row, None) for step in ACTS},
        "tried": next(iter(tried), ""),
        "earlier": status == 409,
    }
    return render(request, f"{PAGES}factor.html", shown, status=status)


def _back(dossier: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("network:map", args=[dossier]) + "#factors")
