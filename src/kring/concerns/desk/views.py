"""The concerns for who answers them: the list, and one thread with what can be done in it. Forms alone do it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from kring.concerns import access
from kring.concerns.desk import showing
from kring.concerns.desk.forms import AnswerForm, DecideForm, ThreadForm
from kring.concerns.own.filing import take_in
from kring.concerns.partners.rules import NotYet
from kring.concerns.threads import actions
from kring.concerns.threads.codelists import Outcome
from kring.concerns.threads.opening import OpenConcern, OpenPartner, open_concern, open_partners
from kring.team import queries as team
from kring.team.access import in_circle
from kring.team.once_forms import OnceForm
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGES = "concerns/desk/pages/"
DONE = {
    "answered": gettext_lazy("Answered. It stands on the page of who raised it."),
    "taken": gettext_lazy("You take this up."),
    "decided": gettext_lazy("Written down."),
    "asked": gettext_lazy("Asked. It becomes a referral when who raised it says yes."),
    "passed": gettext_lazy("It is a referral now, in the inbox."),
}
EARLIER = gettext_lazy("Somebody was earlier. What stands there now is above; your words still stand here.")
answers = in_circle(access.CIRCLE)


@door("concerns.list", to=answers)
@require_GET
def concerns(request: KeyedRequest) -> HttpResponse:
    """Every concern, those that wait for us first."""
    circle = team.circle(access.CIRCLE).principal
    opened = take_in(
        request.signed_in, open_partners(request.signed_in, circle=circle, act="concerns.list"), circle=circle
    )
    return render(request, f"{PAGES}concerns.html", showing.listed(opened))


@door("concerns.concern", to=answers)
@require_GET
def concern(request: KeyedRequest, concern: str) -> HttpResponse:
    """One thread."""
    opened, of = _open(request, concern, "concerns.concern")
    return _page(request, opened, of, {})


@door("concerns.answer", to=answers)
@require_POST
def answer(request: KeyedRequest, concern: str) -> HttpResponse:
    """A word for who raised it."""
    form = AnswerForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    return _done(
        request,
        concern,
        "answer",
        form,
        "answered",
        lambda opened, of: actions.answer(opened, of, given["words"], **form.sent()),
    )


@door("concerns.take", to=answers)
@require_POST
def take(request: KeyedRequest, concern: str) -> HttpResponse:
    """Take it up."""
    form = ThreadForm(request.POST)
    return _done(request, concern, "take", form, "taken", lambda opened, of: actions.take_up(opened, of, **form.sent()))


@door("concerns.decide", to=answers)
@require_POST
def decide(request: KeyedRequest, concern: str) -> HttpResponse:
    """How it goes on."""
    form = DecideForm(request.POST)
    given = form.cleaned_data if form.is_valid() else {}
    done = "asked" if request.POST.get("outcome") == Outcome.REFERRAL.value else "decided"
    return _done(
        request,
        concern,
        "decide",
        form,
        done,
        lambda opened, of: actions.decide(opened, of, given["outcome"], given["talk_on"], **form.sent()),
    )


def _open(request: KeyedRequest, concern: str, act: str) -> tuple[OpenPartner, OpenConcern]:
    opened, of = open_concern(request.signed_in, concern, act=act)
    [anew] = take_in(request.signed_in, [opened], circle="")
    return anew, anew.concern(of.row.id)


def _done(
    request: KeyedRequest,
    concern: str,
    which: str,
    form: ThreadForm,
    done: str,
    do: Callable[[OpenPartner, OpenConcern], None],
) -> HttpResponse:
    """Do it and go back to the thread; or show the form again with what was typed."""
    opened, of = _open(request, concern, f"concerns.{which}")
    if not form.is_valid():
        return _page(request, opened, of, {which: form})
    try:
        do(opened, of)
    except NotYet as reason:
        form.add_error(reason.field, reason.sentence)
        return _page(request, opened, of, {which: form})
    except Conflict:
        opened, of = _open(request, concern, f"concerns.{which}")
        form.on_top_of(of.record.revision)
        form.add_error(None, EARLIER)
        return _page(request, opened, of, {which: form})
    return HttpResponseRedirect(f"{reverse('concerns:concern', args=[concern])}?done={done}")


def _page(request: KeyedRequest, opened: OpenPartner, of: OpenConcern, tried: dict[str, Any]) -> HttpResponse:
    seen = of.record.revision
    context = {
        **showing.thread(opened, of),
        "answer": tried.get("answer") or AnswerForm(seen=seen),
        "decide": tried.get("decide") or DecideForm(seen=seen, outcome=of.content.outcome),
        "take": tried.get("take") or ThreadForm(seen=seen),
        "tried": next(iter(tried), ""),
        "done": DONE.get(request.GET.get("done", ""), ""),
        "pass_on": _pass_on(of),
        "once": OnceForm()["once"],
    }
    return render(request, f"{PAGES}concern.html", context)


def _pass_on(of: OpenConcern) -> str:
    """Where it becomes a referral, in a house that has those."""
    try:
        return reverse("concern_to_referral", args=[of.row.id])
    except NoReverseMatch:
        return ""
