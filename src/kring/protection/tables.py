"""What goes into disclosure control: tables of counts, and the rules they must keep. Pure, without a word of casework.

A table is its finest cells; margins (totals, groups of values) follow from them and are never handed in, so that what
is published always adds up.
"""

from collections.abc import Iterable, Mapping
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
    by_groups: whether the groups alone are published, and not the values.
    """

    name: str
    values: tuple[str, ...]
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sensitive: frozenset[str] = frozenset()
    by_groups: bool = False

    @property
    def places(self) -> tuple[str, ...]:
        """Where a published cell can lie along this dimension."""
        return (*(() if self.by_groups else self.values), *self.groups, ALL)

    def parts(self, at: str) -> tuple[str, ...] | None:
        """The places that a margin is the sum of; None when no published ones add up to it."""
        if at != ALL and at not in self.groups:
            return None
        within = self.groups.get(at, frozenset(self.values))
        if not self.by_groups:
            return tuple(value for value in self.values if value in within)
        apart = sorted(value for group in self.groups.values() for value in group) == sorted(self.values)
        return tuple(self.groups) if at == ALL and apart else None

    def over(self, value: str) -> tuple[str, ...]:
        """The places that a value counts in."""
        return (value, *(name for name, within in self.groups.items() if value in within), ALL)


@dataclass(frozen=True)
class Table:
    """Counts by some dimensions. A combination that `cells` does not name is known to be empty.

    views: which sets of dimensions are published (by name), each with its margins; all of them together when None.
    A table without views is published nowhere: it carries what earlier tables counted.
    carriers_shown: whether the number of workers behind each cell is printed with it.
    settled: places that were decided on before, by an answer of their own: whether they are hidden.
    """

    dims: tuple[Dim, ...]
    cells: Mapping[Place, Cell]
    name: str = ""
    views: tuple[tuple[str, ...], ...] | None = None
    carriers_shown: bool = False
    settled: Mapping[Place, bool] = field(default_factory=dict)

    @cached_property
    def published(self) -> dict[Place, tuple[Place, ...]]:
        """For each published place, the finest cells it is the sum of."""
        found: dict[Place, list[Place]] = {}
        for view in self.divided:
            choices = [dim.places if dim.name in view else (ALL,) for dim in self.dims]
            found |= {place: [] for place in product(*choices)}
        for cell in self.filled:
            around = [dim.over(value) for dim, value in zip(self.dims, cell, strict=True)]
            for place in product(*around):
                if place in found:
                    found[place].append(cell)
        return {place: tuple(cells) for place, cells in found.items()}

    @cached_property
    def filled(self) -> Mapping[Place, Cell]:
        """All finest cells: of a table that is published whole, the empty ones too."""
        if self.views is not None:
            return self.cells
        empty: dict[Place, Cell] = {place: Cell({}) for place in product(*(dim.values for dim in self.dims))}
        return empty | dict(self.cells)

    @cached_property
    def counts(self) -> dict[Place, int]:
        """What every published place holds."""
        return {at: sum(self.filled[part].count for part in parts) for at, parts in self.published.items()}

    def quiet(self, at: Place) -> bool:
        """Whether even that nobody is here is something to know."""
        return any(place in dim.sensitive for dim, place in zip(self.dims, at, strict=True))

    @property
    def facets(self) -> frozenset[str]:
        """The dimensions that some view divides by."""
        return frozenset(name for view in self.divided for name in view)

    @property
    def divided(self) -> tuple[tuple[str, ...], ...]:
        """By which dimensions each published view divides."""
        return (tuple(dim.name for dim in self.dims),) if self.views is None else self.views


def together(cells: Iterable[Cell]) -> Cell:
    """These cells as one."""
    by: dict[str, int] = {}
    for cell in cells:
        for who, count in cell.by.items():
            by[who] = by.get(who, 0) + count
    return Cell(by)
