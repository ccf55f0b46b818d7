"""Disclosure control for one-way tables: which cells stay withheld so that nobody computes one back. Pure functions.

A cell is withheld when fewer than three workers carry it (domain rule COU-04) or when it is small (GDP-17), and then as
many others as it takes. The attackers considered: a reader who knows the total, all other cells and how many workers
carry each; and every worker, who knows his own number as well. What does not live here: counting (release.py).
Limits: one table at a time; tables of two facets and tables that share cells come with their own issue.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kring.protection.tables import Cell, Rules

MOST_HELPERS = 4
"""Cells that hide with the sensitive ones at most; when more would be needed all of them stay hidden, and the total."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Which cells are not shown, and whether the total is shown."""

    cells: frozenset[str]
    total_shown: bool


def withhold(cells: Mapping[str, Cell], rules: Rules) -> Withheld:
    """What must stay out of the table. Zero is never withheld: it says that nobody is there (COU-03).

    Helpers are chosen by what everybody knows (number of workers, order of the table), never by the counts: a choice
    by count would tell that the chosen one is the smallest.
    """
    tells = {name for name, cell in cells.items() if cell.count and sensitive([cell], rules)}
    if not tells:
        return Withheld(frozenset(), total_shown=True)
    filled = [name for name, cell in cells.items() if cell.count]
    for helpers in _helpers([name for name in filled if name not in tells], cells):
        chosen = [*tells, *helpers]
        if safe([cells[name] for name in chosen], rules):
            return Withheld(frozenset(chosen), total_shown=True)
    return Withheld(frozenset(filled), total_shown=False)


def safe(withheld: Sequence[Cell], rules: Rules) -> bool:
    """Whether neither a reader nor a worker can compute one of these back from their sum, which is known."""
    if sensitive(withheld, rules):
        return False
    workers = {name for cell in withheld for name in cell.by}
    return all(width >= rules.threshold for who in (None, *workers) for width in _widths(withheld, who))


def feasible(withheld: Sequence[Cell], who: str | None) -> list[tuple[int, int]]:
    """For each withheld cell, the least and the most that `who` can conclude it to be (None: a reader).

    Known to all: the sum, and that each worker of a cell carries at least one. A worker knows his own part.
    """
    own = [cell.by.get(who, 0) if who else 0 for cell in withheld]
    least = [mine + cell.carriers - bool(mine) for cell, mine in zip(withheld, own, strict=True)]
    open_ended = [cell.carriers > bool(mine) for cell, mine in zip(withheld, own, strict=True)]
    slack = sum(cell.count for cell in withheld) - sum(least)
    if sum(open_ended) == 1:
        return [(low + slack * free, low + slack * free) for low, free in zip(least, open_ended, strict=True)]
    return [(low, low + slack * free) for low, free in zip(least, open_ended, strict=True)]


def _widths(withheld: Sequence[Cell], who: str | None) -> Iterable[int]:
    """How far apart these are, leaving out what is the worker's own from end to end."""
    for cell, (low, high) in zip(withheld, feasible(withheld, who), strict=True):
        if who is None or set(cell.by) != {who}:
            yield high - low


def sensitive(cells: Sequence[Cell], rules: Rules) -> bool:
    """Whether the sum of these may not be known: too small, or carried by too few workers together."""
    workers = {name for cell in cells for name in cell.by}
    return len(workers) < rules.carriers or sum(cell.count for cell in cells) < rules.threshold


def _helpers(names: Sequence[str], cells: Mapping[str, Cell]) -> Iterable[tuple[str, ...]]:
    """Sets of helpers: fewest first, then those with the fewest workers, then in the order of the table."""
    ordered = sorted(names, key=lambda name: cells[name].carriers)
    for size in range(min(len(ordered), MOST_HELPERS) + 1):
        yield from combinations(ordered, size)
