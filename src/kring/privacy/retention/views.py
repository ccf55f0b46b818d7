"""The retention desk: the batches, what is over, what is held back, the rules, what was destroyed."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.retention.batches import OPEN, NotNow, State, waiting
from kring.privacy.retention.due import BATCHED
from kring.privacy.retention.holds import held
from kring.privacy.retention.models import Batch
from kring.privacy.retention.offices import at_the_desk
from kring.team.clock import today
from kring.team.retention import DEFAULTS, Rule, Series
from kring.team.retention import queries as rules
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGES = "privacy/retention/pages"


@door("retention.desk", to=at_the_desk)
@require_GET
def desk(request: KeyedRequest) -> HttpResponse:
    """Everything about terms, in counts, days and numbers."""
    found = [row.verified() for row in Batch.objects.exclude(state=State.DROPPED).order_by("-made_on", "-name")[:40]]
    counts = dict(Batch.objects.filter(state__in=OPEN).values_list("id").annotate(count=Count("items")))
    written = rules.all_versions()
    context = {
        "open": [(row, counts.get(row.id, 0)) for row in found if row.state in OPEN],
        "ended": [row for row in found if row.state == State.DONE],
        "over": [_over(series) for series in BATCHED],
        "held": len(held()),
        "rules": [_line(series, written[series]) for series in Series],
        "once": new_id(),
    }
    return render(request, f"{PAGES}/desk.html", context)


def _over(series: Series) -> dict[str, Any]:
    """How much waits for a batch, or why none can be made."""
    try:
        return {"series": series, "count": len(waiting(series, today())), "why": ""}
    except NotNow as why:
        return {"series": series, "count": 0, "why": why.sentence}


def _line(series: Series, versions: list[Rule]) -> dict[str, Any]:
    day, newest = today(), (versions or [DEFAULTS[series]])[0]
    holding = next((one for one in versions if one.holds(day)), None)
    return {"series": series, "rule": holding or newest, "holds": holding is not None or newest.holds(day)}
