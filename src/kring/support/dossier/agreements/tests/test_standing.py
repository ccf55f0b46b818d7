"""Whether a client agrees that somebody is told, on a day: truth tables of GBO-02."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kring.support.dossier.agreements.content import AgreedToShare, Sort, Way
from kring.support.dossier.agreements.rules import (
    LONGEST_DAYS,
    DoesNotFit,
    Fresh,
    Standing,
    check,
    check_given,
    check_withdrawn,
    standing,
)
from kring.support.dossier.disclosing.rules import MayNotShare

ON = date(2021, 3, 1)
JANA = AgreedToShare("Jana Pauwels", "CAW", (Sort.PLAN,), "Om samen te helpen.", Way.SPOKEN, ON, date(2021, 6, 1), "me")
GONE = replace(JANA, withdrawn_on=date(2021, 4, 1), told_by="Robin zelf")
ONCE = replace(JANA, sorts=(Sort.LINES,), until=ON)


@pytest.mark.parametrize(
    ("agreed", "day", "stands"),
    [
        ([], ON, Standing.NONE),
        ([JANA], ON - timedelta(days=1), Standing.OVER),
        ([JANA], ON, Standing.HOLDS),
        ([JANA], date(2021, 6, 1), Standing.HOLDS),
        ([JANA], date(2021, 6, 2), Standing.OVER),
        ([GONE], date(2021, 3, 31), Standing.HOLDS),
        ([GONE], date(2021, 4, 1), Standing.WITHDRAWN),
        ([GONE], date(2022, 1, 1), Standing.WITHDRAWN),
        ([GONE, replace(JANA, on=date(2021, 4, 1))], date(2021, 4, 1), Standing.HOLDS),
        ([ONCE], ON, Standing.NONE),
        ([replace(ONCE, withdrawn_on=ON)], ON, Standing.WITHDRAWN),
        ([replace(JANA, partner="Dirk Maas")], ON, Standing.NONE),
    ],
)
def test_gbo_02_where_it_stands_on_a_day(agreed: list[AgreedToShare], day: date, stands: Standing) -> None:
    assert standing(agreed, "Jana Pauwels", day) is stands


@pytest.mark.parametrize("typed", ["jana pauwels", " Jana  Pauwels", "JANA PAUWELS"])
def test_gbo_02_a_name_is_the_same_however_it_was_typed(typed: str) -> None:
    assert standing([GONE], typed, date(2021, 5, 1)) is Standing.WITHDRAWN


@pytest.mark.parametrize(
    ("stands", "fresh", "field"),
    [
        (Standing.HOLDS, None, ""),
        (Standing.NONE, None, "agreed_for"),
        (Standing.NONE, Fresh("  "), "agreed_for"),
        (Standing.NONE, Fresh("Zij mag het weten."), ""),
        (Standing.OVER, None, "agreed_for"),
        (Standing.OVER, Fresh("Zij mag het weten."), ""),
        (Standing.WITHDRAWN, None, "ground"),
        (Standing.WITHDRAWN, Fresh("Zij mag het weten."), "ground"),
    ],
)
def test_gbo_02_once_withdrawn_it_is_not_given_anew_by_the_way(
    stands: Standing, fresh: Fresh | None, field: str
) -> None:
    if not field:
        check(stands, fresh)
        return
    with pytest.raises(MayNotShare) as refused:
        check(stands, fresh)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("on", "until", "field"),
    [
        (ON, ON, ""),
        (ON, ON + timedelta(days=LONGEST_DAYS), ""),
        (ON, ON + timedelta(days=LONGEST_DAYS + 1), "until"),
        (ON, ON - timedelta(days=1), "until"),
        (ON + timedelta(days=1), ON + timedelta(days=2), "on"),
    ],
)
def test_gbo_02_every_agreement_ends_within_a_year(on: date, until: date, field: str) -> None:
    given = replace(JANA, on=on, until=until)
    if not field:
        check_given(given, ON)
        return
    with pytest.raises(DoesNotFit) as wrong:
        check_given(given, ON)
    assert wrong.value.field == field


@pytest.mark.parametrize(("on", "fits"), [(ON, True), (ON - timedelta(days=1), False), (ON + timedelta(days=9), False)])
def test_gbo_02_it_is_withdrawn_between_the_day_it_was_given_and_today(on: date, fits: bool) -> None:
    if fits:
        check_withdrawn(JANA, on, ON + timedelta(days=8))
        return
    with pytest.raises(DoesNotFit):
        check_withdrawn(JANA, on, ON + timedelta(days=8))
