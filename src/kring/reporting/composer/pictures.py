"""A table as bars, and the share each row has. What is withheld is drawn as withheld, never as nothing. Pure.

A share is a percentage where it rests on a hundred or more; below that it is the fraction itself, which says
no more than the two numbers that stand there anyhow.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from kring.reporting.document.values import Cell, Document, Line, Says, Table
from kring.reporting.measures.measure import Unit

SMALLEST = 100
"""The least a percentage may rest on."""
SHARED = frozenset({Unit.CASE, Unit.PERSON, Unit.REFERRAL, Unit.TALK, Unit.CONTACT, Unit.MEETING, Unit.HANDOVER})
"""Units of which a part of the whole means something."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. width: out of a hundred, None when it is not drawn; share: of the whole, "" when none is said."""

    label: str
    text: str
    width: float | None
    withheld: bool
    share: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A table with its picture; no bars where it does not help."""

    table: Table
    bars: tuple[Bar, ...]

    @property
    def shares(self) -> bool:
        """Whether any share is said."""
        return any(bar.share for bar in self.bars)

    @property
    def lines(self) -> list[tuple[str, str, tuple[Cell, ...], str]]:
        """(label, line, cells, share) of each row."""
        of = {bar.label: bar.share for bar in self.bars}
        return [
            (row.label, row.line.value, row.cells, of.get(row.label, "") if row.line in _SHOWN else "")
            for row in self.table.rows
        ]


_SHOWN = (Line.GROUP, Line.UNKNOWN)


def drawn(made: Document) -> list[Drawn]:
    """Every table with its picture."""
    return [Drawn(table, tuple(bars(table))) for table in made.tables]


def honest(made: Document) -> Document:
    """No percentage that rests on less than a hundred, or on what is not said in the same document."""
    return replace(made, tables=tuple(honest_tables(made.tables)))


def honest_tables(tables: Sequence[Table]) -> list[Table]:
    """The same, of tables that stand together."""
    bases = {(table.measure, period): cell for table in tables for period, cell in _wholes(table)}
    return [_without_small(table, bases) if table.unit == Unit.PERCENT.value else table for table in tables]


def _wholes(table: Table) -> Iterator[tuple[tuple[str, str], Cell]]:
    for column, cell in zip(table.columns, table.wholes, strict=False):
        yield (column.period.start, column.period.end), cell


def _without_small(table: Table, bases: dict[tuple[str, tuple[str, str]], Cell]) -> Table:
    fits = []
    for column in table.columns:
        base = bases.get(("cases_closed", (column.period.start, column.period.end)))
        fits.append(base is not None and (base.number or 0) >= SMALLEST)
    small = Cell(Says.UNKNOWN, _("rests on fewer than 100"))

    def cells(found: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(cell if fit else small for cell, fit in zip(found, fits, strict=True))

    rows = tuple(replace(row, cells=cells(row.cells)) for row in table.rows)
    return replace(table, rows=rows, wholes=cells(table.wholes) if len(table.wholes) == len(fits) else table.wholes)


def bars(table: Table) -> Iterator[Bar]:
    """Its bars, none where they would not help."""
    named = list(_named(table))
    most = max((cell.number or 0 for _label, cell in named), default=0)
    whole = table.wholes[0].number if len(table.wholes) == 1 and table.split else None
    if len(named) < 2 or not any(cell.number or cell.says is Says.WITHHELD for _label, cell in named):
        return
    for label, cell in named:
        width = round(100 * cell.number / most, 1) if cell.number is not None and most > 0 else None
        share = _share(cell.number, whole) if table.unit in SHARED else ""
        yield Bar(label, cell.text, width if cell.number is None or most else 0.0, cell.says is Says.WITHHELD, share)


def _named(table: Table) -> Iterator[tuple[str, Cell]]:
    """What is drawn: the groups of one way in one period, or the periods of what is not split."""
    if len(table.split) == 1 and len(table.columns) == 1:
        yield from ((row.label, row.cells[0]) for row in table.rows if row.line in _SHOWN)
    elif not table.split and len(table.columns) > 1:
        yield from zip((column.label for column in table.columns), table.wholes, strict=True)


def _share(number: float | None, whole: float | None) -> str:
    if number is None or not whole:
        return ""
    if whole >= SMALLEST:
        return _("%(share)s %%") % {"share": f"{100 * number / whole:.0f}"}
    return _("%(number)s of %(whole)s") % {"number": f"{number:g}", "whole": f"{whole:g}"}
