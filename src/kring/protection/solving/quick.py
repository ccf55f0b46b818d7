"""For large tables: hide along the cheapest shift, sum by sum, until every reader is left in doubt everywhere.

A shift moves a sum by the threshold and keeps whatever is shown; hiding the cells that it moves makes that sum wide
enough for good, since more hidden only widens. Not the least loss, and so stated; totals are kept as dearly as in the
cover. Source: Kelly, Golden and Assad, "Cell suppression: disclosure protection for sensitive tabular data", Networks
22 (1992), 397-417; Castro, "A shortest-paths heuristic for statistical data protection", INFORMS J. on Computing 19
(2007).
"""

import numpy as np

from kring.protection.solving.exact import Unsafe
from kring.protection.solving.highs import EPSILON, Flags, Model, Numbers
from kring.protection.solving.probe import Probe
from kring.protection.solving.search import Narrow, Search
from kring.protection.solving.thin import thin

HIDDEN_ALREADY = 1e-3


class Shift:
    """The cheapest move of all cells for one reader. Columns: finest cells up, down; published sums up, down."""

    def __init__(self, probe: Probe) -> None:
        self.probe, grid = probe, probe.grid
        sheet, wide = grid.sheet, grid.wide
        may = np.array(sheet.may, bool) | np.array(sheet.must, bool)
        can = np.ones(len(grid.counts), bool)
        can[grid.printed] = may[grid.cell_of[grid.printed]]
        outer = may[wide]
        far = np.full(len(wide), grid.far)
        ends = [probe.up * can, probe.down * can, far * outer, probe.wide_down * outer]
        self.limits = np.concatenate(ends)
        self.atoms, self.wides = len(grid.counts), len(wide)
        self.model = Model()
        self.model.add_columns(np.zeros(len(self.limits)), self.limits)
        for number, cell in enumerate(wide):
            atoms = sheet.cells[cell]
            up = 2 * self.atoms + number
            columns = [*atoms, *(self.atoms + atom for atom in atoms), up, up + self.wides]
            self.model.add_row(columns, [1.0] * len(atoms) + [-1.0] * len(atoms) + [-1.0, 1.0], 0.0, 0.0)
        for (sum_, _, _), low, high in zip(sheet.known, probe.known_low, probe.known_high, strict=True):
            self._row(*sum_, low, high)
        self.asking = len(wide) + len(sheet.known)
        self._rows: dict[int, int] = {}

    def _row(self, atoms: list[int], weights: list[int], low: float, high: float) -> None:
        values = [float(weight) for weight in weights]
        columns = [*atoms, *(self.atoms + atom for atom in atoms)]
        self.model.add_row(columns, values + [-value for value in values], low, high)

    def cheapest(self, asked: int, amount: float, prices: Numbers) -> tuple[Numbers, Flags] | None:
        """The shift of the finest cells, and the published cells it moves."""
        grid = self.probe.grid
        inner = np.zeros(self.atoms)
        inner[grid.printed] = prices[grid.cell_of[grid.printed]]
        outer = prices[grid.wide]
        self.model.price(np.concatenate([inner, inner, outer, outer]))
        if asked not in self._rows:
            self._rows[asked] = self.asking + len(self._rows)
            self._row(*grid.asked[asked], -grid.far, grid.far)
        row = self._rows[asked]
        self.model.highs.changeRowBounds(row, *((amount, grid.far) if amount > 0 else (-grid.far, amount)))
        found = self.model.solve()
        self.model.highs.changeRowBounds(row, -grid.far, grid.far)
        if found is None:
            return None
        moved = np.zeros(len(grid.sheet.cells), bool)
        inside = found[: self.atoms] - found[self.atoms : 2 * self.atoms]
        moved[grid.cell_of[grid.printed & (np.abs(inside) > EPSILON)]] = True
        rest = found[2 * self.atoms :]
        moved[np.array(grid.wide)[np.abs(rest[: self.wides] - rest[self.wides :]) > EPSILON]] = True
        return inside, moved


class Quick:
    """Hides more and more, never less."""

    def __init__(self, search: Search) -> None:
        self.search, sheet = search, search.grid.sheet
        self.hidden = np.array(sheet.must, bool)
        self.cost = np.array(sheet.cost)
        self.shifts = [Shift(probe) for probe in search.probes]
        for zeros in sheet.zeros:
            if not self.hidden[zeros].any():
                self.hidden[min(zeros, key=sheet.cost.__getitem__)] = True

    def enough(self) -> Flags:
        """A choice that keeps the rules. Raises `Unsafe`."""
        while True:
            before = self.hidden.copy()
            self._thicken()
            for number, probe in enumerate(self.search.probes):
                probe.hide(self.hidden)
                self._widen(number, probe)
            if (before == self.hidden).all():
                return self.hidden

    def _thicken(self) -> None:
        while found := list(thin(self.search.grid.sheet, self.hidden)):
            for _, options in found:
                if not options:
                    raise Unsafe
                self.hidden[min(options, key=self.search.grid.sheet.cost.__getitem__)] = True

    def _widen(self, number: int, probe: Probe) -> None:
        """One reader, until he is left in doubt; what is hidden on the way is looked at too."""
        while found := list(self._narrow(number)):
            for narrow in found:
                needed = self.search.needed[number][narrow.asked]
                if probe.widths()[narrow.asked] < needed - EPSILON:
                    self._hide_for(number, narrow, needed)

    def _narrow(self, number: int) -> list[Narrow]:
        return list(self.search.of(number, self.hidden))

    def _hide_for(self, number: int, narrow: Narrow, needed: float) -> None:
        prices = np.where(self.hidden, HIDDEN_ALREADY, self.cost)
        shift, probe = self.shifts[number], self.search.probes[number]
        for amount in (needed, -needed):
            if (found := shift.cheapest(narrow.asked, amount, prices)) is not None:
                self.hidden |= found[1]
                low, top = probe.low, probe.top
                probe.hide(self.hidden)
                probe.low, probe.top = low, top
                probe.see(found[0])
                return
        raise Unsafe
