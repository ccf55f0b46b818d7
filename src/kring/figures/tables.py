"""A table of counts before anybody sees it: what it is split by, and how much each worker carries of each cell.

Pure values between counting (counting.py) and what may be shown of it (showing.py). What does not live here: what is
counted, and which cells stay hidden.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kring.protection.tables import Cell

UNKNOWN = "unknown"
"""The group of what carries no value."""


@dataclass(frozen=True, slots=True)
class Dim:
    """One way a table is split. values: its groups in order, those with nothing in them too.

    overlapping: one thing may stand in several groups, so the groups do not add up to the whole.
    """

    name: str
    values: tuple[str, ...]
    overlapping: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """dims: none, one or two. cells: one value of each dim -> its count, for every combination.

    whole: all of it, each thing once; not the sum of the cells when a dim overlaps.
    """

    dims: tuple[Dim, ...]
    cells: Mapping[tuple[str, ...], Cell]
    whole: Cell
