"""Writing the next version of a selection rule. The one before stays: what was destroyed by it names it."""

from dataclasses import replace
from datetime import date

from django.db import IntegrityError
from django.utils import timezone

from kring.team.clock import months_after
from kring.team.retention.models import SelectionRule
from kring.team.retention.rules import VALID_YEARS, Rule
from kring.vault.acts import acting
from kring.vault.refusals import Conflict


def last_day(from_on: date) -> date:
    """The last day on which a rule can hold that begins on a day."""
    return months_after(from_on, 12 * VALID_YEARS)


def write_rule(by: str, rule: Rule, *, seen: int, once: str) -> int:
    """The next version of a rule; its number. seen: the version it was written on.

    Raises `Conflict` when somebody was earlier.
    """
    until_on = min(rule.until_on or last_day(rule.from_on), last_day(rule.from_on))
    row = SelectionRule(
        series=rule.series,
        number=seen + 1,
        code=rule.code,
        months=rule.months,
        most_months=rule.most_months,
        trigger=rule.trigger,
        destination=rule.destination,
        reference=rule.reference,
        from_on=rule.from_on,
        until_on=until_on,
        by=by,
        written_at=timezone.now(),
        sample=rule.sample,
    )
    try:
        with acting("retention.rule", by=by, on=[row.id]) as act:
            made = act.once(f"{once} {replace(rule, row='')!r}", lock=rule.series, outcome=str(seen + 1))
            if made is not None:
                return int(made)
            before = list(SelectionRule.objects.select_for_update(no_key=True).filter(series=rule.series))
            if max((one.number for one in before), default=0) != seen:
                raise Conflict
            row.seed = min(before, key=lambda one: one.number).verified().id if before else row.id
            act.add(row)
    except IntegrityError:  # two wrote the same number in one moment
        raise Conflict from None
    return row.number
