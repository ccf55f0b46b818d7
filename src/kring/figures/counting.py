"""Counting in the packs what is asked (asked.py): a table with who carries what. Pure, and quick on whole columns.

Rows are told apart by their codes and put into words afterwards, once for each distinct combination. What does not live
here: what the rows say (rows.py), opening packs (release.py), what of a table may be shown (showing.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

import numpy as np

from kring.figures.asked import Age, Apart, By, Counting, Reached, Times, Words, band_names
from kring.figures.columns import Numbers, added, apart, last_of
from kring.figures.packs import Pack
from kring.figures.rows import TOO_FAR, Grouped, Names, Rows
from kring.figures.tables import UNKNOWN, Dim, Table
from kring.protection.tables import Cell


@dataclass(frozen=True, slots=True)
class Days:
    """Of how many the days between two dates are known, their mean and their median, in whole days."""

    known: Cell
    mean: int
    median: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted. days: when they were asked for and of at least one both dates are known."""

    table: Table
    days: Days | None = None


def count(pack: Pack, asked: Counting) -> Counted:
    """The table that is asked for. Raises ValueError for more than two ways to split."""
    if len(asked.by) > 2:
        raise ValueError("at most two facets at once")
    rows = Rows(pack, asked.of)
    chosen = rows.asked_for(asked)
    here = np.arange(rows.number) if chosen is None else np.flatnonzero(chosen)
    ways, worker = [rows.grouped(each.how) for each in asked.by], rows.column(asked.worker)
    names = ["" if value is None else str(value) for value in worker.values]
    carried = worker.codes[here].astype(np.int64)
    found, at, cell = _lying(ways, here)
    if asked.once:
        links = rows.links[here].astype(np.int64)
        last = last_of(cell * pack.subjects + links[at], len(found) * pack.subjects)
        cells = _carried(cell[last], carried[at[last]], names)
        whole = _carried(np.zeros(1, np.int64), carried[last_of(links, pack.subjects)], names)
    else:
        weights = rows.numbers(asked.weight)[here] if asked.weight else None
        cells = _carried(cell, carried[at], names, None if weights is None else weights[at])
        whole = _carried(np.zeros(1, np.int64), carried, names, weights)
    by_name = {key: cells[number] for number, key in enumerate(found) if number in cells}
    dims = tuple(_dim(by, {key[at] for key in found}) for at, by in enumerate(asked.by))
    table = {key: by_name.get(key, Cell({})) for key in product(*(dim.values for dim in dims))}
    days = _days(rows.days_apart(asked.days)[here], carried, names) if asked.days else None
    return Counted(Table(dims, table, whole.get(0, Cell({}))), days)


def _lying(ways: Sequence[Grouped], here: Numbers) -> tuple[list[Names], Numbers, Numbers]:
    """The cells anything lies in, and for each time something lies in one: which of the rows, and in which cell."""
    keys, which = apart([way.codes[here] for way in ways], len(here))
    groups, number = [way.groups for way in ways], dict[Names, int]()
    parts = [[number.setdefault(cell, len(number)) for cell in named(groups, key)] for key in keys]
    if all(len(cells) == 1 for cells in parts):
        return list(number), np.arange(len(here)), np.array([cells[0] for cells in parts], np.int64)[which]
    many = np.array([len(cells) for cells in parts], np.int64)
    starts = np.cumsum(many) - many
    at = np.repeat(np.arange(len(here)), many[which])
    begins = np.cumsum(many[which]) - many[which]
    within = np.arange(len(at)) - begins[at]
    return list(number), at, np.array(list(chain.from_iterable(parts)), np.int64)[starts[which][at] + within]


def named(groups: Sequence[Sequence[Names]], codes: Sequence[int]) -> Iterator[Names]:
    """The cells that a row with these codes counts in."""
    return product(*(of[code] for of, code in zip(groups, codes, strict=True)))


def _carried(cells: Numbers, workers: Numbers, names: Sequence[str], weights: Numbers | None = None) -> dict[int, Cell]:
    """By cell, how much each worker carries of it."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    above = (int(cells.max(initial=0)) + 1) * len(names)
    for key, number in added(cells * len(names) + workers, above, weights):
        cell, who = divmod(key, len(names))
        found[cell][names[who]] = number
    return {cell: Cell(by) for cell, by in found.items()}


def _dim(by: By, found: set[str]) -> Dim:
    """The groups that are always shown, then those found beside them, what is not known last."""
    bands = band_names(by.how.bands) if isinstance(by.how, Age | Apart | Times) else ()
    known = by.groups or bands
    beside = sorted(found.difference(known, [UNKNOWN]))
    last = [UNKNOWN] if UNKNOWN in found and UNKNOWN not in known else []
    return Dim(by.name, (*known, *beside, *last), isinstance(by.how, Words | Reached))


def _days(days: Numbers, workers: Numbers, names: Sequence[str]) -> Days | None:
    """Mean and median of the days that are known."""
    known = days < TOO_FAR
    numbers: Numbers = np.maximum(0, days[known])
    if not len(numbers):
        return None
    carried = _carried(np.zeros(1, np.int64), workers[known], names)
    return Days(carried[0], round(int(numbers.sum()) / len(numbers)), round(float(np.median(numbers))))
