"""Reads a sheet, decides which way to look, and tells what to hide and how wide every hidden cell then is."""

from typing import Any

import numpy as np

from kring.protection.sheet import Reader, Sheet
from kring.protection.solving.exact import Unsafe, least
from kring.protection.solving.grid import Grid
from kring.protection.solving.quick import Quick
from kring.protection.solving.search import Search

EXACT_CELLS = 500
"""Tables with at most so many published cells get the least loss: 30 x 12 with its margins has 403."""
EXACT_SECONDS = 4.0


def decide(asked: dict[str, Any]) -> dict[str, Any]:
    """The answer to one sheet: {"hidden", "low", "top", "least"}, or {"hidden": None} when nothing is safe."""
    sheet = Sheet(**asked)
    sheet.readers = [Reader(**reader) for reader in asked["readers"]]
    if not sheet.cells:
        return {"hidden": [], "low": [], "top": [], "least": True}
    search = Search(Grid(sheet))
    try:
        hidden, proved = _choose(search)
    except Unsafe:
        return {"hidden": None}
    probe = search.probes[0]
    chosen = [int(cell) for cell in np.flatnonzero(hidden)]
    low, top = ([round(float(ends[cell])) for cell in chosen] for ends in (probe.low, probe.top))
    return {"hidden": chosen, "low": low, "top": top, "least": proved}


def _choose(search: Search) -> tuple[Any, bool]:
    if len(search.grid.sheet.cells) <= EXACT_CELLS:
        try:
            return least(search, EXACT_SECONDS), True
        except TimeoutError:
            pass
    return Quick(search).enough(), False
