"""The trustees' page, and the button of who waits for a key that nobody holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kring.team import queries
from kring.team.access import colleague_only
from kring.team.enrolment.forms import AdmitForm
from kring.team.enrolment.rules import NotAllowed
from kring.team.enrolment.words import words_of
from kring.team.models import Group
from kring.team.recovering import actions
from kring.vault import recovery
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import Principal, RecoveryRequest
from kring.vault.refusals import Conflict, Refused


def trustee(request: KeyedRequest) -> bool:
    """Who holds a share of the recovery key."""
    return hasattr(request, "signed_in") and actions.is_trustee(request.signed_in.person)


@require_GET
@door("recovery.page", to=trustee)
def requests(request: KeyedRequest) -> HttpResponse:
    """What was asked of the trustees, and what this one can do now."""
    return _page(request)


@require_POST
@door("recovery.ask", to=colleague_only)
def ask(request: KeyedRequest) -> HttpResponse:
    """Somebody who waits asks two trustees for what nobody can give."""
    try:
        actions.ask_for_groups(request.signed_in.person)
    except NotAllowed:
        return redirect("waiting")  # a colleague came in meanwhile, or it was asked already: the page says which
    return redirect(f"{reverse('waiting')}?done=asked")


@require_POST
@door("recovery.step", to=trustee)
def step(request: KeyedRequest, recovery: str, step: str) -> HttpResponse:
    """Begin for a second trustee, finish, or call off."""
    form = AdmitForm(request.POST)
    try:
        if step == "call-off":
            actions.call_off(request.signed_in, recovery)
        elif step not in ("begin", "finish"):
            raise Refused
        elif not form.is_valid():
            return _page(request, recovery, form)
        elif step == "begin":
            actions.begin(request.signed_in, recovery, request.POST.get("second", ""), **form.cleaned_data)
        else:
            actions.finish(request.signed_in, recovery, **form.cleaned_data)
    except NotAllowed as sentence:
        form.add_error(None, str(sentence))
        return _page(request, recovery, form)
    except Conflict:
        raise Refused from None
    return redirect(f"{reverse('team:recovery')}?done={step}")


def _page(request: KeyedRequest, tried: str = "", form: AdmitForm | None = None) -> HttpResponse:
    me = request.signed_in.person
    others = [one for one in actions.trustees() if one.principal != me]
    rows = actions.open_requests()
    people = queries.colleagues({who for row in rows for who in _people(row)})
    names = {who: one.name for who, one in people.items()}
    keys = {one.id: one for one in Principal.objects.filter(id__in=[row.receiver for row in rows])}
    groups = queries.open_groups() if rows else []
    lines = [
        _line(request, row, names, groups)
        | {"words": words_of(keys[row.receiver].verified())}
        | {"form": form if form and row.id == tried else AdmitForm(auto_id=f"id_%s_{row.id}")}
        for row in rows
    ]
    context = {"lines": lines, "others": others, "done": request.GET.get("done", "")}
    return render(request, "team/recovering/pages/requests.html", context)


def _people(row: RecoveryRequest) -> list[str]:
    return [row.receiver, row.first, row.second, *row.trustees.split()]


def _line(
    request: KeyedRequest, row: RecoveryRequest, names: Mapping[str, str], groups: Sequence[Group]
) -> dict[str, Any]:
    me, bundles = request.signed_in.person, actions.bundles_in(row)
    named = [one for one in groups if one.principal in bundles]
    return {
        "row": row,
        "who": names.get(row.receiver, ""),
        "first": names.get(row.first, ""),
        "second": names.get(row.second, ""),
        "groups": named,
        "dossiers": len(bundles) - len(named),
        "places": sorted(names[who] for who in row.trustees.split() if who in names),
        "mine": row.receiver == me,
        "second_is_me": row.second == me,
        "ready_at": row.asked_at + recovery.WAIT,
        "ready": recovery.may_finish(request.signed_in, row),
    }
