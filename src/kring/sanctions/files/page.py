"""The page of one file: what an officer reads and may do now, or what a mediator does."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from kring.sanctions import access, offices
from kring.sanctions.files import rules, shown, terms
from kring.sanctions.files.codelists import Outcome, Prosecutor, Sanction
from kring.sanctions.files.forms import (
    AdultOfferForm,
    DecideForm,
    FinalForm,
    OfferForm,
    ProsecutorForm,
    ReportForm,
    ServiceForm,
)
from kring.sanctions.files.opening import PARTS, OpenFile
from kring.team.clock import today
from kring.team.once_forms import SeenForm
from kring.vault.doors import KeyedRequest
from kring.vault.refusals import Refused

PAGES = "sanctions/files/pages/"
EARLIER = gettext_lazy("A colleague was earlier. What stands there now is above; your words still stand here.")
SERVICE = ("service_offered_on", "service_hours", "service")
Tried = Mapping[str, SeenForm]
"""Step -> the form that was sent and could not be written."""


def parts_of(works_as: frozenset[str]) -> Iterable[str]:
    """Which parts somebody asks the gate for. Raises `Refused` to who is neither officer nor mediator."""
    if offices.is_officer(works_as):
        return PARTS
    if offices.is_mediator(works_as):
        return access.OF_MEDIATORS
    raise Refused


def show(request: KeyedRequest, opened: OpenFile, tried: Tried, *, done: Any = "", status: int = 200) -> HttpResponse:
    """The page for who opened it: the parts he holds say which one."""
    officer = opened.keys.holds(opened.row.id, "decision")
    context: dict[str, Any] = {
        "file": opened.row.id,
        "name": opened.person.name,
        "minor": terms.minor(opened.person),
        "person": shown.person(opened.person),
        "offered_on": shown.day(opened.person.offered_on),
        "tried": next(iter(tried), ""),
        "done": done,
        "page_path": reverse("sanctions:file", args=[opened.row.id]),
    }
    if officer:
        context |= _for_officer(opened, tried)
    else:
        context["report"] = tried.get("report") or ReportForm(seen=opened.row.result.revision)
    return render(request, f"{PAGES}{'file' if officer else 'asked'}.html", context, status=status)


def offer_form(opened: OpenFile, given: Any = None, **initial: Any) -> SeenForm:
    """What is asked with an offer: of a minor another thing than of an adult."""
    kind = OfferForm if terms.minor(opened.person) else AdultOfferForm
    return kind(given, auto_id="offerform-%s", **initial)


def _for_officer(opened: OpenFile, tried: Tried) -> dict[str, Any]:
    now, decision = today(), opened.decision
    return {
        "phases": shown.phases(opened),
        "terms": list(shown.running(opened, now)),
        "result": shown.result(opened.result),
        "agreement": opened.result.agreement,
        "waiting": opened.row.with_mediators,
        "decision": shown.decision(decision),
        "goes_on": shown.day(opened.row.expires_on),
        "bars_fine": opened.result.outcome == Outcome.SUCCEEDED,
        "steps": {**dict(_steps(opened)), **tried},
    }


def _steps(opened: OpenFile) -> Iterable[tuple[str, SeenForm]]:
    """What may be done now; a step whose time has not come, or is over, is not there."""
    person, decision, result, now = opened.person, opened.decision, opened.result, today()
    of_person, of_decision = opened.row.person.revision, opened.row.decision.revision
    if decision.sanction:
        if decision.sanction == Sanction.FINE and not decision.final_on:
            yield "final", FinalForm(seen=of_decision)
        return
    if not person.offered_on:
        yield "offer", offer_form(opened, seen=of_person, offered_on=now)
    if rules.may_serve(person, result):
        stands: dict[str, Any] = {name: getattr(decision, name) or None for name in SERVICE}
        yield "service", ServiceForm(seen=of_decision, **stands)
    if decision.prosecutor != Prosecutor.NOT_ASKED:
        yield "prosecutor", ProsecutorForm(seen=of_decision, prosecutor=decision.prosecutor)
    yield "decide", DecideForm(seen=of_decision, decided_on=now)
