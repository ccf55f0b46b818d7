"""What is still too narrow under a choice of hidden cells, for any reader, each with the proof of it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kring.protection.solving.grid import Grid
from kring.protection.solving.highs import EPSILON, Flags, Numbers
from kring.protection.solving.probe import Probe

BROAD = 12
"""Looks along many sums at once before each is looked at alone: most are wide enough after those."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """A sum that this reader knows too closely: `adds` and `anyhow` bound its width for every choice.

    needed: how wide it must be, one more where the ends lie between whole numbers.
    """

    reader: int
    asked: int
    needed: float
    adds: Numbers
    anyhow: float


class Search:
    """All readers over one sheet. needed: by reader and asked sum, how wide it must be."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.probes = [Probe(grid, reader) for reader in grid.sheet.readers]
        self.random = np.random.default_rng(1)
        self.needed = [np.full(len(grid.asked), float(grid.sheet.width)) for _ in self.probes]
        self.forgive()

    def forgive(self) -> None:
        """What is printed nowhere and is known too closely before anything new is said must get no narrower."""
        cells = self.grid.sheet.cells
        if self.grid.sheet.targets:
            for narrow in list(self.narrow(np.array(self.grid.sheet.may, bool))):
                if narrow.asked >= len(cells):
                    widths = self.probes[narrow.reader].widths()
                    self.needed[narrow.reader][narrow.asked] = widths[narrow.asked]

    def narrow(self, hidden: Flags) -> Iterator[Narrow]:
        """Everything too narrow. What was looked at stays with the probes."""
        for number, probe in enumerate(self.probes):
            probe.hide(hidden)
            yield from self.of(number, hidden)

    def of(self, number: int, hidden: Flags) -> Iterator[Narrow]:
        """What one reader knows too closely, with what he was seen not to know so far."""
        probe, needed = self.probes[number], self.needed[number]
        lives = np.concatenate([hidden, np.ones(len(self.grid.sheet.targets), bool)]) & ~probe.own
        for _ in range(BROAD):
            left = np.flatnonzero(lives & (probe.widths() < needed - EPSILON))
            if len(left) < 4:
                break
            probe.push(self.grid.along(left, self.random.choice(np.array([-1.0, 1.0]), len(left))))
        for asked in np.flatnonzero(lives & (probe.widths() < needed - EPSILON)):
            if (found := self._alone(number, int(asked))) is not None:
                yield found

    def _alone(self, number: int, asked: int) -> Narrow | None:
        probe, needed = self.probes[number], self.needed[number][asked]
        adds, anyhow = np.zeros(len(self.grid.sheet.cells)), 0.0
        direction = self.grid.along(np.array([asked]), np.array([1.0]))
        for sign in (1.0, -1.0):
            if probe.widths()[asked] >= needed - EPSILON:
                return None
            probe.push(sign * direction)
            more, there = probe.proof()
            adds, anyhow = adds + more, anyhow + there
        if probe.widths()[asked] >= needed - EPSILON:
            return None
        apart = float(probe.top[asked] - probe.low[asked])
        return Narrow(number, asked, needed if apart < needed - EPSILON else needed + 1, adds, anyhow)
