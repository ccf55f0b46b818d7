"""Which cells to hide at the least loss, so that every proof found so far is answered: a cover problem in 0 and 1."""

import numpy as np

from kring.protection.solving.grid import Grid
from kring.protection.solving.highs import EPSILON, INFINITE, Flags, Model
from kring.protection.solving.search import Narrow

GAP = 1e-4
"""Below the price of one cell in any table we print, above the noise of adding up."""


class Cover:
    """The master problem; every row of it holds for each safe choice."""

    def __init__(self, grid: Grid, seconds: float) -> None:
        self.grid, sheet = grid, grid.sheet
        must, may = np.array(sheet.must, float), np.array(sheet.may, float)
        self.model = Model(whole=True, gap=GAP, seconds=seconds)
        self.model.add_columns(must, np.maximum(may, must))
        self.model.price(np.array(sheet.cost))
        self.model.whole_numbers(len(sheet.cells))
        for zeros in sheet.zeros:
            self._at_least(dict.fromkeys(zeros, 1.0), 1.0)
        for whole, parts in sheet.sums:
            self._not_alone([cell for cell in (whole, *parts) if sheet.may[cell] or sheet.must[cell]])

    def _not_alone(self, line: list[int]) -> None:
        """One hidden cell in a sum is the sum minus the rest."""
        if sum(self.grid.sheet.must[cell] for cell in line) < 2:
            for cell in line:
                self._at_least({other: 1.0 for other in line if other != cell} | {cell: -1.0}, 0.0)

    def answer(self, narrow: Narrow) -> None:
        """Add the cut of a proof: enough of what adds to the width is hidden, or the sum itself is shown."""
        must, may = self.grid.sheet.must, self.grid.sheet.may
        printed = narrow.asked < len(must)
        gap = narrow.needed - narrow.anyhow - (narrow.adds[narrow.asked] if printed else 0.0)
        row = {}
        for cell in map(int, np.flatnonzero(narrow.adds)):
            if printed and cell == narrow.asked:
                continue
            if must[cell]:
                gap -= narrow.adds[cell]
            elif may[cell]:
                row[cell] = float(narrow.adds[cell])
        if gap <= EPSILON:
            raise ArithmeticError("a proof that proves nothing")
        row = {cell: min(value, gap) / gap for cell, value in row.items()}
        if printed and not must[narrow.asked]:
            self._at_least(row | {narrow.asked: -1.0}, 0.0)
        else:
            self._at_least(row, 1.0)

    def more(self, options: list[int], given: list[int]) -> None:
        """One more of these is hidden, as long as those are."""
        free = [cell for cell in given if not self.grid.sheet.must[cell]]
        self._at_least(dict.fromkeys(options, 1.0) | dict.fromkeys(free, -1.0), 1.0 - len(free))

    def choose(self) -> Flags | None:
        """The cheapest choice; None when there is none."""
        found = self.model.solve()
        return None if found is None else np.asarray(found.round().astype(bool))

    def _at_least(self, row: dict[int, float], amount: float) -> None:
        self.model.add_row(list(row), list(row.values()), amount, INFINITE)
