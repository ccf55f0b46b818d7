"""The trustees' page, and the button of who waits for a key that nobody holds."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kring.team import queries
from kring.team.access import colleague_only
from kring.team.enrolment.forms import AdmitForm
from kring.team.enrolment.rules import NotAllowed
from kring.team.enrolment.words import four_words
from kring.team.recovering import actions
from kring.vault import recovery
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import RecoveryRequest
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
    lines = [_line(request, row, form if row.id == tried else None) for row in actions.open_requests()]
    context = {"lines": lines, "others": others, "done": request.GET.get("done", "")}
    return render(request, "team/recovering/pages/requests.html", context)


def _line(request: KeyedRequest, row: RecoveryRequest, form: AdmitForm | None) -> dict[str, Any]:
    me, names = request.signed_in.person, queries.colleagues([row.receiver, row.first, row.second])
    groups = actions.groups_in(row)
    named = {name.rsplit("/", 1)[0] for name in row.parts.split()}
    return {
        "row": row,
        "who": names[row.receiver].name if row.receiver in names else "",
        "first": names[row.first].name if row.first in names else "",
        "second": names[row.second].name if row.second in names else "",
        "groups": groups,
        "dossiers": len(named) - len(groups),
        "words": four_words(row.receiver),
        "form": form or AdmitForm(auto_id=f"id_%s_{row.id}"),
        "mine": row.receiver == me,
        "second_is_me": row.second == me,
        "ready_at": row.asked_at + recovery.WAIT,
        "ready": recovery.may_finish(request.signed_in, row),
    }
