"""What of a counted table may be shown: to everybody, and inside the house. Pure; the only forms that leave release.py.

A table of one dim goes by suppression.py, one of two by facets.py; two of which one overlaps are all or nothing.
What does not live here: counting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kring.protection.tables import Cell, Rules
from kring.vault import facets, suppression
from kring.vault.counting import Counted, Days
from kring.vault.tables import Dim, Table


class State(StrEnum):
    """How a table stands: whole, with cells that stay hidden, or not to be shown at all."""

    WHOLE = "whole"
    WITHHELD = "withheld"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Shown:
    """A table that may leave. cells: None where it stays hidden; whole: None when even that would tell.

    carriers: how many workers carry it, 0 when nobody does. known, mean, median: of days, None when not to be shown.
    """

    dims: tuple[Dim, ...]
    cells: Mapping[tuple[str, ...], int | None]
    whole: int | None
    carriers: int
    state: State = State.WHOLE
    known: int | None = None
    mean: int | None = None
    median: int | None = None


@dataclass(frozen=True, slots=True)
class Both:
    """The table for inside the house, with every count, and the one for everybody."""

    inside: Shown
    outside: Shown


@dataclass(frozen=True, slots=True)
class _Hidden:
    cells: frozenset[tuple[str, ...]] = field(default_factory=frozenset)
    whole: bool = False
    unsafe: bool = False


def both(counted: Counted, rules: Rules) -> Both:
    """The two tables of one counting."""
    hidden = _hidden(counted.table, rules)
    return Both(_shown(counted, _Hidden(), shows_days=True), _shown(counted, hidden, shows_days=_may(counted, rules)))


def closed(found: Both) -> Both:
    """The same with nothing in it for everybody."""
    inside = found.inside
    nothing = Shown(inside.dims, dict.fromkeys(inside.cells), None, 0, State.UNSAFE)
    return Both(inside, nothing)


def _shown(counted: Counted, hidden: _Hidden, *, shows_days: bool) -> Shown:
    table, days = counted.table, counted.days if shows_days else None
    cells = {key: None if key in hidden.cells else cell.count for key, cell in table.cells.items()}
    state = State.UNSAFE if hidden.unsafe else State.WITHHELD if hidden.cells or hidden.whole else State.WHOLE
    if counted.days is not None and days is None and state == State.WHOLE:
        state = State.WITHHELD
    said = (days.known.count, days.mean, days.median) if days else (None, None, None)
    carriers = len(set(table.whole.by) - {""})
    return Shown(table.dims, cells, None if hidden.whole else table.whole.count, carriers, state, *said)


def _hidden(table: Table, rules: Rules) -> _Hidden:
    whole = bool(table.whole.count) and suppression.sensitive([table.whole], rules)
    if not table.dims:
        return _Hidden(whole=whole)
    tells = {key for key, cell in table.cells.items() if cell.count and suppression.sensitive([cell], rules)}
    if len(table.dims) > 1:
        return _in_two(table, tells, rules, whole=whole)
    if table.dims[0].overlapping:
        tells |= {key for key, cell in table.cells.items() if cell.count and _rest_tells(table.whole, cell, rules)}
        return _Hidden(frozenset(tells), whole)
    withheld = suppression.withhold({key[0]: cell for key, cell in table.cells.items()}, rules)
    return _Hidden(frozenset((name,) for name in withheld.cells), whole or not withheld.total_shown)


def _in_two(table: Table, tells: set[tuple[str, ...]], rules: Rules, *, whole: bool) -> _Hidden:
    """Of two facets: cells are hidden where groups add up; where they overlap it is all or nothing."""
    adds_up = not any(dim.overlapping for dim in table.dims)
    hidden = facets.hidden_in(table, rules) if adds_up else None if tells else frozenset()
    return _Hidden(frozenset(table.cells), whole, unsafe=True) if hidden is None else _Hidden(hidden, whole)


def _rest_tells(whole: Cell, cell: Cell, rules: Rules) -> bool:
    """Whether those outside the group are so few that the whole minus the group tells of them."""
    rest = {who: number - cell.by.get(who, 0) for who, number in whole.by.items()}
    rest = {who: number for who, number in rest.items() if number > 0}
    return bool(rest) and suppression.sensitive([Cell(rest)], rules)


def _may(counted: Counted, rules: Rules) -> bool:
    days: Days | None = counted.days
    return days is not None and not suppression.sensitive([days.known], rules)
