"""Truth tables of the rules: who may carry a dossier, and by when it must be told."""

from datetime import date

import pytest

from kring.support.dossier.rules import Carrier, MayNotCarry, can_carry, check_carriers, tell_by


@pytest.mark.parametrize(
    ("holder", "deputy", "may"),
    [
        ((True, True), (True, True), True),
        ((False, True), (True, True), False),
        ((True, False), (True, True), False),
        ((True, True), (False, True), False),
        ((True, True), (True, False), False),
        ((False, False), (False, False), False),
    ],
)
def test_sec01_only_members_under_secrecy_carry(
    holder: tuple[bool, bool], deputy: tuple[bool, bool], may: bool
) -> None:
    assert can_carry(Carrier("noor", *holder), Carrier("joris", *deputy)) is may


def test_holder_and_deputy_are_two_people() -> None:
    noor = Carrier("noor", in_circle=True, under_secrecy=True)
    with pytest.raises(MayNotCarry, match="two colleagues"):
        check_carriers(noor, noor)


@pytest.mark.parametrize(
    ("opened_on", "told_by"),
    [
        (date(2021, 3, 1), date(2021, 4, 1)),
        (date(2021, 1, 31), date(2021, 2, 28)),
        (date(2020, 1, 31), date(2020, 2, 29)),
        (date(2020, 12, 15), date(2021, 1, 15)),
    ],
)
def test_gdp06_one_month_to_tell(opened_on: date, told_by: date) -> None:
    assert tell_by(opened_on) == told_by
