"""One contact by itself: read it, keep it on top, correct it. Nothing is overwritten (GDP-08)."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from kring.support import hint_words
from kring.support.contacts.log import actions
from kring.support.contacts.log.models import ContactRecord
from kring.support.desk import stream
from kring.support.desk.log.forms import LogForm, of_contact
from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import opening
from kring.support.plan.said import beside
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


@door("desk.contact")
@require_http_methods(["GET", "POST"])
def contact(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """One contact with all that stands beside it, and the form that corrects it."""
    opened = opening(request.signed_in, dossier, act="desk.contact", parts=["statements"], needed=["journal"])
    rows = ContactRecord.objects.filter(dossier=dossier, id=record) | ContactRecord.objects.filter(
        dossier=dossier, of=record
    )
    page = stream.opened(opened.keys, list(rows))
    if [row.id for row in page.rows] != [record] or record not in page.contacts:
        raise Refused
    now = (page.corrections.get(record) or [page.contacts[record]])[-1]
    form = LogForm(request.POST if request.method == "POST" else None, initial=of_contact(now))
    if request.method == "POST" and form.is_valid():
        said = replace(form.contact(request.signed_in.person), struck="struck" in request.POST)
        actions.correct(request.signed_in, dossier, record, said, once=request.POST.get("once", "")[:64])
        drafts.accepted(request)
        return redirect(f"{reverse('desk:dossier', args=[dossier])}#stream")
    names = team.colleagues({*page.authors, opened.dossier.holder, opened.dossier.deputy})
    [line] = stream.lines(page, names, {}, dossier=dossier)
    shown: dict[str, Any] = {"form": form, "line": line, "record": record, "once": request.POST.get("once") or new_id()}
    shown |= {"frame": frame(opened.dossier, opened.summary, "desk:dossier", names=names)}
    shown |= {"icons": form.beside["kind"].items(), "hint_words": hint_words.AS_JSON, "unfolded": True}
    shown |= {"own_words": [(one.words, words.day(one.at.date()) if one.at else "") for one in beside(opened, record)]}
    status = 422 if form.errors else 200
    return render(request, "support/desk/log/pages/contact.html", shown, status=status)


@door("desk.pin")
@require_POST
def pinned(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """Keep it on top of the stream, or no longer."""
    actions.pin(request.signed_in, dossier, record, pinned=request.POST.get("pinned") == "yes")
    return redirect(f"{reverse('desk:dossier', args=[dossier])}#stream")
