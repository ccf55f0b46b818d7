"""How long a dossier is kept after its closing: the selection rule of the day, and the year in which its term is over.

The default is a proposal that a town replaces by its own published rule, in `selection-rules.json` in the data folder.
Only the year is kept in the clear: an exact day would tell the birthday of a minor. What does not live here:
destroying, holds and their two approvals (privacy). Source: domain rules ARC-01, ARC-02.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from kring.team.clock import months_after

ADULT, FREE = 18, 20
"""A minor's dossier is kept until a year after the nineteenth birthday."""


@dataclass(frozen=True, slots=True)
class SelectionRule:
    """One rule. years: after closing; most_years: at most, also for who was a minor. until_on: None while valid."""

    id: str
    title: str
    years: int
    most_years: int
    destination: str
    reference: str
    from_on: date
    until_on: date | None = None


class NoRule(Exception):
    """No selection rule is valid on this day: without a rule nothing is destroyed (ARC-01)."""


DEFAULT = SelectionRule(
    id="SP-04",
    title="Individual support: dossier",
    years=3,
    most_years=10,
    destination="destroy",
    reference="proposal, to be replaced by the published rule of the town",
    from_on=date(2000, 1, 1),
)


def rule_on(day: date) -> SelectionRule:
    """The rule that is valid on a day. Raises `NoRule`."""
    return _valid(_rules(), day)


def over_in(rule: SelectionRule, closed_on: date, born_on: date | None = None) -> int:
    """The year from whose first of January the dossier may be destroyed: the end of its term, rounded up."""
    end = years_after(closed_on, rule.years)
    if born_on is not None and years_after(born_on, ADULT) > closed_on:
        end = min(max(end, years_after(born_on, FREE)), years_after(closed_on, rule.most_years))
    return end.year + 1


def years_after(day: date, years: int) -> date:
    """The same day some years later."""
    return months_after(day, 12 * years)


def _valid(rules: Iterable[SelectionRule], day: date) -> SelectionRule:
    for rule in rules:
        if rule.from_on <= day and (rule.until_on is None or day <= rule.until_on):
            return rule
    raise NoRule


def _rules() -> list[SelectionRule]:
    local = Path(settings.KRING_DATA) / "selection-rules.json"
    if not local.exists():
        return [DEFAULT]
    return [_read(one) for one in json.loads(local.read_text(encoding="utf-8"))]


def _read(told: dict[str, Any]) -> SelectionRule:
    days = {name: date.fromisoformat(told[name]) for name in ("from_on", "until_on") if told.get(name)}
    return SelectionRule(**{**told, "until_on": None, **days})
