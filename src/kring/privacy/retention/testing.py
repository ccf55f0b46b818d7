"""Rules and approvals for tests, through the product's own verbs."""

from dataclasses import replace
from datetime import date
from typing import Any

from kring.privacy.retention import batches, holds
from kring.privacy.retention.models import Batch, Hold
from kring.support.closing.testing import closed
from kring.team.clock import on_day
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


def approved(town: Town, batch: Batch) -> None:
    """Both offices approve, and the destroying may begin."""
    for who, office in (("hilde", "dpo"), ("greet", "head_of_service")):
        batches.approve(town.people[who].principal, office, batch.id, seen=batch.contents, once=new_id())
    batches.begin(town.greet.principal, batch.id)


def a_batch(town: Town) -> Batch:
    """A batch of one dossier, four years after its closing, and a number that is held back."""
    publish(town)
    with on_day(date(2021, 3, 9)):
        closed(town)
    with on_day(date(2025, 1, 4)):
        made = batches.propose(town.hilde.principal, Series.DOSSIER, once=new_id())
        hold = {"reason": Hold.Reason.COMPLAINT, "reference": "V-31", "once": new_id()}
        holds.place(town.hilde.principal, number="K-2222", until_on=date(2199, 1, 1), **hold)
    return Batch.objects.get(id=made).verified()


def proposed(town: Town, series: Series = Series.DOSSIER) -> Batch:
    """The batch that the privacy officer proposes of what is over now."""
    made = batches.propose(town.hilde.principal, series, once=new_id())
    return Batch.objects.get(id=made).verified()
