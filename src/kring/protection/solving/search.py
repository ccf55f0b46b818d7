"""What is still too narrow under a choice of hidden cells, for any reader, each with the proof of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kring.protection.solving.grid import Grid
from kring.protection.solving.groups import Groups
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
        self._forgiven = [np.zeros(len(grid.asked), bool) for _ in self.probes]
        self._groups = Groups(grid, self.probes)

    def narrow(self, hidden: Flags) -> Iterator[list[Narrow]]:
        """By reader, everything too narrow. What was looked at stays with the probes."""
        for probe in self.probes:
            probe.hide(hidden)
        self._groups.look(hidden, self.needed)
        for number in range(len(self.probes)):
            yield list(self.of(number, hidden))

    def of(self, number: int, hidden: Flags) -> Iterator[Narrow]:
        """What one reader knows too closely, with what he was seen not to know so far."""
        sheet, probe = self.grid.sheet, self.probes[number]
        found = list(self._too_narrow(number, np.concatenate([hidden, np.ones(len(sheet.targets), bool)])))
        unheard = [one.asked for one in found if one.asked >= len(sheet.cells)]
        unheard = [asked for asked in unheard if not self._forgiven[number][asked]]
        if unheard:
            self._forgive(number, unheard, hidden)
        for one in found:
            if probe.widths()[one.asked] < self.needed[number][one.asked] - EPSILON:
                yield replace(one, needed=self._needed(number, one.asked))

    def _forgive(self, number: int, asked: list[int], hidden: Flags) -> None:
        """What is printed nowhere and is known too closely before anything new is said must get no narrower."""
        probe, some = self.probes[number], np.zeros(len(self.grid.asked), bool)
        some[asked] = True
        probe.hide(np.array(self.grid.sheet.may, bool))
        for narrow in list(self._too_narrow(number, some)):
            self.needed[number][narrow.asked] = probe.widths()[narrow.asked]
        self._forgiven[number] |= some
        probe.hide(hidden)

    def _too_narrow(self, number: int, lives: Flags) -> Iterator[Narrow]:
        """Of these sums, all together first and then each alone."""
        probe, needed = self.probes[number], self.needed[number]
        lives = lives & ~probe.own
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
        return Narrow(number, asked, self._needed(number, asked), adds, anyhow)

    def _needed(self, number: int, asked: int) -> float:
        """How far apart the ends must come to lie."""
        probe, needed = self.probes[number], float(self.needed[number][asked])
        apart = float(probe.top[asked] - probe.low[asked])
        return needed if apart < needed - EPSILON else needed + 1
