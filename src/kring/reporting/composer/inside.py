"""The table with every number, beside the one for everybody: which of its numbers are not said outside. Pure.

For the offices that compose alone. No sentence, no export and no public page is made of this.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kring.reporting import document
from kring.reporting.composer.places import Place, placed
from kring.reporting.document.values import Cell, Document, Line, Says, Table


@dataclass(frozen=True, slots=True)
class Number:
    """One cell with its number. hidden: whether everybody sees the mark in its place."""

    cell: Cell
    hidden: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of such cells."""

    label: str
    total: bool
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """One table for inside. hidden: how many of its numbers are not said outside."""

    table: Table
    rows: tuple[Row, ...]

    @property
    def hidden(self) -> int:
        """How many of its numbers are not said outside."""
        return sum(one.hidden for row in self.rows for one in row.numbers)


def beside(internal: str, outside: Document) -> list[Inside]:
    """The tables that say more than everybody is shown; none when nothing is withheld, or when it was not kept."""
    if not internal:
        return []
    withheld = {one.place for one in placed(outside.tables) if one.cell.says is Says.WITHHELD}
    tables = document.read(internal).tables
    places = (one.place for one in placed(tables))
    return [one for table in tables if (one := _inside(table, places, withheld)).hidden]


def _inside(table: Table, places: Iterator[Place], withheld: set[Place]) -> Inside:
    """A table, which takes its own places from those of all."""
    rows = (
        Row(row.label, row.line is Line.TOTAL, tuple(_number(next(places), cell, withheld) for cell in row.cells))
        for row in table.rows
    )
    return Inside(table, tuple(rows))


def _number(place: Place, cell: Cell, withheld: set[Place]) -> Number:
    return Number(cell, place in withheld and cell.says is Says.VALUE)
