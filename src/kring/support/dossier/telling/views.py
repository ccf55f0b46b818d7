"""The page of "tell it at your first talk": it was told, or it waits; and what was written about it before."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened
from kring.support.dossier.telling import actions, queries, rules
from kring.support.dossier.telling.content import Telling
from kring.support.dossier.telling.forms import ToldForm, WaitsForm
from kring.support.dossier.telling.words import by_when
from kring.team import queries as team
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.names import Names, name_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict


@door("dossier.telling")
@require_http_methods(["GET", "POST"])
def telling(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write down on which day and in which way it was told."""
    opened = actions.enter(request.signed_in, dossier, act="dossier.telling")
    if request.method == "GET":
        return _page(request, opened)
    return _answered(request, opened, ToldForm(request.POST))


@door("dossier.not_told")
@require_POST
def not_told(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write down why it waits, and when one looks again."""
    opened = actions.enter(request.signed_in, dossier, act="dossier.not_told")
    return _answered(request, opened, WaitsForm(request.POST))


def _answered(request: KeyedRequest, opened: Opened, form: ToldForm | WaitsForm) -> HttpResponse:
    if not form.is_valid():
        return _page(request, opened, form)
    given = form.cleaned_data
    try:
        actions.write(opened, form.telling(request.signed_in.person), seen=given["seen"], once=given["once"])
    except rules.DayDoesNotFit as wrong:
        form.add_error(wrong.field, str(wrong.sentence))
        return _page(request, opened, form)
    except Conflict:
        return _page(request, opened, form, late=True)
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('dossier:telling', args=[opened.dossier.id])}?done=done")


def _page(
    request: KeyedRequest, opened: Opened, tried: ToldForm | WaitsForm | None = None, *, late: bool = False
) -> HttpResponse:
    if late:  # with what the colleague founded meanwhile
        opened = actions.enter(request.signed_in, opened.dossier.id, act="dossier.telling")
    dossier, told = opened.dossier, queries.told(opened)
    if tried is not None and late:
        tried.on_top_of(told.seen)
        beside = _("A colleague wrote this down meanwhile: look above. Send yours to put it beside it.")
        gone = _("A colleague told it meanwhile: look above. Then nothing has to wait any more. Your words stand here.")
        tried.add_error(None, beside if told.task or isinstance(tried, ToldForm) else gone)
    names = team.colleagues({dossier.holder, dossier.deputy, *(one.by for one in told.earlier)})
    shown: dict[str, Any] = {
        "frame": frame(dossier, opened.summary, "desk:dossier", names=names),
        "due": by_when(told.task, opened.summary.last_contact_on, today()) if told.task else "",
        "told": tried if isinstance(tried, ToldForm) else ToldForm(seen=told.seen, on=today()) if told.task else None,
        "waits": tried if isinstance(tried, WaitsForm) else WaitsForm(seen=told.seen) if told.task else None,
        "late": late,
        "earlier": [_line(one, names) for one in told.earlier],
        "done": "done" in request.GET and bool(told.earlier),
    }
    return render(request, "support/dossier/pages/telling.html", shown, status=409 if late else 200)


def _line(one: Telling, names: Names) -> dict[str, Any]:
    """One earlier answer in words."""
    said = rules.WAYS[one.way] if one.way else rules.WAITING[one.waits] if one.waits else ""
    return {
        "told": one.way is not None,
        "on": words.day(one.on),
        "said": said,
        "present": one.present,
        "words": one.words,
        "again": words.day(one.again_on) if one.again_on else "",
        "by": name_of(names, one.by),
    }
