"""Cells as people fill them in, as truth tables: days, rhythms, ways of working, labels."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import translation

from kring.support.dossier.content import Mode
from kring.support.dossier.takeover import values
from kring.support.dossier.takeover.values import Wrong

TODAY = date(2021, 3, 1)
MAY = date(2019, 5, 1)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    "typed",
    [
        *("2019-05-01", "1/5/2019", "01-05-2019", "1.5.19", "1 mei 2019", "1er mai 2019", "1-mei-19"),
        *("43586", "43586,0", "1/05/2019 0:00", "2019-05-01T00:00:00"),
    ],
)
def test_a_day_as_people_and_spreadsheets_write_it(typed: str) -> None:
    assert values.day(typed, TODAY) == MAY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "missing"),
        ("31/02/2020", "does not exist"),
        ("5/13/2019", "does not exist"),
        ("2/3/2021", "lies ahead"),
        ("mei 2019", "no day we can read"),
        ("2019", "no day we can read"),
        ("lang geleden", "no day we can read"),
        ("1/5/1919", "too long ago"),
    ],
)
def test_a_day_that_cannot_be_is_said_in_plain_words(typed: str, said: str) -> None:
    with pytest.raises(Wrong, match=said):
        values.day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        *(("", None), ("geen", None), ("wekelijks", 7), ("elke 2 weken", 14), ("14", 14), ("14 dagen", 14)),
        *(("1 week", 7), ("maandelijks", 28), ("om de 3 weken", 21), ("aucun", None), ("toutes les 2 semaines", 14)),
    ],
)
def test_a_rhythm(typed: str, days: int | None) -> None:
    assert values.rhythm(typed) == days


@pytest.mark.parametrize("typed", ["soms", "400 dagen", "0"])
def test_a_rhythm_that_is_none(typed: str) -> None:
    with pytest.raises(Wrong, match="no rhythm"):
        values.rhythm(typed)


@pytest.mark.parametrize(
    ("typed", "mode"),
    [("Casusregie", Mode.DIRECTION), ("outreachend", Mode.HANDS_ON), ("Hybride", Mode.HYBRID), ("both", Mode.HYBRID)],
)
def test_a_way_of_working(typed: str, mode: Mode) -> None:
    assert values.mode(typed) == mode


@pytest.mark.parametrize("typed", ["", "?", "x" * 41, "Robin 85.07.30-033.28"])
def test_nrn01_a_label_holds_a_name_and_no_register_number(typed: str) -> None:
    with pytest.raises(Wrong):
        values.label(typed)
