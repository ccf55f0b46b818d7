"""The page of telling something outside, and the same page completing what was told in haste."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.support.disclosure.decision import actions, lines
from kring.support.disclosure.decision.forms import DisclosureForm
from kring.support.dossier.agreements.queries import agreed
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.content import URGENT
from kring.support.dossier.disclosing.grounds import WhyNow
from kring.support.dossier.disclosing.rules import MayNotShare, complete_by
from kring.support.dossier.opening import Opened
from kring.team.drafts import actions as drafts
from kring.vault.acts import outcome_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

PAGE = "support/disclosure/decision/pages/disclose.html"


@door("disclosure.disclose")
@require_http_methods(["GET", "POST"])
def disclose(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Decide in words: it is told, or it is not."""
    opened = lines.enter(request.signed_in, dossier, act="disclosure.disclose")
    form = DisclosureForm(
        lines.lines(opened),
        request.POST if request.method == "POST" else None,
        agreed=agreed(opened.keys, dossier),
    )
    if form.is_bound and form.is_valid() and _done(form, lambda: _decide(request, opened, form)):
        drafts.accepted(request)
        return HttpResponseRedirect(reverse("disclosure:told", args=[dossier]))
    return render(request, PAGE, _context(opened, form))


@door("disclosure.complete")
@require_http_methods(["GET", "POST"])
def complete(request: KeyedRequest, dossier: str, disclosure: str) -> HttpResponse:
    """The same questions about what was told in haste. Afterwards this page leads to what left the circle."""
    opened = lines.enter(request.signed_in, dossier, act="disclosure.complete")
    kept = disclosures.one(request.signed_in, dossier, disclosure, act="disclosure.complete")
    there = HttpResponseRedirect(reverse("disclosure:told", args=[dossier]))
    told, given = kept.told, request.POST if request.method == "POST" else None
    stood = {"kind": told.kind, "on": told.on, "ground": told.ground}
    form = DisclosureForm(lines.lines(opened), given, agreed=agreed(opened.keys, dossier), in_haste=True, **stood)
    if form.is_bound and outcome_of(form.key, actor=request.signed_in.person, lock=kept.row.id) is not None:
        return there
    if told.way != URGENT:
        return there
    if form.is_bound and form.is_valid():
        weighed = form.told(told.by)
        keep = partial(actions.complete, secrecy=form.secrecy, once=form.key, fresh=form.fresh)
        if _done(form, lambda: keep(opened, kept, weighed)):
            drafts.accepted(request)
            return there
    haste = {"of": disclosure, "now": WhyNow(told.at_once).label, "words": told.words, "by": complete_by(told.on)}
    return render(request, PAGE, _context(opened, form) | {"haste": haste})


def _decide(request: KeyedRequest, opened: Opened, form: DisclosureForm) -> None:
    told = form.told(request.signed_in.person)
    if form.declines:
        actions.decline(opened, told, once=form.key)
    else:
        actions.tell(opened, told, secrecy=form.secrecy, once=form.key, fresh=form.fresh)


def _done(form: DisclosureForm, do: Callable[[], None]) -> bool:
    """Do it; False with a sentence in the form when it may not be, or somebody was earlier."""
    try:
        do()
    except MayNotShare as reason:
        form.refuse(reason)
    except Conflict:
        form.add_error(None, gettext("A colleague was earlier. Look again."))
    else:
        return True
    return False


def _context(opened: Opened, form: DisclosureForm) -> dict[str, Any]:
    return {"dossier": opened.dossier.id, "label": opened.summary.label, "form": form}
