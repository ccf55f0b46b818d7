"""The pages of the directory: search, one entry, keep it, bring in and hand out a file of the standard."""

import json

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team.access import colleague_only, keeps_for_everybody
from kring.team.services import actions, editing, exchange, queries, shown
from kring.team.services.exchange import NotReadable
from kring.team.services.forms import EntryForm, FileForm, SearchForm
from kring.team.services.models import DirectoryEntry
from kring.team.services.shape import KINDS
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "team/services/pages"


@door("services.search", to=colleague_only)
@require_http_methods(["GET", "POST"])
def services(request: KeyedRequest) -> HttpResponse:
    """Look for a service; the words stand in no address."""
    form = SearchForm(request.POST if request.method == "POST" else None)
    words = form.cleaned_data["words"] if form.is_bound and form.is_valid() else ""
    lines = [(row, shown.entry(document), shown.city(document)) for row, document in _read(queries.search(words))]
    context = {
        "form": form,
        "lines": lines,
        "words": words,
        "keeps": keeps_for_everybody(request),
        "most": queries.PAGE,
    }
    return render(request, f"{PAGES}/services.html", context)


@door("services.service", to=colleague_only)
@require_GET
def service(request: KeyedRequest, entry: str) -> HttpResponse:
    """One entry, phone first."""
    row = queries.entry(entry)
    document = exchange.of(row.document)
    context = {
        "row": row,
        "entry": shown.entry(document),
        "whole": json.dumps(document, ensure_ascii=False, indent=2),
        "keeps": keeps_for_everybody(request),
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/service.html", context)


@door("services.keep", to=keeps_for_everybody)
@require_http_methods(["GET", "POST"])
def keep(request: KeyedRequest, entry: str = "") -> HttpResponse:
    """A new service, or one that changed."""
    row = queries.entry(entry) if entry else None
    document, kind = (exchange.of(row.document), row.kind) if row else (editing.fresh(), "service")
    begun = {**editing.begun(document, kind), "seen": actions.mark(row) if row else "", "once": new_id()}
    form = EntryForm(request.POST or None, initial=begun)
    context: dict[str, object] = {"row": row, "form": form}
    if not form.is_bound or not form.is_valid():
        return render(request, f"{PAGES}/keep.html", context)
    given = form.cleaned_data
    try:
        after = editing.changed(document, kind, given)
        kept = actions.keep(request.signed_in.person, row, after, seen=given["seen"], once=given["once"])
    except Conflict:
        again = EntryForm(initial={**given, "seen": begun["seen"], "once": new_id()})
        theirs = shown.entry(document)
        return render(request, f"{PAGES}/keep.html", {"row": row, "form": again, "theirs": theirs}, status=409)
    return redirect(f"{reverse('team:service', args=[kept])}?done=kept")


@door("services.bring_in", to=keeps_for_everybody)
@require_http_methods(["GET", "POST"])
def bring_in(request: KeyedRequest) -> HttpResponse:
    """A file of the standard comes in; the report says what was new and what departs from the standard."""
    form = FileForm(request.POST or None, request.FILES or None)
    brought = None
    if request.method == "POST" and form.is_valid():
        try:
            brought = actions.bring_in(request.signed_in.person, form.cleaned_data["file"])
        except NotReadable as why:
            form.add_error("file", str(why.sentence))
        except Conflict:
            said = gettext("A colleague wrote in the directory in the same moment. Choose the file once more.")
            form.add_error("file", said)
    return render(request, f"{PAGES}/bring_in.html", {"form": form, "brought": brought, "kinds": KINDS})


@door("services.hand_out", to=colleague_only)
@require_POST
def hand_out(request: KeyedRequest, kind: str) -> HttpResponse:
    """All documents of a kind as one page of the standard's interface."""
    if kind not in KINDS:
        raise Refused
    answer = HttpResponse(exchange.written(queries.documents(kind)), content_type="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="{kind}.json"'
    return answer


def _read(rows: list[DirectoryEntry]) -> list[tuple[DirectoryEntry, exchange.Document]]:
    return [(row, exchange.of(row.document)) for row in rows]
