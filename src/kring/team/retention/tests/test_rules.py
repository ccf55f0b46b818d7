"""ARC-01 and ARC-02: which rule holds on a day, and when a term is over."""

from datetime import date

import pytest

from kring.team.retention.actions import write_rule
from kring.team.retention.queries import rule_on, versions
from kring.team.retention.rules import DEFAULTS, Destination, NoRule, Rule, Series, Trigger, over_in, over_on
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

DOSSIER = DEFAULTS[Series.DOSSIER]
CLOSED = date(2021, 3, 1)


def published(**changes: object) -> Rule:
    said = {"months": 36, "reference": "Register 2021/7", "from_on": date(2021, 1, 1), **changes}
    return Rule(Series.DOSSIER, "SP-04", trigger=Trigger.CLOSED, destination=Destination.DESTROY, **said)  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("born_on", "year"),
    [
        (None, 2025),
        (date(1990, 1, 1), 2025),
        (date(2003, 3, 1), 2025),  # eighteen on the day itself
        (date(2003, 3, 2), 2025),  # seventeen still: free in March 2023, and the three years are longer
        (date(2007, 5, 6), 2028),
        (date(2019, 5, 6), 2032),  # ten years at most
    ],
)
def test_arc_02_three_years_and_a_minor_not_before_a_year_after_the_nineteenth_birthday(
    born_on: date | None, year: int
) -> None:
    assert over_in(DOSSIER, CLOSED, born_on) == year


def test_arc_02_a_referral_without_a_role_is_kept_six_months() -> None:
    assert over_on(DEFAULTS[Series.REFERRAL], date(2021, 8, 31)) == date(2022, 2, 28)


def test_arc_01_every_series_has_a_rule_and_a_proposal_is_no_published_one() -> None:
    assert set(DEFAULTS) == {series.value for series in Series}
    assert not any(rule.published for rule in DEFAULTS.values())


def test_arc_01_the_rule_of_the_day_is_the_newest_version_that_holds(town: Town) -> None:
    by = town.hilde.principal
    assert rule_on(Series.DOSSIER, CLOSED) == DOSSIER
    write_rule(by, published(until_on=date(2021, 12, 31)), seen=0, once=new_id())
    write_rule(by, published(months=60, from_on=date(2021, 6, 1), until_on=date(2022, 6, 1)), seen=1, once=new_id())
    assert [rule_on(Series.DOSSIER, day).months for day in (CLOSED, date(2021, 6, 1), date(2022, 6, 1))] == [36, 60, 60]
    for day in (date(2020, 12, 31), date(2022, 6, 2)):
        with pytest.raises(NoRule):
            rule_on(Series.DOSSIER, day)


def test_arc_01_a_version_is_followed_and_never_changed_and_holds_five_years_at_most(town: Town) -> None:
    by, once = town.hilde.principal, new_id()
    rule = published()
    assert [write_rule(by, rule, seen=0, once=once), write_rule(by, rule, seen=0, once=once)] == [1, 1]
    with pytest.raises(Conflict):
        write_rule(by, published(months=12), seen=0, once=new_id())
    write_rule(by, published(months=48), seen=1, once=new_id())
    assert [(one.number, one.months) for one in versions(Series.DOSSIER)] == [(2, 48), (1, 36)]
    assert versions(Series.DOSSIER)[1].until_on == date(2026, 1, 1)
