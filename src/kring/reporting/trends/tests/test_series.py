"""A series from sent answers, as a truth table of what breaks it."""

from dataclasses import replace
from datetime import date

import pytest

from kring.reporting.document import Document
from kring.reporting.document.values import Cell, Column, Period, Says, Table
from kring.reporting.document.values import Document as Made
from kring.reporting.exports.tests.conftest import made
from kring.reporting.trends import series
from kring.reporting.trends.series import Break, Kind, Why

__all__ = ["made"]

BEGAN = {"youth": date(2020, 2, 1)}


def table(*years: tuple[str, str, float | None], version: int = 1, measure: str = "cases_new", of: str = "") -> Table:
    """A table with these periods (first day, last day, number or None for withheld)."""
    columns = tuple(Column(start, "", Period(start, end, start)) for start, end, _ in years)
    wholes = tuple(Cell(Says.WITHHELD, "x") if n is None else Cell(Says.VALUE, f"{n:g}", n) for _, _, n in years)
    return Table("", measure, of or measure, version, "case", "", (), "", columns, (), wholes, ())


def year(number: int, count: float | None) -> tuple[str, str, float | None]:
    return f"{number}-01-01", f"{number}-12-31", count


def answered(made: Document, *tables: Table) -> Made:
    return replace(made, tables=tables)


def test_years_of_one_answer_are_a_series(made: Document) -> None:
    [found] = series.of([answered(made, table(year(2017, 5), year(2018, 9)))], BEGAN)
    assert (found.measure, found.kind) == ("cases_new", Kind.YEAR)
    assert [(one.cell.number, one.differs, one.breaks) for one in found.points] == [(5, None, ()), (9, 4, ())]


def test_the_newest_answer_of_a_period_stands(made: Document) -> None:
    newer, older = table(year(2018, 10)), table(year(2017, 5), year(2018, 9))
    [found] = series.of([answered(made, newer), answered(made, older)], BEGAN)
    assert [one.cell.number for one in found.points] == [5, 10]


def test_a_number_that_is_known_stays_when_a_newer_answer_withholds_it(made: Document) -> None:
    newer, older = table(year(2018, None)), table(year(2017, 5), year(2018, 9))
    [found] = series.of([answered(made, newer), answered(made, older)], BEGAN)
    assert [one.cell.number for one in found.points] == [5, 9]


def test_school_years_are_a_series_of_their_own(made: Document) -> None:
    schools = table(("2017-09-01", "2018-08-31", 7), ("2018-09-01", "2019-08-31", 8))
    found = series.of([answered(made, table(year(2017, 5), year(2018, 9))), answered(made, schools)], BEGAN)
    assert {one.kind: [point.cell.number for point in one.points] for one in found} == {
        Kind.YEAR: [5, 9],
        Kind.SCHOOL_YEAR: [7, 8],
    }
    assert all(not point.breaks for one in found for point in one.points)


@pytest.mark.parametrize(
    ("before", "after", "breaks", "differs"),
    [
        (table(year(2017, 5)), table(year(2018, 9), version=2), (Break(Why.DEFINITION, ("1", "2")),), None),
        (table(year(2019, 5)), table(year(2020, 9)), (Break(Why.PROGRAMME, ("youth",)),), 4),
        (table(year(2020, 5)), table(year(2021, 9)), (Break(Why.PROGRAMME, ("youth",)),), 4),
        (table(year(2017, 5)), table(("2018-07-01", "2019-06-30", 9)), (Break(Why.SHIFTED),), None),
        (table(year(2016, 5)), table(year(2018, 9)), (Break(Why.GAP),), 4),
        (table(year(2017, None)), table(year(2018, 9)), (), None),
        (table(year(2017, 5)), table(year(2018, 0)), (), -5),
    ],
)
def test_what_breaks_it_is_marked(
    made: Document, before: Table, after: Table, breaks: tuple[Break, ...], differs: float | None
) -> None:
    [found] = series.of([answered(made, after), answered(made, before)], BEGAN)
    assert (found.points[1].breaks, found.points[1].differs) == (breaks, differs)


@pytest.mark.parametrize(
    "other",
    [
        table(year(2018, 9), measure="trend", of="cases_new"),
        table(("2018-01-01", "2018-03-31", 9)),
        table(("2018-01-01", "2018-02-20", 9)),
        table(("", "2018-12-31", 9)),
        table(year(2018, 9), measure="cases_closed"),
    ],
)
def test_what_is_no_number_of_the_same_kind_is_no_part_of_it(made: Document, other: Table) -> None:
    assert series.of([answered(made, table(year(2017, 5))), answered(made, other)], BEGAN) == []


def test_a_period_that_was_not_over_is_no_part_of_it(made: Document) -> None:
    running = table(year(2018, 9))
    columns = tuple(replace(one, period=replace(one.period, running=True)) for one in running.columns)
    answers = [answered(made, replace(running, columns=columns)), answered(made, table(year(2017, 5)))]
    assert series.of(answers, BEGAN) == []
