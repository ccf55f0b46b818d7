"""What the head of a dossier shows of a birth date."""

from datetime import date

from kring.support.dossier.frame import years

MONDAY = date(2021, 3, 1)


def test_age_is_whole_years() -> None:
    assert [years(date(2005, 3, day), MONDAY) for day in (1, 2)] == [16, 15]
