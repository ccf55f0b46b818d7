"""What goes into disclosure control: tables of counts, and the rules they must keep. Pure, without a word of casework.

A table is its finest cells; margins (totals, groups of values) follow from them and are never handed in, so that what
is published always adds up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

ALL = ""
"""Stands in a place for every value of that dimension: a margin."""
Place = tuple[str, ...]
"""Where a cell lies: for each dimension a value, a group of values, or `ALL`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A count as it is: `by` says how many of it each worker carries (under a pseudonym)."""

    by: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.by.values())

    @property
    def carriers(self) -> int:
        """How many workers carry them."""
        return len(self.by)


@dataclass(frozen=True, slots=True)
class Rules:
    """threshold: the smallest count shown, and the least width of what can be known of a withheld one (GDP-17).

    carriers: the fewest workers a shown count is carried by (COU-04).
    """

    threshold: int = 5
    carriers: int = 3


@dataclass(frozen=True, slots=True)
class Dim:
    """One way of dividing: its values in the order of the table.

    groups: names for sets of values that are published beside them; they may overlap (two ways of grouping the same).
    sensitive: values of which even nobody is something to know: their zeros are hidden like small counts.
    """

    name: str
    values: tuple[str, ...]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sensitive: frozenset[str] = frozenset()

    @property
    def places(self) -> tuple[str, ...]:
        """Where a cell can lie along this dimension."""
        return (*self.values, *self.groups, ALL)

    def over(self, value: str) -> tuple[str, ...]:
        """The places that a value counts in."""
        return (value, *(name for name, within in self.groups.items() if value in within), ALL)


@dataclass(frozen=True)
class Table:
    """Counts by some dimensions. A combination that `cells` does not name is known to be empty.

    views: which sets of dimensions are published (by name), each with its margins; all of them together when None.
    A table without views is published nowhere: it carries what earlier tables counted.
    carriers_shown: whether the number of workers behind each cell is printed with it.
    """

    dims: tuple[Dim, ...]
    cells: Mapping[Place, Cell]
    name: str = ""
    views: tuple[tuple[str, ...], ...] | None = None
    carriers_shown: bool = False

    @cached_property
    def published(self) -> dict[Place, tuple[Place, ...]]:
        """For each published place, the finest cells it is the sum of."""
        found: dict[Place, list[Place]] = {}
        for view in self._views:
            choices = [dim.places if dim.name in view else (ALL,) for dim in self.dims]
            found |= {place: [] for place in product(*choices)}
        for cell in self.cells:
            around = [dim.over(value) for dim, value in zip(self.dims, cell, strict=True)]
            for place in product(*around):
                if place in found:
                    found[place].append(cell)
        return {place: tuple(cells) for place, cells in found.items()}

    @property
    def _views(self) -> tuple[tuple[str, ...], ...]:
        return (tuple(dim.name for dim in self.dims),) if self.views is None else self.views
