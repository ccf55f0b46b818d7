"""From sent answers to a series: one number a period, the newest answer first, and what breaks it. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from kring.reporting.document.values import Cell, Document, Period, Says, Table
from kring.reporting.measures.measure import Unit


class Kind(StrEnum):
    """How long the periods of a series are. DAY: how things stood on days."""

    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


LENGTHS = {Kind.YEAR: range(365, 367), Kind.QUARTER: range(90, 93), Kind.MONTH: range(28, 32)}
"""Days of each kind of period; a year that begins with school stands in a series of its own."""
SCHOOL_BEGINS = (9, 1)


class Why(StrEnum):
    """What makes two numbers that follow each other no series."""

    DEFINITION = "definition"
    PROGRAMME = "programme"
    SHIFTED = "shifted"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Break:
    """One reason. of: the code of a programme, or both versions of a definition."""

    why: Why
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One period. breaks: between the one before and this one. differs: from that one, None where nothing does."""

    start: date | None
    end: date
    cell: Cell
    version: int
    breaks: tuple[Break, ...] = ()
    differs: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over periods of a kind, oldest first."""

    measure: str
    kind: Kind
    unit: str
    points: tuple[Point, ...]


def of(answers: Iterable[Document], began: Mapping[str, date]) -> list[Series]:
    """The series of these documents, the newest first. began: when each programme that is counted started."""
    found: dict[tuple[str, Kind], dict[date, Point]] = {}
    units: dict[str, str] = {}
    for made in answers:
        for table in made.tables:
            if table.measure == table.of:
                units.setdefault(table.measure, table.unit)
                for kind, point in _points(table):
                    told = found.setdefault((table.measure, kind), {})
                    if _says_more(point, told.get(point.end)):
                        told[point.end] = point
    return [
        Series(code, kind, units[code], tuple(_told(code_points, kind, began)))
        for (code, kind), by_end in found.items()
        if len(code_points := [by_end[end] for end in sorted(by_end)]) > 1
    ]


def _says_more(point: Point, than: Point | None) -> bool:
    """Whether it takes the place of what a newer answer says: that one said nothing, or withheld what was known."""
    return than is None or (than.cell.says is Says.WITHHELD and point.cell.says is Says.VALUE)


def _points(table: Table) -> Iterator[tuple[Kind, Point]]:
    """The wholes of a table; of a period that was not over nothing can be compared."""
    periods = dict.fromkeys(column.period for column in table.columns)
    for period, cell in zip(periods, table.wholes, strict=False):
        if (kind := _kind(period)) and not period.running and table.unit != Unit.DAY.value:
            start = date.fromisoformat(period.start) if period.start else None
            yield kind, Point(start, date.fromisoformat(period.end), cell, table.version)


def _kind(period: Period) -> Kind | None:
    if not period.start:
        return Kind.DAY
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    days = (end - start).days + 1
    if days in LENGTHS[Kind.YEAR] and (start.month, start.day) == SCHOOL_BEGINS:
        return Kind.SCHOOL_YEAR
    return next((kind for kind, length in LENGTHS.items() if days in length), None)


def _told(points: list[Point], kind: Kind, began: Mapping[str, date]) -> Iterator[Point]:
    yield points[0]
    for before, after in pairwise(points):
        breaks = tuple(_breaks(before, after, kind, began))
        whole = all(one.cell.says is Says.VALUE for one in (before, after))
        comparable = whole and not any(one.why in (Why.DEFINITION, Why.SHIFTED) for one in breaks)
        differs = round((after.cell.number or 0) - (before.cell.number or 0), 2) if comparable else None
        yield Point(after.start, after.end, after.cell, after.version, breaks, differs)


def _breaks(before: Point, after: Point, kind: Kind, began: Mapping[str, date]) -> Iterator[Break]:
    if before.version != after.version:
        yield Break(Why.DEFINITION, (str(before.version), str(after.version)))
    for code, day in began.items():
        if before.end < day <= after.end or (before.start is not None and before.start < day <= before.end):
            yield Break(Why.PROGRAMME, (code,))
    if kind is Kind.DAY or before.start is None or after.start is None:
        return
    if kind is Kind.YEAR and (before.start.month, before.start.day) != (after.start.month, after.start.day):
        yield Break(Why.SHIFTED)
    elif after.start != before.end + timedelta(1):
        yield Break(Why.GAP)
