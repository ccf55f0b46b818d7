"""The page on which a colleague takes over the cases he holds, and the proof that none was lost."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.support.dossier.content import Mode
from kring.support.dossier.rules import MayNotCarry
from kring.support.dossier.takeover import actions, queries, show
from kring.support.dossier.takeover.forms import TakeOverForm
from kring.support.dossier.takeover.lines import Around
from kring.team.access import in_circle
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

PAGE = "support/dossier/pages/take_over.html"


@door("dossier.take_over", to=in_circle(*queries.CIRCLES))
@require_http_methods(["GET", "POST"])
def take_over(request: KeyedRequest) -> HttpResponse:
    """Paste, look, open what is right, mend the rest. Nothing that was typed is kept here, nor lost."""
    around = queries.around(request.signed_in)
    given = request.POST if request.method == "POST" else None
    form = TakeOverForm(given, request.FILES or None, around=around, first=_first(around))
    shown: dict[str, Any] = {"form": form, "once": new_id(), "proof": queries.proof(request.signed_in.person)}
    if request.method == "POST" and form.is_valid():
        shown |= _looked(request, form, around)
    return render(request, PAGE, shown)


@door("dossier.take_over_proof", to=in_circle(*queries.CIRCLES))
@require_GET
def proof(request: KeyedRequest) -> HttpResponse:
    """How many lines came and what became of them: fit to print, without a word of any case."""
    shown = {"proof": queries.proof(request.signed_in.person)}
    return render(request, "support/dossier/pages/take_over_proof.html", shown)


def _first(around: Around) -> dict[str, Any]:
    """One programme of one's own goes without asking."""
    return {"programme": next(iter(around.deputies), "") if len(around.deputies) == 1 else ""}


def _looked(request: KeyedRequest, form: TakeOverForm, around: Around) -> dict[str, Any]:
    chosen = form.cleaned_data
    mode = Mode(chosen["mode"]) if chosen["mode"] else None
    around = replace(around, programme=chosen["programme"], mode=mode, deputy=chosen["deputy"])
    shown: dict[str, Any] = {"looked": True, "left_out": form.left_out}
    if "open" not in request.POST:
        return shown | show.shown(actions.look(request.signed_in, form.rows, around), around.names)
    try:
        done = actions.take_over(request.signed_in, form.rows, around, once=chosen["once"])
    except MayNotCarry:
        said = gettext("You or a deputy cannot hold a dossier of this circle today. Ask who manages colleagues.")
        form.add_error(None, said)
        return shown | show.shown(actions.look(request.signed_in, form.rows, around), around.names)
    except Conflict:
        form.add_error(
            None, gettext("Your cases changed meanwhile. Your lines still stand here: look, and send again.")
        )
        return shown | show.shown(actions.look(request.signed_in, form.rows, around), around.names)
    left = show.to_mend(done.lines, around.names)
    return shown | left | {"count": done.count, "proof": queries.proof(request.signed_in.person)}
