"""What everybody knows already when a new table is made: earlier tables, shares, totals that two tables have in common.

A statement is a weighted sum of finest cells that lies between two numbers, so overlapping periods and populations,
differences between days, rounded shares and equal totals all have one form. Whoever asks says of which finest cells
an earlier count consists; cells outside the new table stand in a table without views.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import ceil, floor

from kring.protection.tables import Place, Table, together

Named = tuple[str, Place]
"""A finest cell: the name of its table, and where it lies."""
Weights = Mapping[Named, int]
"""How often each finest cell counts."""


@dataclass(frozen=True, slots=True)
class Known:
    """A sum that everybody knows to lie between these; `most` None: without end."""

    weights: Weights
    least: int
    most: int | None

    @classmethod
    def exactly(cls, weights: Weights, value: int) -> "Known":
        """A count that was shown."""
        return cls(weights, value, value)

    @classmethod
    def share(cls, weights: Weights, percent: float, base: int, decimals: int) -> "Known":
        """A rounded percentage of a base that is known: as many whole numbers as it leaves (worked example S5)."""
        half = 0.5 * 10**-decimals
        least, most = (base * (percent + side * half) / 100 for side in (-1, 1))
        return cls(weights, max(0, ceil(least - 1e-9)), floor(most + 1e-9))


@dataclass(frozen=True, slots=True)
class Memory:
    """shown: all that was said; hidden: sums that were hidden and must stay so."""

    shown: tuple[Known, ...] = ()
    hidden: tuple[Weights, ...] = ()

    def __add__(self, other: "Memory") -> "Memory":
        return Memory((*self.shown, *other.shown), (*self.hidden, *other.hidden))


def remembered(
    table: Table, hidden: Collection[Place], finest: Mapping[Place, Iterable[Named]] | None = None
) -> Memory:
    """What everybody knows once this table is out: shown counts, and that behind a mark there is somebody.

    Where zeros may be hidden a mark says nothing. finest: of what the cells of the table consist by now; of themselves
    when None.
    """
    shown, kept = [], []
    for at, parts in table.published.items():
        inside = [[(table.name, part)] if finest is None else finest.get(part, ()) for part in parts]
        weights = dict.fromkeys(chain.from_iterable(inside), 1)
        if at not in hidden:
            shown.append(Known.exactly(weights, table.counts[at]))
        elif weights:
            shown.append(Known(weights, _least(table, at), None))
            kept.append(weights)
    return Memory(tuple(shown), tuple(kept))


def _least(table: Table, at: Place) -> int:
    """How many there are behind a mark at least: as many as workers carry them, where that is printed."""
    if table.quiet(at) or not table.counts[at]:
        return 0
    return together(table.filled[part] for part in table.published[at]).carriers if table.carriers_shown else 1
