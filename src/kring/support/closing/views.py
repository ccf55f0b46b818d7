"""The page of the ending: closing while the dossier is open; afterwards how it ended, aftercare, taking it up again."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.closing import actions, sheet
from kring.support.closing.forms import AftercareForm, ClosingForm, ReopenForm
from kring.support.closing.rules import NotClosed
from kring.support.dossier.frame import frame, years
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import Opened
from kring.team import queries as team
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

DONE = {
    "closed": gettext_lazy("The role has ended. The dossier is in no list any more."),
    "heard": gettext_lazy("It is written down."),
    "reopened": gettext_lazy("The role is taken up again."),
}
Forms = dict[str, Any]


@door("closing.closing")
@require_http_methods(["GET", "POST"])
def closing(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Close it together, or see how it ended."""
    opened = actions.enter(request.signed_in, dossier, act="closing.closing")
    if request.method == "GET":
        return _page(request, opened, {})
    form = ClosingForm(request.POST)
    if form.is_valid():
        try:
            ending = form.ending(request.signed_in.person)
            actions.close(request.signed_in, opened, ending, once=form.cleaned_data["once"])
        except NotClosed as reason:
            form.add_error(reason.field, str(reason.sentence))
        except Conflict:
            form.add_error(None, _("A colleague was earlier. Your words still stand here: look."))
        else:
            drafts.accepted(request)
            return _back(dossier, "closed")
    return _page(request, opened, {"form": form})


@door("closing.reopen")
@require_POST
def reopen(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Take it up again."""
    opened = actions.enter(request.signed_in, dossier, act="closing.reopen")
    form = ReopenForm(request.POST)
    if form.is_valid():
        try:
            actions.reopen(request.signed_in, opened, why=form.cleaned_data["why"], once=form.cleaned_data["once"])
        except Conflict:
            form.add_error(None, _("A colleague was earlier. Your words still stand here: look."))
        else:
            drafts.accepted(request)
            return _back(dossier, "reopened")
    return _page(request, opened, {"reopening": form})


@door("closing.aftercare")
@require_POST
def aftercare(request: KeyedRequest, dossier: str, task: str) -> HttpResponse:
    """Write how it goes since."""
    opened = actions.enter(request.signed_in, dossier, act="closing.aftercare")
    row = actions.aftercare_task(request.signed_in, opened, task)
    form = AftercareForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        heard = form.heard(row.kind, request.signed_in.person)
        try:
            actions.write_aftercare(request.signed_in, opened, row, heard, once=given["once"], beside=given["beside"])
        except Conflict:
            if opened.dossier.state == Dossier.State.CLOSED:
                form = form.late()
            else:
                form.add_error(None, _("A colleague was earlier. Your words still stand here: look."))
            return _page(request, opened, {"after": form}, answering=row, status=409)
        drafts.accepted(request)
        return _back(dossier, "heard")
    return _page(request, opened, {"after": form}, answering=row)


def _page(
    request: KeyedRequest, opened: Opened, tried: Forms, *, answering: Task | None = None, status: int = 200
) -> HttpResponse:
    dossier, me = opened.dossier, request.signed_in.person
    names = team.colleagues({dossier.holder, dossier.deputy, me})
    born = sheet.born_on(opened)
    shown = sheet.of(opened, names, today(), born, answering)
    context: Forms = {
        "frame": frame(
            dossier,
            opened.summary,
            "closing:closing",
            age=years(born, today()) if born else None,
            names=names,
        ),
        "dossier": dossier,
        "sheet": shown,
        "may": me in (dossier.holder, dossier.deputy),
        "open": dossier.state == Dossier.State.OPEN,
        "once": new_id(),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    forms: Forms = {"form": ClosingForm, "reopening": ReopenForm, "after": AftercareForm}
    context |= {name: tried.get(name) or kind() for name, kind in forms.items()}
    context["tried"] = next(iter(tried), "")
    return render(request, "support/closing/pages/closing.html", context, status=status)


def _back(dossier: str, done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('closing:closing', args=[dossier])}?done={done}")
