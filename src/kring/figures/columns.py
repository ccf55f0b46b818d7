"""Columns as arrays: telling rows apart, adding them up. Pure.

A million rows cost a few passes of C code. Codes sort as their values do; 0 stands for "not said".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kring.figures.packs import Codes, Column, as_codes

type Numbers = NDArray[np.int64]
type Flags = NDArray[np.bool_]

ROOM = 1 << 22
"""Up to so many distinct combinations are counted in place; beyond, rows are sorted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What each row says: a code into the distinct values, of which the first is None."""

    values: Sequence[Any]
    codes: Codes

    @classmethod
    def of(cls, column: Column) -> "Said":
        """A column of a pack."""
        return cls(column.values, as_codes(column.codes))

    @classmethod
    def nothing(cls, rows: int, value: Any = None) -> "Said":
        """The same of every row."""
        return cls([value], np.zeros(rows, np.uint8))

    def up_to(self, value: Any) -> Flags:
        """Where there is a value, and it is at most this."""
        return self._until(bisect_right(self.values, value, lo=1) - 1)

    def below(self, value: Any) -> Flags:
        """Where there is a value, and it is less than this."""
        return self._until(bisect_left(self.values, value, lo=1) - 1)

    def there(self) -> Flags:
        """Where there is a value."""
        return np.asarray(self.codes > 0)

    def numbers(self, of_values: Sequence[int]) -> Numbers:
        """For each row the number that stands for its value."""
        return np.asarray(np.array(of_values, np.int64)[self.codes])

    def _until(self, last: int) -> Flags:
        return np.asarray((self.codes > 0) & (self.codes <= last))


def apart(columns: Sequence[Codes], rows: int) -> tuple[list[tuple[int, ...]], Numbers]:
    """The distinct combinations of codes in these columns, in order, and for each of so many rows which one it has."""
    which, many = np.zeros(rows, np.int64), min(rows, 1)
    for column in columns if rows else ():
        size = int(column.max()) + 1
        which, many = numbered(which * size + column, many * size)
    first = np.zeros(many, np.int64)
    first[which[::-1]] = np.arange(rows)[::-1]  # of equal places the last one written stays
    keys = zip(*(column[first].tolist() for column in columns), strict=True)
    return (list(keys) if columns else [()] * many), which


def numbered(keys: Numbers, above: int) -> tuple[Numbers, int]:
    """For each row the place of its key among the distinct ones, and how many those are. Keys are below `above`."""
    if above > ROOM:
        found, which = np.unique(keys, return_inverse=True)
        return which.astype(np.int64), len(found)
    there = np.zeros(above, bool)
    there[keys] = True
    place = np.cumsum(there) - 1
    return place[keys], int(there.sum())


def added(keys: Numbers, above: int, weights: Numbers | None = None) -> list[tuple[int, int]]:
    """The distinct keys in order, each with how many rows have it, or with what those weigh together."""
    found = keys
    if above > ROOM:
        found, keys = np.unique(keys, return_inverse=True)
    sums = np.bincount(keys, weights).astype(np.int64)
    there = np.flatnonzero(sums)
    names = there if above <= ROOM else found[there]
    return list(zip(names.tolist(), sums[there].tolist(), strict=True))


def last_of(keys: Numbers, above: int) -> Numbers:
    """The last row of each distinct key."""
    which, many = numbered(keys, above)
    last = np.zeros(many, np.int64)
    last[which] = np.arange(len(keys))
    return last
