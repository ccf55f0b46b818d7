"""The privacy officer's page of requests: number, sort, day n of the term. Never whose, never what was said."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.requests import queries, rules
from kring.privacy.requests.models import PersonRequest
from kring.support.dossier import words
from kring.team.access import holds_office
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door

SHOWN = timedelta(days=365)
"""So long an answered request stays in the list."""


@door("privacy.requests", to=holds_office("dpo"))
@require_GET
def clocks(request: KeyedRequest) -> HttpResponse:
    """Every request that waits for an answer, the most pressing first; then what was answered, the latest first."""
    on = today()
    found = queries.clocks(done_since=on - SHOWN)
    answered = sorted((row for row in found if row.done_on), key=lambda row: (row.done_on, row.number), reverse=True)
    context = {
        "requests": [_line(row, on) for row in found if row.done_on is None],
        "answered": [_line(row, on) for row in answered],
    }
    return render(request, "privacy/requests/pages/clocks.html", context)


def _line(row: PersonRequest, on: date) -> dict[str, Any]:
    return {
        "number": row.number,
        "kind": row.get_kind_display(),
        "asked_on": words.day(row.asked_on),
        "due_on": words.day(row.due_on),
        "done_on": words.day(row.done_on) if row.done_on else "",
        "clock": rules.clock(row, on),
    }
