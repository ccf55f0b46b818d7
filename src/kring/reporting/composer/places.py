"""Where a number stands in the tables of a document, so that the same place is found again in another. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kring.reporting.document.values import Cell, Column, Row, Table

type Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell with all that it stands in. place: the same in every document that counts the same."""

    place: Place
    table: Table
    row: Row
    column: Column
    cell: Cell


def placed(tables: Iterable[Table]) -> Iterator[Placed]:
    """Every cell, row by row. Two figures may count the same with another filter: their order tells them apart."""
    seen: Counter[Place] = Counter()
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                what = (table.measure, table.of, *table.split, "·", row.line, row.code, column.code)
                place = (*what, column.period.start, column.period.end)
                seen[place] += 1
                yield Placed((*place, str(seen[place])), table, row, column, cell)
