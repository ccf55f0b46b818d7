"""Write and read a sensitive note, keep an own note, and look for words in one's notes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support import hint_words
from kring.support.contacts.log import notes
from kring.support.contacts.log.codelists import Topic
from kring.support.contacts.log.content import SensitiveNote
from kring.support.contacts.log.when import case_now
from kring.support.desk.notes.finding import find
from kring.support.desk.notes.forms import OwnForm, SensitiveForm
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import opening
from kring.team import queries as team
from kring.team.drafts import actions as drafts
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGES = "support/desk/notes/pages/"


@door("contacts.sensitive")
@require_http_methods(["GET", "POST"])
def sensitive(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Write a sensitive note, for oneself and who is named."""
    opened, me = opening(request.signed_in, dossier, act="contacts.write_sensitive"), request.signed_in.person
    around = team.colleagues(notes.may_be_named(opened.dossier) - {me})
    people = sorted(((who, one.name) for who, one in around.items()), key=lambda one: one[1])
    form = SensitiveForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        note = SensitiveNote(given["topic"], given["text"], me, case_now(), given["basis"], form.marks)
        record = notes.write_sensitive(request.signed_in, dossier, note, named=given["named"], once=_once(request))
        drafts.accepted(request)
        return redirect("desk:sensitive_note", dossier, record)
    shown = {"form": form, "frame": frame(opened.dossier, opened.summary, "desk:dossier"), "once": _once(request)}
    shown |= {"hint_words": hint_words.AS_JSON}
    return render(request, f"{PAGES}sensitive.html", shown, status=422 if form.errors else 200)


@door("contacts.read_sensitive")
@require_GET
def sensitive_note(request: KeyedRequest, dossier: str, record: str) -> HttpResponse:
    """Open one sensitive note."""
    note = notes.read_sensitive(request.signed_in, dossier, record)
    names = team.colleagues([note.by])
    shown: dict[str, Any] = {"note": note, "topic": Topic(note.topic).label, "dossier": dossier, "record": record}
    return render(request, f"{PAGES}sensitive_note.html", {**shown, "by": names.get(note.by)})


@door("contacts.own_note")
@require_POST
def own(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Keep a note for oneself."""
    form = OwnForm(request.POST)
    if form.is_valid():
        notes.write_own(request.signed_in, dossier, form.cleaned_data["text"], once=_once(request))
        drafts.accepted(request)
    return redirect(f"{reverse('desk:dossier', args=[dossier])}?show=own#stream")


@door("desk.notes")
@require_http_methods(["GET", "POST"])
def search(request: KeyedRequest) -> HttpResponse:
    """Find words in the notes one may open. A search is a POST, so that no word stands in an address or a log."""
    words = request.POST.get("words", "").strip()[:80]
    found = find(request.signed_in, words) if words else []
    return render(request, f"{PAGES}search.html", {"words": words, "found": found})


def _once(request: KeyedRequest) -> str:
    return request.POST.get("once", "")[:64] or new_id()
