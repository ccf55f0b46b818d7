"""The pages of what the client agreed to share: all of it with writing one down, one to withdraw, one on paper."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.disclosure.agreeing import actions
from kring.support.disclosure.agreeing.forms import AgreeForm, WithdrawForm
from kring.support.disclosure.agreeing.shown import line, lines
from kring.support.dossier.agreements.queries import agreements, find
from kring.support.dossier.agreements.rules import DoesNotFit
from kring.support.dossier.frame import frame
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.team.printing import CannotPrint, handed_over, prepare, printed
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGES = "support/disclosure/agreeing/pages"


@door("agreement.list")
@require_http_methods(["GET", "POST"])
def agreed(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What the client agreed to, with whom; and writing down something new."""
    opened = actions.enter(request.signed_in, dossier, act="agreement.list")
    form = AgreeForm(request.POST) if request.method == "POST" else AgreeForm()
    if form.is_bound and form.is_valid():
        try:
            actions.give(opened, form.said(request.signed_in.person), once=form.cleaned_data["once"])
        except DoesNotFit as wrong:
            form.add_error(wrong.field, str(wrong.sentence))
        else:
            drafts.accepted(request)
            return HttpResponseRedirect(f"{reverse('disclosure:agreed', args=[dossier])}?done=agreed")
    return _all(request, opened, form)


@door("agreement.read")
@require_http_methods(["GET", "POST"])
def agreement(request: KeyedRequest, dossier: str, agreement: str) -> HttpResponse:
    """One of them, and withdrawing it."""
    opened = actions.enter(request.signed_in, dossier, act="agreement.read")
    one = find(agreements(opened.keys, dossier), agreement)
    form = WithdrawForm(request.POST) if request.method == "POST" else WithdrawForm()
    late = False
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            actions.withdraw(opened, one, on=given["on"], told_by=given["told_by"], once=given["once"])
        except DoesNotFit as wrong:
            form.add_error(wrong.field, str(wrong.sentence))
        except Conflict:
            late = True
        else:
            drafts.accepted(request)
            return HttpResponseRedirect(f"{reverse('disclosure:agreed', args=[dossier])}?done=withdrawn")
    return _one(request, opened, agreement, form, late=late)


@door("agreement.paper")
@require_POST
def paper(request: KeyedRequest, dossier: str, agreement: str) -> HttpResponse:
    """One small page that the client signs or keeps."""
    opened = actions.enter(request.signed_in, dossier, act="agreement.paper")
    one = find(agreements(opened.keys, dossier), agreement)
    said = line(one, team.colleagues({one.said.by}))
    try:
        return handed_over(printed(f"{PAGES}/paper/agreement.html", {"one": said}), "agreement")
    except CannotPrint as why:
        return _one(request, opened, agreement, WithdrawForm(), said=str(why.sentence))


def _all(request: KeyedRequest, opened: Opened, form: AgreeForm) -> HttpResponse:
    kept = agreements(opened.keys, opened.dossier.id)
    context = _around(opened, {one.said.by for one in kept})
    names = context.pop("names")
    context |= {
        "agreements": lines(kept, names),
        "form": form if opened.dossier.state == Dossier.State.OPEN else None,
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/agreed.html", context)


def _one(
    request: KeyedRequest, opened: Opened, agreement: str, form: WithdrawForm, *, late: bool = False, said: str = ""
) -> HttpResponse:
    prepare()
    one = find(agreements(opened.keys, opened.dossier.id), agreement)
    context = _around(opened, {one.said.by, one.said.noted_by})
    shown = line(one, context.pop("names"))
    context |= {"one": shown, "form": form, "late": late, "said": said}
    return render(request, f"{PAGES}/agreement.html", context, status=409 if late else 200)


def _around(opened: Opened, people: set[str]) -> dict[str, Any]:
    row = opened.dossier
    names = team.colleagues({row.holder, row.deputy, *filter(None, people)})
    return {"names": names, "frame": frame(row, opened.summary, "disclosure:told", names=names)}
