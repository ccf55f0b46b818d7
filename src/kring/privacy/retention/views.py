"""The retention desk: the rules, what is over, the batches, and what was destroyed."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.retention.offices import at_the_desk
from kring.team.clock import today
from kring.team.retention import DEFAULTS, Series
from kring.team.retention import queries as rules
from kring.vault.doors import KeyedRequest, door

PAGES = "privacy/retention/pages"


@door("retention.desk", to=at_the_desk)
@require_GET
def desk(request: KeyedRequest) -> HttpResponse:
    """Everything about terms, in counts, days and numbers."""
    written, day = rules.all_versions(), today()
    lines = []
    for series in Series:
        rule = next((one for one in written[series] if one.holds(day)), None)
        newest = (written[series] or [DEFAULTS[series]])[0]
        lines.append({"series": series, "rule": rule or newest, "holds": newest.holds(day) or rule is not None})
    return render(request, f"{PAGES}/desk.html", {"rules": lines})
