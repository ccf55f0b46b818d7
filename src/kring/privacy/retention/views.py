"""The retention desk: the batches, what is over, what is held back, the rules, what was destroyed."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kring.privacy.retention.batches import OPEN, NotNow, State, batched, not_inside, rule_to_destroy_by
from kring.privacy.retention.due import BATCHED, due
from kring.privacy.retention.models import Batch, BatchItem
from kring.privacy.retention.offices import at_the_desk
from kring.team.clock import today
from kring.team.retention import DEFAULTS, Rule, Series
from kring.team.retention import queries as rules
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

PAGES = "privacy/retention/pages"
ITEMS = Count("items", distinct=True)
STUCK = Count("items", filter=Q(items__state=BatchItem.State.STUCK), distinct=True)
GIVEN = Count("approvals", distinct=True)


@door("retention.desk", to=at_the_desk)
@require_GET
def desk(request: KeyedRequest) -> HttpResponse:
    """Everything about terms, in counts, days and numbers."""
    rows = Batch.objects.exclude(state=State.DROPPED).annotate(count=ITEMS, stuck=STUCK, given=GIVEN)
    found = [row.verified() for row in rows.order_by("-made_on", "-name")[:40]]
    written, inside = rules.all_versions(), batched()
    context = {
        "open": [(row, _stands(row, row.given)) for row in found if row.state in OPEN],
        "ended": [row for row in found if row.state == State.DONE],
        "over": [_over(series, written[series], inside) for series in BATCHED],
        "rules": [_line(series, written[series]) for series in Series],
        "once": new_id(),
    }
    return render(request, f"{PAGES}/desk.html", context)


def _over(series: Series, versions: list[Rule], inside: set[str]) -> dict[str, Any]:
    """How much waits for a batch, or why none can be made."""
    try:
        rule = rule_to_destroy_by(series, today(), versions)
    except NotNow as why:
        return {"series": series, "count": 0, "held": 0, "why": why.sentence}
    found = not_inside(due(rule, today()), inside)
    held = sum(one.held for one in found)
    return {"series": series, "count": len(found), "held": held, "free": len(found) - held, "why": ""}


def _stands(row: Batch, given: int) -> Any:
    """Where an open batch stands, by how many approved it."""
    if row.state != State.PROPOSED or not given:
        return row.get_state_display()
    return _("waits for one more approval") if given == 1 else _("approved by two, can be destroyed")


def _line(series: Series, versions: list[Rule]) -> dict[str, Any]:
    day, newest = today(), (versions or [DEFAULTS[series]])[0]
    holding = next((one for one in versions if one.holds(day)), None)
    return {"series": series, "rule": holding or newest, "holds": holding is not None or newest.holds(day)}
