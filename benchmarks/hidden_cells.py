"""Run in a process of its own: how long it takes to decide what stays hidden in a table of two facets.

`python -m benchmarks.hidden_cells ROWS COLUMNS CASES WORKERS` draws a table, protects it as a release does, processes
included, and prints JSON: seconds of processor time, cells, hidden cells, whether the least loss was proved.
"""

import json
import resource
import sys
from random import Random

from kring.protection.launching import dismiss
from kring.protection.protector import Protected, protect
from kring.protection.tables import Cell, Dim, Rules, Table


def drawn(rows: int, columns: int, cases: int, workers: int) -> Table:
    """An invented table, the same every time: rows and columns of unequal size, each case with one worker."""
    random = Random(96)
    weights = [[random.gammavariate(2, 1) for _ in range(size)] for size in (rows, columns)]
    dims = tuple(Dim(name, tuple(map(str, range(size)))) for name, size in zip("rc", (rows, columns), strict=True))
    cells: dict[tuple[str, ...], dict[str, int]] = {}
    for _ in range(cases):
        at = tuple(str(random.choices(range(len(some)), some)[0]) for some in weights)
        by, who = cells.setdefault(at, {}), f"w{random.randrange(workers)}"
        by[who] = by.get(who, 0) + 1
    return Table(dims, {at: Cell(by) for at, by in cells.items()})


def spent() -> float:
    """Processor seconds of this process and of those it started and saw end."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Draw, protect, print."""
    table = drawn(*map(int, sys.argv[1:5]))
    start = spent()
    found = protect([table], Rules())
    dismiss()  # only what ended is counted
    seconds = spent() - start
    if not isinstance(found, Protected):
        raise TypeError(found)
    filled = sum(map(bool, table.counts.values()))
    print(json.dumps({"seconds": seconds, "cells": filled, "hidden": len(found.hidden), "least": found.least}))


if __name__ == "__main__":
    main()
