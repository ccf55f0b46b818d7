"""A counted table as it may leave: inside the house with every number, and for everybody without what stays hidden.

The only forms that leave release.py. What stays hidden is decided in guarding.py. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kring.figures.counting import Counted
from kring.figures.guarding import Hidden, Nearest
from kring.figures.tables import Dim


class State(StrEnum):
    """How a table stands: whole, with cells that stay hidden, or not to be shown at all."""

    WHOLE = "whole"
    WITHHELD = "withheld"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Shown:
    """A table that may leave. cells: None where it stays hidden; whole: None when even that would tell.

    carriers: how many workers carry it, 0 when nobody does and when the whole stays hidden: beside a mark it would tell
    why, and of four with four workers all. known, mean, median: of days, None when not to be shown.
    nearest: of a table that is unsafe, what can be asked instead.
    """

    dims: tuple[Dim, ...]
    cells: Mapping[tuple[str, ...], int | None]
    whole: int | None
    carriers: int
    state: State = State.WHOLE
    known: int | None = None
    mean: int | None = None
    median: int | None = None
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """The table for inside the house, with every count, and the one for everybody."""

    inside: Shown
    outside: Shown


def both(counted: Counted, hidden: Hidden) -> Both:
    """The two tables of one counting."""
    return Both(_shown(counted, Hidden(days=True)), _shown(counted, hidden))


def unasked(counted: Counted) -> Both:
    """The table for inside alone: of what is not for everybody nothing is decided."""
    return both(counted, Hidden(frozenset(counted.table.cells), whole=True, unsafe=True))


def _shown(counted: Counted, hidden: Hidden) -> Shown:
    table, days = counted.table, counted.days if hidden.days else None
    stays = hidden.cells | {()} if hidden.whole else hidden.cells  # without a split the one cell is the whole
    cells = {key: None if key in stays else cell.count for key, cell in table.cells.items()}
    state = State.UNSAFE if hidden.unsafe else State.WITHHELD if hidden.cells or hidden.whole else State.WHOLE
    if counted.days is not None and days is None and state == State.WHOLE:
        state = State.WITHHELD
    known, mean, median = (days.known.count, days.mean, days.median) if days else (None, None, None)
    carriers = 0 if hidden.whole else len(set(table.whole.by) - {""})
    whole = None if hidden.whole else table.whole.count
    return Shown(table.dims, cells, whole, carriers, state, known, mean, median, hidden.nearest)
