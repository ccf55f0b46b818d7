"""Weighing, saying that one has a tie, deciding, and the letter: each on the page of the application or from it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from kring.pot.access import works_on_pot
from kring.pot.applying import queries as applications
from kring.pot.applying.codelists import State
from kring.pot.deciding import actions, queries, rules
from kring.pot.deciding.content import DecisionContent
from kring.pot.deciding.forms import DecideForm, WeighForm
from kring.pot.desk import shown
from kring.pot.desk.opening import OpenApplication, open_application
from kring.pot.regulation import lines
from kring.team import queries as team
from kring.team.printing import CannotPrint, handed_over, printed
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "pot/deciding/pages/"
DONE = {
    "weighed": gettext_lazy("Your weighing is kept. You read that of your colleague now."),
    "tied": gettext_lazy("It is written down that you have a tie. Others weigh and decide."),
    "decided": gettext_lazy("It is decided. Send the letter: the applicant reads there why."),
}


@door("pot.application", to=works_on_pot)
@require_GET
def application(request: KeyedRequest, application: str) -> HttpResponse:
    """One application: the project, its people, what came along, and what the office thinks and decides."""
    return _page(request, open_application(request.signed_in, application, act="pot.application"))


@door("pot.weigh", to=works_on_pot)
@require_POST
def weigh(request: KeyedRequest, application: str) -> HttpResponse:
    """Weigh the project."""
    opened = open_application(request.signed_in, application, act="pot.weigh")
    form = WeighForm(lines.criteria(opened.row.regulation.criteria), request.POST)
    if not form.is_valid():
        return _page(request, opened, weigh=form)
    try:
        actions.weigh(opened, form.content(), once=form.cleaned_data["once"])
    except rules.NotYet as reason:
        form.add_error(reason.field, reason.sentence)
        return _page(request, opened, weigh=form)
    except Conflict:
        return _earlier(request, application, weigh=form)
    return _to(application, "weighed")


@door("pot.tie", to=works_on_pot)
@require_POST
def tie(request: KeyedRequest, application: str) -> HttpResponse:
    """Say that one has a tie with the applicant."""
    opened = open_application(request.signed_in, application, act="pot.tie")
    try:
        actions.declare_tie(opened, once=request.POST.get("once", "")[:40] or new_id())
    except rules.NotYet as reason:
        return _page(request, opened, said=str(reason.sentence))
    return _to(application, "tied")


@door("pot.decide", to=works_on_pot)
@require_POST
def decide(request: KeyedRequest, application: str) -> HttpResponse:
    """Decide, with reasons."""
    opened = open_application(request.signed_in, application, act="pot.decide")
    form = DecideForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, decide=form)
    try:
        actions.decide(opened, form.content(opened.keys.actor), once=form.cleaned_data["once"])
    except rules.NotYet as reason:
        form.add_error(reason.field, reason.sentence)
        return _page(request, opened, decide=form)
    except Conflict:
        return _earlier(request, application, decide=form)
    return _to(application, "decided")


@door("pot.letter", to=works_on_pot)
@require_GET
def letter(request: KeyedRequest, application: str) -> HttpResponse:
    """The letter with the decision and its reasons, in the language of who asked."""
    opened = open_application(request.signed_in, application, act="pot.letter")
    decision = _decision(opened)
    if decision is None or opened.people is None:
        raise Refused
    row, people = opened.row, opened.people
    with translation.override(people.language):
        context = {
            "decision": decision,
            "to": people.initiators[0],
            "project": opened.project,
            "euro": shown.euro(decision.euro),
            "advance": shown.euro(decision.euro * row.regulation.advance_percent // 100),
            "rules": row.regulation,
            "on": row.decided_on,
            "unmet": [label for code, label in rules.CONDITIONS.items() if code not in decision.met],
        }
        try:
            return handed_over(printed(f"{PAGES}letter.html", context), "letter")
        except CannotPrint as why:
            return _page(request, opened, said=str(why.sentence))


def _decision(opened: OpenApplication) -> DecisionContent | None:
    record = opened.records.get(actions.DECISION)
    return opened.keys.open(record, DecisionContent) if record else None


def _page(
    request: KeyedRequest, opened: OpenApplication, *, said: str = "", status: int = 200, **tried: Any
) -> HttpResponse:
    row, me = opened.row, request.signed_in.person
    given, tied = queries.weighings(opened)
    weighed, criteria = set(given), lines.criteria(row.regulation.criteria)
    open_to_me = me in given or row.state != State.ASKED
    met = team.colleagues([*weighed, *tied]) if weighed or tied else {}
    names = {one: found.name for one, found in met.items()}
    reached, of = rules.of_project(list(given.values()), criteria)
    undecided = row.state == State.ASKED
    context = {
        "one": shown.card(opened),
        "facts": shown.facts(opened),
        "people": shown.people(opened),
        "sent": list(enumerate(opened.project.sent, 1)),
        "earlier_ones": applications.earlier_this_year(row),
        "most_a_year": row.regulation.most_a_year,
        "weighed": [names.get(one, "") for one in sorted(weighed)],
        "tied": [names.get(one, "") for one in sorted(tied)],
        "given": [_weighing(names.get(one, ""), said_, criteria) for one, said_ in given.items()] if open_to_me else [],
        "reached": reached if open_to_me and len(given) >= rules.NEEDED else None,
        "of": of,
        "weigh": tried.get("weigh")
        or (WeighForm(criteria) if undecided and me not in weighed | tied and len(weighed) < rules.NEEDED else None),
        "decide": tried.get("decide")
        or (
            DecideForm(asked=row.asked_euro) if undecided and len(weighed) >= rules.NEEDED and me not in tied else None
        ),
        "may_tie": undecided and me not in weighed | tied,
        "once": new_id(),
        "decision": _decision(opened),
        "said": said,
        "done": DONE.get(request.GET.get("done", ""), ""),
        "page_path": reverse("pot:application", args=[row.id]),
    }
    return render(request, f"{PAGES}application.html", context, status=status)


def _weighing(name: str, content: Any, criteria: Any) -> dict[str, Any]:
    lines_ = [(one.words, points, rules.MOST_POINTS) for one, points in zip(criteria, content.points, strict=True)]
    return {"name": name, "lines": lines_, "words": content.words}


def _earlier(request: KeyedRequest, application: str, **tried: Any) -> HttpResponse:
    opened = open_application(request.signed_in, application, act="pot.application")
    said = gettext("A colleague was earlier. What stands there now is above; your words still stand here.")
    return _page(request, opened, said=said, status=409, **tried)


def _to(application: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('pot:application', args=[application])}?done={done}")
