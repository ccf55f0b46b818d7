"""The declarations of what was destroyed, by day: for officers and the privacy officer, to read and to print."""

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.sanctions import offices
from kring.sanctions.expiry.models import ExpiryDeclaration
from kring.team.access import holds_office
from kring.vault.doors import KeyedRequest, door

MOST = 2000
"""So many declarations are read for the page, the newest first: many years of a town."""


def _reads(request: KeyedRequest) -> bool:
    return holds_office("dpo")(request) or offices.for_officers(request)


@door("sanctions.gone", to=_reads)
@require_GET
def gone(request: KeyedRequest) -> HttpResponse:
    """A line for each day on which something went."""
    rows = [row.verified() for row in ExpiryDeclaration.objects.order_by("-destroyed_on", "over_on", "id")[:MOST]]
    days = [_line(list(of_day)) for _, of_day in groupby(rows, key=lambda row: row.destroyed_on)]
    return render(request, "sanctions/expiry/pages/gone.html", {"days": days, "files": len(rows)})


def _line(rows: list[ExpiryDeclaration]) -> dict[str, Any]:
    return {
        "on": rows[0].destroyed_on,
        "over": rows[0].over_on,
        "files": len(rows),
        "locks": sum(row.locks for row in rows),
        "rows": sum(row.rows for row in rows),
    }
