"""What went out can be wrong: answering it anew, or withdrawing it. Each with a page that asks why."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kring.reporting.composer import actions, queries, rules, showing
from kring.reporting.composer.forms import CorrectForm, WithdrawForm
from kring.reporting.composer.queries import Open
from kring.reporting.composer.views import PAGES, composes
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused


@door("composer.correct", to=composes)
@require_http_methods(["GET", "POST"])
def correct(request: KeyedRequest, question: str) -> HttpResponse:
    """A new version of an answer that went out: it says which one it replaces, and why."""
    open_ = _open(request, question, "composer.correct")
    form = CorrectForm(request.POST) if request.method == "POST" else CorrectForm.fresh(open_.row.revision)
    if request.method == "GET" or not form.is_valid():
        return _asks(request, open_, form, "correct")
    by, given = request.signed_in.person, form.cleaned_data
    try:
        actions.change(
            request.signed_in,
            open_,
            lambda now: rules.corrected(now, by, given["why"]),
            act="composer.correct",
            seen=given["seen"],
            once=form.key,
        )
    except Conflict:
        open_ = queries.opened(request.signed_in, question, act="composer.correct")
        return _asks(request, open_, CorrectForm(form.on_top_of(open_.row.revision)), "correct", late=True)
    except rules.NotNow:
        raise Refused from None
    drafts.accepted(request)
    return redirect("reporting:question", question)


@door("composer.withdraw", to=composes)
@require_http_methods(["GET", "POST"])
def withdraw(request: KeyedRequest, question: str) -> HttpResponse:
    """An answer that went out stands no more, and open figures say so."""
    open_ = _open(request, question, "composer.withdraw")
    form = WithdrawForm(request.POST) if request.method == "POST" else WithdrawForm.fresh(open_.row.revision)
    if request.method == "GET" or not form.is_valid():
        return _asks(request, open_, form, "withdraw")
    by, given = request.signed_in.person, form.cleaned_data
    try:
        actions.withdraw(
            request.signed_in,
            open_,
            lambda now: rules.withdrawn(now, by, given["why"], today()),
            seen=given["seen"],
            once=form.key,
        )
    except Conflict:
        open_ = queries.opened(request.signed_in, question, act="composer.withdraw")
        return _asks(request, open_, WithdrawForm(form.on_top_of(open_.row.revision)), "withdraw", late=True)
    except rules.NotNow:
        raise Refused from None
    drafts.accepted(request)
    return redirect("reporting:question", question)


def _open(request: KeyedRequest, question: str, act: str) -> Open:
    open_ = queries.opened(request.signed_in, question, act=act)
    if request.method == "GET" and not rules.can_take_back(open_.said):
        raise Refused
    return open_


def _asks(
    request: KeyedRequest, open_: Open, form: CorrectForm | WithdrawForm, what: str, *, late: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "question": open_.row.id,
        "short": showing.short(open_.said.received.text),
        "versions": showing.versions(open_),
        "late": late,
        "theirs": open_.said.correcting or open_.said.withdrawn_why,
        "may": rules.can_take_back(open_.said),
    }
    return render(request, f"{PAGES}/{what}.html", context, status=409 if late else 200)
