"""Where a number stands in the tables of a document, so that the same place is found again in another. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kring.reporting.document.values import Cell, Column, Row, Table

type Place = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell with all that it stands in."""

    table: Table
    row: Row
    column: Column
    cell: Cell

    @property
    def place(self) -> Place:
        """The same in every document that counts the same."""
        table, row, column = self.table, self.row, self.column
        what = (table.measure, table.of, *table.split, "·", row.line, row.code, column.code)
        return (*what, column.period.start, column.period.end)


def placed(tables: Iterable[Table]) -> Iterator[Placed]:
    """Every cell, row by row."""
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                yield Placed(table, row, column, cell)
