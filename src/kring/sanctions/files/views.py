"""The pages of a file: the list, a new one, and one file as an officer or as a mediator reads it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from kring.sanctions import access, offices
from kring.sanctions.files import beginning, page, shown
from kring.sanctions.files.forms import BeginForm, PersonForm
from kring.sanctions.files.opening import open_file, open_files
from kring.sanctions.files.rules import NotYet
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "sanctions/files/pages/"
DONE = {
    "begun": gettext_lazy("The file is open. The terms run from the establishment."),
    "written": gettext_lazy("Written down."),
    "offered": gettext_lazy("Mediation is offered. The mediators can open the file until they report."),
    "reported": gettext_lazy("Reported. The file is closed to mediators now."),
    "decided": gettext_lazy("The decision is written down."),
}


@door("sanctions.files")
@require_GET
def files(request: KeyedRequest) -> HttpResponse:
    """To an officer every file, to a mediator those he is asked in; the oldest first."""
    works_as = offices.functions(request.signed_in.person)
    officer = offices.is_officer(works_as)
    if officer:
        opened = open_files(request.signed_in, act="sanctions.files", office=team.office(access.OFFICE).principal)
    elif offices.is_mediator(works_as):
        opened = open_files(request.signed_in, act="sanctions.files", circle=team.circle(access.CIRCLE).principal)
    else:
        raise Refused
    now = today()
    context = {
        "files": [shown.line(one, now) for one in opened],
        "officer": officer,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, f"{PAGES}files.html", context)


@door("sanctions.begin", to=offices.for_officers)
@require_http_methods(["GET", "POST"])
def begin(request: KeyedRequest) -> HttpResponse:
    """Open a file."""
    form = BeginForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = beginning.begin(request.signed_in, form.person(), prosecutor=given["prosecutor"], once=given["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        else:
            return to_file(made, "begun")
    return render(request, f"{PAGES}begin.html", {"form": form})


@door("sanctions.file")
@require_GET
def file(request: KeyedRequest, file: str) -> HttpResponse:
    """One file: whole to an officer; to a mediator who and what, until he reported."""
    works_as = offices.functions(request.signed_in.person)
    parts = page.parts_of(works_as)
    opened = open_file(request.signed_in, file, act="sanctions.file", parts=parts)
    said = DONE.get(request.GET.get("done", ""), "")
    return page.show(request, opened, {}, done=said)


@door("sanctions.amend", to=offices.for_officers)
@require_http_methods(["GET", "POST"])
def amend(request: KeyedRequest, file: str) -> HttpResponse:
    """Put right what was typed wrongly."""
    opened = open_file(request.signed_in, file, act="sanctions.amend")
    sent = request.POST if request.method == "POST" else None
    form = PersonForm(sent, person=opened.person, seen=opened.row.person.revision)
    status = 200
    if form.is_valid():
        given = form.cleaned_data
        try:
            beginning.amend(opened, form.person(), seen=given["seen"], once=given["once"])
        except NotYet as reason:
            form.add_error(reason.field, reason.sentence)
        except Conflict:
            opened = open_file(request.signed_in, file, act="sanctions.earlier")
            form.on_top_of(opened.row.person.revision)
            form.add_error(None, str(page.EARLIER))
            status = 409
        else:
            return to_file(file, "written")
    context: dict[str, Any] = {"form": form, "file": file, "person": shown.person(opened.person)}
    context |= {"name": opened.person.name, "earlier": status == 409}
    return render(request, f"{PAGES}amend.html", context, status=status)


def to_file(file: str, done: str, at: str = "") -> HttpResponse:
    """Back to the page of a file, with what was done."""
    return HttpResponseRedirect(f"{reverse('sanctions:file', args=[file])}?done={done}{'#' if at else ''}{at}")


def to_list(done: str) -> HttpResponse:
    """Back to the list, with what was done."""
    return HttpResponseRedirect(f"{reverse('sanctions:files')}?done={done}")
