"""The process of the attacker: statements on stdin, an interval for each question on stdout. Sees numbers alone."""

import json
import os
import resource
import signal
import sys
from math import ceil, floor, inf
from typing import Any

MEMORY_BYTES = 1536 * 1024 * 1024
WAITS = 60
"""Seconds without a question after which it ends."""
NOISE = 1e-6
ENDLESS, OPTIMAL = "Unbounded", "Optimal"
SURE = {ENDLESS, OPTIMAL}
"""Going on from the last answer may end undecided; then it is asked afresh."""
Row = list[tuple[int, int]]


def main() -> None:
    """Read, attack, tell, and wait for the next. The library greets on stdout, so what is told goes out beside it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    told = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    import highspy  # noqa: F401  what takes time is done before anything is asked

    signal.alarm(WAITS)
    with os.fdopen(told, "w") as out:
        for line in sys.stdin:
            signal.alarm(0)
            seconds, asked = json.loads(line)
            used = resource.getrusage(resource.RUSAGE_SELF)
            most = ceil(used.ru_utime + used.ru_stime) + seconds
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
            print(json.dumps(all_intervals(**asked)), file=out, flush=True)
            signal.alarm(WAITS)


def all_intervals(each: list[list[int]], **asked: Any) -> list[list[tuple[int, int | None]]]:
    """For each who computes, by what he knows every cell to be at least."""
    world = _world(len(each[0]) if each else 0, asked["said"])
    return [intervals(least, world=world, **asked) for least in each]


def intervals(
    least: list[int],
    said: list[tuple[Row, int, int | None]],
    asked: list[Row],
    enough: int | None = None,
    world: Any = None,
) -> list[tuple[int, int | None]]:
    """The least and the most of each question, whole; None for no end.

    enough: no further than it takes to see that a question is so wide open; every world seen counts for all of them.
    world: made of `said` already; the last answer is a good begin for the next who computes.
    """
    world = world or _world(len(least), said)
    for cell, low in enumerate(least):
        world.changeColBounds(cell, low, inf)
    seen = [(inf, -inf)] * len(asked)
    for number, row in enumerate(asked):
        for sign in (1.0, -1.0):
            if enough is None or _whole(seen[number])[1] - _whole(seen[number])[0] < enough:
                end = sign * _extreme(world, row, sign)
                seen[number] = min(seen[number][0], end), max(seen[number][1], end)
                if enough is not None and abs(end) < inf:
                    _see(seen, asked, world.getSolution().col_value, enough)
    return [(int(low), None if high == inf else int(high)) for low, high in map(_whole, seen)]


def _see(seen: list[tuple[float, float]], asked: list[Row], counts: list[float], enough: int) -> None:
    """One world that nothing excludes, held against every question that is not known to be wide open."""
    for number, row in enumerate(asked):
        low, high = _whole(seen[number])
        if high - low < enough:
            value = sum(weight * counts[cell] for cell, weight in row)
            seen[number] = min(seen[number][0], value), max(seen[number][1], value)


def _whole(ends: tuple[float, float]) -> tuple[float, float]:
    """The whole numbers between two ends."""
    low, high = ends
    return low if low == inf else ceil(low - NOISE), high if abs(high) == inf else floor(high + NOISE)


def _world(cells: int, said: list[tuple[Row, int, int | None]]) -> Any:
    """Every count that agrees with all statements."""
    import highspy

    world: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # it has no types
    world.setOptionValue("output_flag", "false")
    world.setOptionValue("presolve", "off")
    world.setOptionValue("threads", 1)
    world.setOptionValue("simplex_strategy", 4)
    for _ in range(cells):
        world.addVar(0, inf)
    for row, low, high in said:
        world.addRow(low, inf if high is None else high, len(row), [one[0] for one in row], [one[1] for one in row])
    return world


def _extreme(world: Any, row: Row, sign: float) -> float:
    """The least of a sum, or of its opposite; no world at all ends the process."""
    for cell, weight in row:
        world.changeColCost(cell, sign * weight)
    world.run()
    if world.modelStatusToString(world.getModelStatus()) not in SURE:
        world.clearSolver()
        world.run()
    status, reached = world.modelStatusToString(world.getModelStatus()), world.getInfo().objective_function_value
    for cell, _ in row:
        world.changeColCost(cell, 0.0)
    if status == ENDLESS:
        return -inf
    if status != OPTIMAL:
        sys.exit(1)
    return float(reached)


if __name__ == "__main__":
    main()
