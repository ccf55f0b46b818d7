"""One reader at his sums: how far can a hidden cell lie from what it is, by all that this reader knows?

Variables are how far each finest cell is from its true count. The duals at an extreme prove how far it is at most for
any choice of hidden cells: that proof is the cut. Source: Fischetti and Salazar, Management Science 47 (2001).
"""

import numpy as np

from kring.protection.sheet import Reader
from kring.protection.solving.grid import Grid
from kring.protection.solving.highs import EPSILON, Flags, Model, Numbers


class Probe:
    """The linear programme of one reader. low, top: how far every asked sum was seen to reach, for this choice."""

    def __init__(self, grid: Grid, reader: Reader) -> None:
        self.grid, sheet = grid, grid.sheet
        least = np.array(reader.least, float)
        self.down = grid.counts - least
        self.up = np.full(len(least), grid.far)
        self.down[reader.fixed] = self.up[reader.fixed] = 0.0
        floors = [max(reader.least_cells[cell], least[sheet.cells[cell]].sum()) for cell in grid.wide]
        wholes = [grid.counts[sheet.cells[cell]].sum() for cell in grid.wide]
        self.wide_down = np.maximum(0.0, np.array(wholes) - np.array(floors))
        self.model = Model()
        self.model.add_columns(-self.down, self.up)
        for cell in grid.wide:
            self.model.add_row(sheet.cells[cell], [1.0] * len(sheet.cells[cell]), 0.0, 0.0)
        self.known_low, self.known_high = _known(grid)
        for (atoms, weights), low, high in zip(
            (k[0] for k in sheet.known), self.known_low, self.known_high, strict=True
        ):
            self.model.add_row(atoms, [float(weight) for weight in weights], low, high)
        self.own = np.zeros(len(grid.asked), bool)
        self.own[reader.own] = True
        self.own[[len(sheet.cells) + number for number in reader.own_targets]] = True
        self.low = self.top = np.zeros(len(grid.asked))
        self._seen: list[Numbers] = []

    def hide(self, hidden: Flags) -> None:
        """Begin anew with this choice, and with what was seen for others that moves nothing it shows."""
        grid, shown = self.grid, ~hidden
        still = np.zeros(len(self.down), bool)
        still[grid.printed] = shown[grid.cell_of[grid.printed]]
        self.model.bound_columns(np.where(still, 0.0, -self.down), np.where(still, 0.0, self.up))
        if grid.wide:
            flags = hidden[grid.wide]
            self.model.bound_rows(np.where(flags, -self.wide_down, 0.0), np.where(flags, grid.far, 0.0))
        self.low, self.top = np.zeros(len(grid.asked)), np.zeros(len(grid.asked))
        if self._seen:
            moved = np.array(self._seen)
            still_so = moved[(np.abs(moved[:, : len(shown)][:, shown]) < EPSILON).all(axis=1)]
            self.low, self.top = still_so.min(axis=0, initial=0.0), still_so.max(axis=0, initial=0.0)

    def widths(self) -> Numbers:
        """How many whole numbers apart the ends of each asked sum are at least: counts are whole, vertices need not."""
        return np.asarray(np.floor(self.top + EPSILON) + np.floor(EPSILON - self.low))

    def see(self, shift: Numbers) -> None:
        """A shift that this reader cannot exclude."""
        self.see_sums(self.grid.sums(shift))

    def see_sums(self, moved: Numbers) -> None:
        """The same, by how far it moves each asked sum."""
        self._seen.append(moved)
        self.low, self.top = np.minimum(self.low, moved), np.maximum(self.top, moved)

    def push(self, weights: Numbers) -> Numbers:
        """Look as far as one can in this direction; what is seen is kept, and told by how far each asked sum moves."""
        self.model.price(-weights)
        found = self.model.solve()
        if found is None:
            raise ArithmeticError("the true counts contradict what is known")
        moved = self.grid.sums(found)
        self.see_sums(moved)
        return moved

    def proof(self) -> tuple[Numbers, float]:
        """What each published cell adds to the reach of the last push when it is hidden, and what is there anyhow."""
        grid = self.grid
        columns, rows = self.model.prices()
        value = np.maximum(columns, 0.0) * self.down + np.maximum(-columns, 0.0) * self.up
        adds = np.zeros(len(grid.sheet.cells))
        adds[grid.cell_of[grid.printed]] = value[grid.printed]
        anyhow = float(value[~grid.printed].sum())
        wide, known = rows[: len(grid.wide)], rows[len(grid.wide) :]
        if grid.wide:
            adds[grid.wide] += np.maximum(wide, 0.0) * self.wide_down + np.maximum(-wide, 0.0) * grid.far
        low, high = np.maximum(known, 0.0), np.maximum(-known, 0.0)
        anyhow += float(-(low[low > 0] @ self.known_low[low > 0]) + high[high > 0] @ self.known_high[high > 0])
        return np.where(adds > EPSILON, adds, 0.0), anyhow


def _known(grid: Grid) -> tuple[Numbers, Numbers]:
    """Between what the known sums can move."""
    low, high = [], []
    for (atoms, weights), least, most in grid.sheet.known:
        true = float(grid.counts[atoms] @ np.array(weights, float))
        low.append(min(0.0, least - true))
        high.append(max(0.0, (grid.far if most is None else most) - true))
    return np.array(low, float), np.array(high, float)
