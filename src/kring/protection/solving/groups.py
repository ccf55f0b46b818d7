"""Several readers at once: what nobody of a group can exclude counts for each of them, and is looked for once.

Whoever knows of every finest cell as much as any of them knows of it, excludes at least what each of them excludes. For
any two readers there is a group with one and without the other, so what is the own of one is open in a group of the
other: with a hundred workers fifteen groups stand for most of the looking.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from kring.protection.sheet import Reader
from kring.protection.solving.grid import Grid
from kring.protection.solving.highs import EPSILON, Flags, Numbers
from kring.protection.solving.probe import Probe

TIMES, GAIN = 12, 0.03
"""How often a group looks, and the least share of what is open that a look must close for another one."""


class Groups:
    """The groups of these readers."""

    def __init__(self, grid: Grid, probes: Sequence[Probe]) -> None:
        self._grid, self._probes = grid, probes
        groups = list(_groups(len(probes)))
        self._groups = [(some, Probe(grid, _together([grid.sheet.readers[one] for one in some]))) for some in groups]
        self._random = np.random.default_rng(2)

    def look(self, hidden: Flags, needed: Sequence[Numbers]) -> None:
        """Let every probe see what its groups find for this choice. needed: by probe, how wide each sum must be."""
        lives = np.concatenate([hidden, np.ones(len(self._grid.sheet.targets), bool)])
        for some, group in self._groups:
            probes = [(self._probes[one], needed[one] - EPSILON) for one in some]
            group.hide(hidden)
            before = float("inf")
            for _ in range(TIMES):
                narrow = [lives & ~one.own & (one.widths() < wide) for one, wide in probes]
                asked = np.flatnonzero(np.any(narrow, axis=0))
                left = float(np.sum(narrow))
                if len(asked) < 4 or left > before * (1 - GAIN):
                    break
                before = left
                signs = self._random.choice(np.array([-1.0, 1.0]), len(asked))
                moved = group.push(self._grid.along(asked, signs))
                for one, _ in probes:
                    one.see_sums(moved)


def _groups(readers: int) -> Iterator[list[int]]:
    """Everybody, and for each binary digit of their numbers who has it and who has not."""
    if readers > 2:
        yield list(range(readers))
        for digit in range((readers - 1).bit_length()):
            for side in (0, 1):
                yield [one for one in range(readers) if one >> digit & 1 == side]


def _together(readers: Sequence[Reader]) -> Reader:
    """One who knows of each cell what any of them knows of it; nothing is his own."""
    least = [max(some) for some in zip(*(one.least for one in readers), strict=True)]
    least_cells = [max(some) for some in zip(*(one.least_cells for one in readers), strict=True)]
    return Reader(least, least_cells, sorted({cell for one in readers for cell in one.fixed}), [], [])
