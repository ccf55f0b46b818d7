"""Rules for tests: the town's published one, written through the product's own verb."""

from dataclasses import replace
from datetime import date
from typing import Any

from kring.team.retention import DEFAULTS, Rule, Series, queries
from kring.team.retention.actions import write_rule
from kring.team.testing import Town
from kring.vault.primitives import new_id

SAID = {
    "code": "SP-04",
    "months": 36,
    "most_months": 120,
    "trigger": "closed",
    "destination": "destroy",
    "reference": "Register 2021/7",
    "from_on": "2021-01-01",
    "until_on": "2025-12-31",
}
"""The form of the rule for dossiers, filled in."""


def publish(town: Town, series: Series = Series.DOSSIER, **changes: Any) -> Rule:
    """The next version of a rule, written by the privacy officer; it says what the proposal said, but for `changes`."""
    said: dict[str, Any] = {"reference": "Register 2021/7", "from_on": date(2021, 1, 1), **changes}
    seen = next(iter(queries.versions(series)), DEFAULTS[series]).number
    write_rule(town.hilde.principal, replace(DEFAULTS[series], **said), seen=seen, once=new_id())
    return queries.versions(series)[0]
