"""The shared screen: what everybody at the table may see while talking. It gets no other words than those."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kring.support import hint_words
from kring.support.consultation import page
from kring.support.consultation.forms import AgreeForm, ChangeAgreementForm, StepForm
from kring.support.consultation.opened import OpenTable, open_table
from kring.support.consultation.steps import AT_THE_TABLE, PRESSED_AT_THE_TABLE
from kring.support.consultation.views import PAGES, pressed, taken
from kring.vault.doors import KeyedRequest, door

MAKE = {"agree": AgreeForm, "change": ChangeAgreementForm}


@door("consultation.table")
@require_GET
def table(request: KeyedRequest, dossier: str, consultation: str) -> HttpResponse:
    """Agenda, spoken agreements, actions."""
    return _show(request, open_table(request.signed_in, dossier, consultation, act="consultation.table"))


@door("consultation.table_step")
@require_http_methods(["GET", "POST"])
def table_step(request: KeyedRequest, dossier: str, consultation: str, step: str) -> HttpResponse:
    """An agreement, said or said otherwise; the next point."""
    here = reverse("consultation:table", args=[dossier, consultation])
    if request.method == "GET":
        return HttpResponseRedirect(here)
    if step in PRESSED_AT_THE_TABLE:
        refused = pressed(request, dossier, consultation, PRESSED_AT_THE_TABLE[step])
        return HttpResponseRedirect(here) if refused is None else _show(request, refused[0], said=refused[1])
    if step not in AT_THE_TABLE:
        raise Http404
    opened, form = taken(request, dossier, consultation, step, AT_THE_TABLE[step], MAKE[step])
    return HttpResponseRedirect(here) if form is None else _show(request, opened, form)


def _show(request: KeyedRequest, opened: OpenTable, form: StepForm | None = None, said: str = "") -> HttpResponse:
    return render(
        request,
        f"{PAGES}/table.html",
        page.shared_screen(opened, form) | {"said": said, "hint_words": hint_words.AS_JSON},
    )
