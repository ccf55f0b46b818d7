"""Which rule holds on a day, and which there were."""

from datetime import date

from kring.team.retention.models import SelectionRule
from kring.team.retention.rules import DEFAULTS, NoRule, Rule, Series, valid


def rule_on(series: Series, day: date) -> Rule:
    """The rule of a day: the town's, or the proposal while the town wrote none. Raises `NoRule`, `Refused`."""
    return valid(versions(series) or [DEFAULTS[series]], day)


def own_letters_months(day: date) -> int:
    """After how many months untouched what lies in one's own letterbox goes; 0 while no rule says so."""
    try:
        rule = rule_on(Series.OWN_NOTES, day)
    except NoRule:
        return 0
    return rule.months if rule.destroys else 0


def versions(series: Series) -> list[Rule]:
    """Every version the town wrote, the newest first. Raises `Refused` when one is not as we wrote it."""
    return [row.verified().rule for row in SelectionRule.objects.filter(series=series).order_by("-number")]


def all_versions() -> dict[str, list[Rule]]:
    """Series -> its versions, the newest first, of every series there is, in one query."""
    found: dict[str, list[Rule]] = {series.value: [] for series in Series}
    for row in SelectionRule.objects.order_by("-number"):
        found[row.series].append(row.verified().rule)
    return found


def by_row(row: str) -> Rule | None:
    """The version that something was destroyed by."""
    found = SelectionRule.objects.filter(id=row).first()
    return found.verified().rule if found is not None else None
