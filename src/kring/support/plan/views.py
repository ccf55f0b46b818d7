"""The plan on one page, and one row or one action of it under the pen: the page itself with a form in its place.

Whoever was later gets the form back with both texts, field by field. A sending that was done before is done once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.network.actions import PART as NETWORK
from kring.support.network.queries import network_of, tie_of
from kring.support.plan import actions, editing, filing, shown, taking_over, versions
from kring.support.plan.content import Action
from kring.support.plan.editing import Editing
from kring.support.plan.opening import PART, KeptAction, KeptRow, OpenPlan, open_plan, read_plan
from kring.team import queries as team
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

PAGE = "support/plan/pages/plan.html"


@door("plan.plan")
@require_GET
def plan(request: KeyedRequest, dossier: str) -> HttpResponse:
    """The whole plan; what was answered by a link is filed on the way."""
    session = request.signed_in
    opened = filing.with_answers(session, open_plan(session, dossier, act="plan.plan"))
    return page(request, opened)


@door("plan.version")
@require_GET
def version(request: KeyedRequest, dossier: str, number: str) -> HttpResponse:
    """A version that was agreed, as it stood that day."""
    opened = versions.as_agreed(open_plan(request.signed_in, dossier, act="plan.version"), number)
    agreed = opened.agreements[0]
    return page(request, opened, version={"number": agreed.number, "day": words.day(agreed.on)}, writable=False)


@door("plan.new_row")
@require_http_methods(["GET", "POST"])
def new_row(request: KeyedRequest, dossier: str) -> HttpResponse:
    """A further row."""
    return _first(request, dossier, "plan.new_row", lambda opened: _row(request, opened, None))


@door("plan.row")
@require_http_methods(["GET", "POST"])
def row(request: KeyedRequest, dossier: str, row: str) -> HttpResponse:
    """One row under the pen."""
    opened = _to_write(request, dossier, "plan.row")
    return _row(request, opened, opened.row(row))


@door("plan.new_action")
@require_http_methods(["GET", "POST"])
def new_action(request: KeyedRequest, dossier: str, row: str) -> HttpResponse:
    """A further action of a row."""
    opened = _to_write(request, dossier, "plan.new_action")
    opened.row(row)
    return _action(request, opened, None, row=row)


@door("plan.loose_action")
@require_http_methods(["GET", "POST"])
def loose_action(request: KeyedRequest, dossier: str) -> HttpResponse:
    """An action that belongs to no row; `tie` in the address is the id of whom on the network it begins with."""
    tie = request.GET.get("tie", "") if request.method == "GET" else ""
    if tie:
        opened = _to_write(request, dossier, "plan.loose_action", beside=[NETWORK])
        edit = editing.action(None, None, editing.people(opened), doer=tie_of(network_of(opened.opened), tie).tie)
        return again(request, opened, edit)
    return _first(request, dossier, "plan.loose_action", lambda opened: _action(request, opened, None))


@door("plan.action")
@require_http_methods(["GET", "POST"])
def action(request: KeyedRequest, dossier: str, action: str) -> HttpResponse:
    """One action under the pen."""
    opened = _to_write(request, dossier, "plan.action")
    return _action(request, opened, opened.action(action))


@door("plan.take_over")
@require_POST
def take_over(request: KeyedRequest, dossier: str) -> HttpResponse:
    """What was agreed at the table becomes actions here."""
    opened = _to_write(request, dossier, "plan.take_over")
    taking_over.take_over(opened, once=request.POST.get("once", "") or new_id())
    return HttpResponseRedirect(f"{reverse('plan:plan', args=[dossier])}?done=taken")


def _to_write(request: KeyedRequest, dossier: str, act: str, beside: Sequence[str] = ()) -> OpenPlan:
    opened = open_plan(request.signed_in, dossier, act=act, beside=beside)
    if not opened.is_open:
        raise Refused
    return opened


def _first(request: KeyedRequest, dossier: str, act: str, write: Callable[[OpenPlan], HttpResponse]) -> HttpResponse:
    """Write what may be the first thing of a plan: when a colleague was just earlier, the plan is opened once more."""
    opened = _to_write(request, dossier, act)
    try:
        return write(opened)
    except Refused:
        if opened.opened.holds(PART):
            raise
    return write(_to_write(request, dossier, act))


def _row(request: KeyedRequest, opened: OpenPlan, kept: KeptRow | None) -> HttpResponse:
    edit = editing.row(request.POST if request.method == "POST" else None, kept)
    if edit.sent and editing.write(
        edit,
        lambda: actions.write_row(
            opened,
            edit.form.row(kept.content if kept else None),
            level=edit.form.chosen,
            on=kept,
            seen=edit.form.cleaned_data["seen"],
            once=edit.form.key,
        ),
    ):
        return after(request, opened, edit)
    return again(request, opened, edit)


def _action(request: KeyedRequest, opened: OpenPlan, kept: KeptAction | None, *, row: str = "") -> HttpResponse:
    people = editing.people(opened)
    edit = editing.action(request.POST if request.method == "POST" else None, kept, people, row=row)
    if edit.sent and editing.write(
        edit,
        lambda: actions.write_action(
            opened,
            edit.form.action(kept.content if kept else Action("", row=row)),
            on=kept,
            seen=edit.form.cleaned_data["seen"],
            once=edit.form.key,
        ),
    ):
        return after(request, opened, edit)
    return again(request, opened, edit)


def after(request: KeyedRequest, opened: OpenPlan, edit: Editing) -> HttpResponse:
    """Back to the page, at what was written; its draft is not needed any more."""
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('plan:plan', args=[opened.dossier.id])}?done={edit.kind}#{edit.at}")


def again(request: KeyedRequest, opened: OpenPlan, edit: Editing) -> HttpResponse:
    """The page with the form in its place: fresh, with what is missing, or with both texts."""
    if edit.late:
        opened = read_plan(opened.opened)
        edit = edit.beside(opened)
    status = 409 if edit.late else 400 if edit.form.errors else 200
    return page(request, opened, edit, status=status)


def page(
    request: KeyedRequest, opened: OpenPlan, edit: Editing | None = None, *, status: int = 200, **more: Any
) -> HttpResponse:
    """The page of the plan, with what is being written where it belongs."""
    names = team.colleagues(shown.people_of(opened))
    summary = opened.opened.summary
    by_link = [said for said in opened.statements if not said.taken_by]
    context: Mapping[str, Any] = {
        "frame": frame(opened.dossier, summary, "plan:plan", names=names),
        "plan": shown.of(opened, names, summary.label, today()),
        "edit": edit,
        "writable": opened.is_open,
        "dossier": opened.dossier.id,
        "statements": [(said.words, words.day(said.at.date()) if said.at else "") for said in by_link[:5]],
        "at_table": opened.at_table if opened.is_open else (),
        "versions": [(one.number, words.day(one.on)) for one in reversed(opened.agreements)],
        "once": new_id(),
        "done": _done(request.GET.get("done", "")),
        **more,
    }
    return render(request, PAGE, context, status=status)


def _done(what: str) -> str:
    said = {
        "row": gettext("Kept. How it stood before is kept too."),
        "action": gettext("Kept."),
        "agreed": gettext("This version is agreed and stays as it is."),
        "taken": gettext("Taken over from the table. Look whose each one is."),
        "asked": gettext("The question goes out. The mail holds the link alone; say the word by phone."),
    }
    return said.get(what, "")
