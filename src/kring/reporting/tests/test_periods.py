"""A period in words becomes days; what is not understood is said kindly."""

from datetime import date

import pytest

from kring.reporting import periods
from kring.reporting.periods import NotUnderstood, Span

ON = date(2021, 3, 15)


def ends(written: str, on: date = ON) -> list[tuple[date | None, date]]:
    return [(span.start, span.end) for span in periods.read(written, on).spans]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("reference date 2021-03-01", [(None, date(2021, 3, 1))]),
        ("reference date", [(None, ON)]),
        ("2020", [(date(2020, 1, 1), date(2020, 12, 31))]),
        ("2018-2019", [(date(2018, 1, 1), date(2018, 12, 31)), (date(2019, 1, 1), date(2019, 12, 31))]),
        ("2018; 2020", [(date(2018, 1, 1), date(2018, 12, 31)), (date(2020, 1, 1), date(2020, 12, 31))]),
        ("end 2018, end 2019", [(None, date(2018, 12, 31)), (None, date(2019, 12, 31))]),
        ("2021-01-19 to date of question", [(date(2021, 1, 19), ON)]),
        ("1 Aug 2013 to 31 Jul 2014", [(date(2013, 8, 1), date(2014, 7, 31))]),
        ("to 2015-07-01", [(None, date(2015, 7, 1))]),
        ("since 2020-03-13", [(date(2020, 3, 13), ON)]),
        ("since start (5.5 years)", [(None, ON)]),
        ("open", [(None, ON)]),
        ("school year 2019-2020", [(date(2019, 9, 1), date(2020, 8, 31))]),
        ("one school year", [(date(2019, 9, 1), date(2020, 8, 31))]),
        ("2020-Q4", [(date(2020, 10, 1), date(2020, 12, 31))]),
        ("2020-12", [(date(2020, 12, 1), date(2020, 12, 31))]),
    ],
)
def test_forms(written: str, expected: list[tuple[date | None, date]]) -> None:
    assert ends(written) == expected


def test_a_year_that_is_not_over_says_so() -> None:
    [span] = periods.read("2021", ON).spans
    assert (span.end, span.running) == (ON, True)


def test_years_to_come_are_told_and_not_counted() -> None:
    found = periods.read("2020, 2021, 2022", ON)
    assert [span.name for span in found.spans] == ["2020", "2021"]
    assert [span.name for span in found.to_come] == ["2022"]


@pytest.mark.parametrize(
    "written", ["since covid", "soon", "2021-02-30", "31 Xyz 2020", "2022", "2021-03-01 to 2021-02-01"]
)
def test_what_is_not_understood_is_said(written: str) -> None:
    with pytest.raises(NotUnderstood) as said:
        periods.read(written, ON)
    assert str(said.value).endswith(".")


def test_the_span_before_is_as_long() -> None:
    assert periods.before(Span(date(2020, 1, 1), date(2020, 12, 31), "2020")) == Span(
        date(2019, 1, 1), date(2019, 12, 31), "2019"
    )
    assert periods.before(Span(date(2020, 3, 11), date(2020, 3, 20))) == Span(date(2020, 3, 1), date(2020, 3, 10))
    assert periods.before(Span(None, ON)) is None
