"""The page of who it is: what stands there, to be written or mended."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened
from kring.support.dossier.who import actions, queries
from kring.support.dossier.who.forms import WhoForm
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict


@door("dossier.who")
@require_http_methods(["GET", "POST"])
def who(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write down who it is, or mend it."""
    opened = actions.enter(request.signed_in, dossier, act="dossier.who")
    if request.method == "GET":
        return _page(request, opened)
    form = WhoForm(request.POST)
    if not form.is_valid():
        return _page(request, opened, form)
    given = form.cleaned_data
    said = {"told_by_client": given.get("told_by_client", False), "renamed": form.renamed}
    try:
        actions.write(request.signed_in, opened, form.identity, **said, seen=given["seen"], once=given["once"])
    except actions.NothingWritten:
        form.add_error(None, _("Write at least one thing. A nickname is enough."))
        return _page(request, opened, form)
    except Conflict:
        return _page(request, opened, form, late=True)
    drafts.accepted(request)
    return HttpResponseRedirect(f"{reverse('desk:dossier', args=[opened.dossier.id])}#who")


def _page(request: KeyedRequest, opened: Opened, tried: WhoForm | None = None, *, late: bool = False) -> HttpResponse:
    if late:  # with what the colleague founded meanwhile
        opened = actions.enter(request.signed_in, opened.dossier.id, act="dossier.who")
    now = queries.known(opened)
    label = opened.summary.label
    form = tried or WhoForm(identity=now.identity, label=label, seen=now.revision)
    if tried is not None and late:
        form = tried.on_top_of(now.identity, label, now.revision)
        form.add_error(None, _("A colleague wrote here meanwhile. Look at it, then send yours once more."))
    shown: dict[str, Any] = {
        "frame": frame(opened.dossier, opened.summary, "desk:dossier"),
        "form": form,
        "now": [(_("The dossier is called"), label), *(words.who(now.identity) if now.identity else [])],
        "known": now.revision > 0,
        "late": late,
    }
    return render(request, "support/dossier/pages/who.html", shown, status=409 if late else 200)
