"""The privacy officer's page of requests: number, sort, day n of the term. Never whose, never what was said."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.requests import queries, rules
from kring.support.dossier import words
from kring.team.access import holds_office
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door


@door("privacy.requests", to=holds_office("dpo"))
@require_GET
def clocks(request: KeyedRequest) -> HttpResponse:
    """Every request that waits for an answer, the most pressing first."""
    on = today()
    rows = [
        {
            "number": row.number,
            "kind": row.get_kind_display(),
            "asked_on": words.day(row.asked_on),
            "due_on": words.day(row.due_on),
            "clock": rules.clock(row, on),
        }
        for row in queries.clocks()
    ]
    return render(request, "privacy/requests/pages/clocks.html", {"requests": rows})
