"""One step at a time with a file: read its form, call one verb, show the page again where a rule is in the way."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from kring.sanctions import access, offices
from kring.sanctions.files import deciding, page
from kring.sanctions.files.forms import DecideForm, FinalForm, OfferForm, ProsecutorForm, ReportForm, ServiceForm
from kring.sanctions.files.offering import offer
from kring.sanctions.files.opening import OpenFile, open_file
from kring.sanctions.files.reporting import report as report_result
from kring.sanctions.files.reporting import reported_before
from kring.sanctions.files.rules import NotYet
from kring.sanctions.files.views import to_file, to_list
from kring.team.once_forms import SeenForm
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict, Refused


def _offer(opened: OpenFile, given: dict[str, Any], **sent: Any) -> None:
    offer(opened, on=given["offered_on"], told_on=given.get("told_on"), fit=given.get("fit", False), **sent)


def _serve(opened: OpenFile, given: dict[str, Any], **sent: Any) -> None:
    on, hours = given["service_offered_on"], given["service_hours"]
    deciding.serve(opened, on=on, hours=hours, service=given["service"], **sent)


def _decide(opened: OpenFile, given: dict[str, Any], **sent: Any) -> None:
    amount = given["amount"] or 0
    deciding.decide(opened, sanction=given["sanction"], amount=amount, on=given["decided_on"], **sent)


def _tell_prosecutor(opened: OpenFile, given: dict[str, Any], **sent: Any) -> None:
    deciding.tell_prosecutor(opened, given["prosecutor"], **sent)


def _make_final(opened: OpenFile, given: dict[str, Any], **sent: Any) -> None:
    deciding.make_final(opened, given["final_on"], **sent)


Does = Callable[..., None]
STEPS: Mapping[str, tuple[type[SeenForm], Does, str, str]] = {
    "offer": (OfferForm, _offer, "person", "offered"),
    "service": (ServiceForm, _serve, "decision", "written"),
    "prosecutor": (ProsecutorForm, _tell_prosecutor, "decision", "written"),
    "decide": (DecideForm, _decide, "decision", "decided"),
    "final": (FinalForm, _make_final, "decision", "written"),
}
"""Step -> its form, what it does, the record it writes, and what is said afterwards."""


@door("sanctions.step", to=offices.for_officers)
@require_POST
def step(request: KeyedRequest, file: str, step: str) -> HttpResponse:
    """What an officer does with a file."""
    opened = open_file(request.signed_in, file, act="sanctions.step")
    if step not in STEPS:
        raise Refused
    kind, does, part, said = STEPS[step]
    form = kind(request.POST) if step != "offer" else page.offer_form(opened, request.POST)
    if not form.is_valid():
        return page.show(request, opened, {step: form})
    try:
        does(opened, form.cleaned_data, seen=form.cleaned_data["seen"], once=form.cleaned_data["once"])
    except NotYet as reason:
        return _not_yet(request, opened, step, form, reason)
    except Conflict:
        now = open_file(request.signed_in, file, act="sanctions.earlier")
        return _earlier(request, now, step, form, part)
    return to_file(file, said, step)


@door("sanctions.report", to=offices.for_mediators)
@require_POST
def report(request: KeyedRequest, file: str) -> HttpResponse:
    """What a mediator reports; afterwards he has nothing of the file any more."""
    form = ReportForm(request.POST)
    try:
        opened = open_file(request.signed_in, file, act="sanctions.report", parts=access.OF_MEDIATORS)
    except Refused:
        if reported_before(request.signed_in.person, file, form["once"].value() or ""):
            return to_list("reported")
        raise
    if not form.is_valid():
        return page.show(request, opened, {"report": form})
    given = form.cleaned_data
    try:
        said = {name: given[name] for name in ("outcome", "agreement", "seen", "once")}
        report_result(opened, **said)
    except NotYet as reason:
        return _not_yet(request, opened, "report", form, reason)
    except Conflict:
        now = open_file(request.signed_in, file, act="sanctions.earlier", parts=access.OF_MEDIATORS)
        return _earlier(request, now, "report", form, "result")
    return to_list("reported")


def _not_yet(request: KeyedRequest, opened: OpenFile, step: str, form: SeenForm, reason: NotYet) -> HttpResponse:
    form.add_error(reason.field, reason.sentence)
    return page.show(request, opened, {step: form})


def _earlier(request: KeyedRequest, now: OpenFile, step: str, form: SeenForm, part: str) -> HttpResponse:
    """What stands there now beside what was typed; sent again it is written on top."""
    form.on_top_of(getattr(now.row, part).revision)
    form.add_error(None, str(page.EARLIER))
    return page.show(request, now, {step: form}, status=409)
