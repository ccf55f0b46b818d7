"""The pages of the protocols: all of them, and one with its versions. Everybody reads; two offices write."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from kring.team.access import colleague_only, holds_office
from kring.team.clock import today
from kring.team.law import reference
from kring.team.protocols import queries
from kring.team.protocols.actions import write_protocol
from kring.team.protocols.forms import ProtocolForm, on_top_of
from kring.team.protocols.rules import Protocol
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused

PAGES = "team/protocols/pages"
keeps = holds_office("dpo", "head_of_service")


@door("protocols.list", to=colleague_only)
@require_http_methods(["GET", "POST"])
def protocols(request: KeyedRequest) -> HttpResponse:
    """Every protocol as it stands, and writing a new one."""
    if request.method == "GET":
        return _all(request, on_top_of(None))
    return _written(request, None)


@door("protocols.read", to=colleague_only)
@require_http_methods(["GET", "POST"])
def protocol(request: KeyedRequest, protocol: str) -> HttpResponse:
    """One with its versions, and the next: to extend, mend or end it."""
    found = queries.versions(protocol)
    if not found:
        raise Refused
    if request.method == "GET":
        return _one(request, found, on_top_of(found[0]))
    return _written(request, found)


def _written(request: KeyedRequest, found: list[Protocol] | None) -> HttpResponse:
    if not keeps(request):
        raise Refused
    form = ProtocolForm(request.POST)
    if form.is_valid() and (form.cleaned_data["protocol"] == found[0].protocol if found else True):
        given = form.cleaned_data
        seen = given["seen"] if found else 0
        try:
            made = write_protocol(request.signed_in.person, form.said(), seen=seen, once=given["once"])
        except Conflict:
            newest = queries.versions(given["protocol"])
            return _one(request, newest, on_top_of(newest[0], typed=form), late=True)
        return redirect(f"{reverse('team:protocol', args=[made])}?done=kept")
    return _one(request, found, form) if found else _all(request, form)


def _all(request: KeyedRequest, form: ProtocolForm) -> HttpResponse:
    found = queries.newest()
    context = {
        "holding": [one for one in found if one.holds(today())],
        "others": [one for one in found if not one.holds(today())],
        "law": reference("exchange", today(), translation.get_language() or ""),
        "form": form if keeps(request) else None,
    }
    return render(request, f"{PAGES}/protocols.html", context)


def _one(request: KeyedRequest, found: list[Protocol], form: ProtocolForm, *, late: bool = False) -> HttpResponse:
    context = {
        "protocol": found[0],
        "holds": found[0].holds(today()),
        "versions": found[1:],
        "form": form if keeps(request) else None,
        "late": late,
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/protocol.html", context, status=409 if late else 200)
