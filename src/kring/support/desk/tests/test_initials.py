"""What a row shows of a label besides the label itself."""

from datetime import date

import pytest

from kring.support.desk.lines import initials
from kring.support.dossier.frame import years

MONDAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("label", "two"), [("Robin V.", "RV"), ("Bobby", "B"), ("Jean van den Berg", "JB"), ("", ""), ("(?) ", "")]
)
def test_initials(label: str, two: str) -> None:
    assert initials(label) == two


def test_age_is_whole_years() -> None:
    assert [years(date(2005, 3, day), MONDAY) for day in (1, 2)] == [16, 15]
