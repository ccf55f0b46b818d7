"""A sheet as arrays: which cells are one finest cell and which are sums, and every sum of a shift at once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from kring.protection.sheet import Sheet, Sum
from kring.protection.solving.highs import Flags, Numbers


@dataclass
class Grid:
    """The arrays of a sheet. Published cells come first in `asked`, then the targets that are printed nowhere."""

    sheet: Sheet

    @cached_property
    def counts(self) -> Numbers:
        """The finest cells."""
        return np.array(self.sheet.counts, float)

    @cached_property
    def far(self) -> float:
        """More than any cell can hold."""
        return float(10 * (self.counts.sum() + self.sheet.width))

    @cached_property
    def single(self) -> dict[int, int]:
        """Published cells that are one finest cell, with it."""
        return {cell: atoms[0] for cell, atoms in enumerate(self.sheet.cells) if len(atoms) == 1}

    @cached_property
    def wide(self) -> list[int]:
        """Published cells that are the sum of more."""
        return [cell for cell in range(len(self.sheet.cells)) if cell not in self.single]

    @cached_property
    def printed(self) -> Flags:
        """Finest cells that are published themselves."""
        return self.cell_of >= 0

    @cached_property
    def cell_of(self) -> NDArray[np.intp]:
        """For each finest cell the published one that it is, or -1."""
        found = np.full(len(self.sheet.counts), -1)
        for cell, atom in self.single.items():
            found[atom] = cell
        return found

    @cached_property
    def asked(self) -> list[Sum]:
        """Every sum that may need its width."""
        return [(atoms, [1] * len(atoms)) for atoms in self.sheet.cells] + self.sheet.targets

    @cached_property
    def _flat(self) -> tuple[NDArray[np.intp], Numbers, NDArray[np.intp]]:
        atoms = np.array([atom for some, _ in self.asked for atom in some], int)
        weights = np.array([weight for _, some in self.asked for weight in some], float)
        starts = np.cumsum([0, *(len(some) for some, _ in self.asked[:-1])])
        return atoms, weights, starts

    def sums(self, shift: Numbers) -> Numbers:
        """How far each asked sum moves when the finest cells move by this."""
        atoms, weights, starts = self._flat
        return np.add.reduceat(shift[atoms] * weights, starts)

    def along(self, asked: NDArray[np.intp], signs: Numbers) -> Numbers:
        """Weights of the finest cells for a sum of some asked sums."""
        found = np.zeros(len(self.counts))
        for number, sign in zip(asked, signs, strict=True):
            atoms, weights = self.asked[number]
            np.add.at(found, atoms, sign * np.array(weights, float))
        return found
