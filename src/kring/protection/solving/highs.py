"""The few calls of HiGHS that are used, on arrays. Source: HiGHS, Huangfu and Hall, Math. Prog. Comp. 10, 2018."""

from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
INFINITE: float = highspy.kHighsInf
DECIDED = {
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kTimeLimit,
}
EPSILON = 1e-6


class Model:
    """A linear programme, minimised; it keeps its basis, so that the next question is answered from the last answer."""

    def __init__(self, *, whole: bool = False, gap: float = 0.0, seconds: float = INFINITE) -> None:
        self.highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # it has no types
        options: dict[str, Any] = {
            "output_flag": False,
            "threads": 1,
            "random_seed": 1,
            "mip_rel_gap": gap,
            "time_limit": seconds,
        }
        if not whole:
            options |= {"presolve": "off", "solver": "simplex", "simplex_strategy": 4}
        for name, value in options.items():
            self.highs.setOptionValue(name, value)

    def add_columns(self, low: Numbers, high: Numbers) -> None:
        """Variables with their bounds."""
        self.highs.addVars(len(low), low, high)

    def add_row(self, columns: list[int], values: list[float], low: float, high: float) -> None:
        """A weighted sum that lies between two numbers."""
        self.highs.addRow(low, high, len(columns), np.array(columns, np.int32), np.array(values, float))

    def bound_columns(self, low: Numbers, high: Numbers) -> None:
        """New bounds for all variables."""
        self.highs.changeColsBounds(len(low), np.arange(len(low), dtype=np.int32), low, high)

    def bound_column(self, column: int, low: float, high: float) -> None:
        """New bounds for one variable."""
        self.highs.changeColBounds(column, low, high)

    def bound_rows(self, low: Numbers, high: Numbers) -> None:
        """New bounds for the first so many rows."""
        for row, (least, most) in enumerate(zip(low, high, strict=True)):
            self.highs.changeRowBounds(row, float(least), float(most))

    def price(self, costs: Numbers) -> None:
        """What is minimised."""
        self.highs.changeColsCost(len(costs), np.arange(len(costs), dtype=np.int32), costs)

    def whole_numbers(self, columns: int) -> None:
        """Only whole numbers for all variables."""
        kinds = np.array([highspy.HighsVarType.kInteger] * columns)
        self.highs.changeColsIntegrality(columns, np.arange(columns, dtype=np.int32), kinds)

    def solve(self) -> Numbers | None:
        """The variables at the minimum (or the best found in time); None when there is no solution.

        Going on from the last answer may end undecided; then it is asked afresh. Raises `TimeoutError`.
        """
        self.highs.run()
        if self.highs.getModelStatus() not in DECIDED:
            self.highs.clearSolver()
            self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        solution = self.highs.getSolution()
        if status != highspy.HighsModelStatus.kOptimal and not solution.value_valid:
            raise TimeoutError
        return np.array(solution.col_value)

    def prices(self) -> tuple[Numbers, Numbers]:
        """What the bounds of variables and of rows are worth at the minimum (their duals)."""
        solution = self.highs.getSolution()
        return np.array(solution.col_dual), np.array(solution.row_dual)
