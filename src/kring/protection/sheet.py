"""Tables and memory as bare numbers: what the process that looks for the least loss gets to see, without a name."""

from dataclasses import dataclass, field

Sum = tuple[list[int], list[int]]
"""Finest cells, and how often each counts."""


@dataclass(slots=True)
class Reader:
    """Somebody who computes, and what he knows of himself.

    least: what each finest cell is at least; least_cells: each published one. fixed: finest cells that he knows to be
    his alone. own, own_targets: what is carried by nobody else, and no secret for him.
    """

    least: list[int]
    least_cells: list[int]
    fixed: list[int]
    own: list[int]
    own_targets: list[int]


@dataclass(slots=True)
class Sheet:
    """All of it, in lists by number. width, fewest: the rules (threshold, carriers). counts: of the finest cells.

    cells: of which finest cells a published one is the sum. may, must, cost: hiding it. carriers: who carries it.
    sums: a margin and the cells it is the sum of. known: a sum and between what it lies for everybody.
    targets: sums that are printed nowhere and keep their width all the same. zeros: for each row or column that lies
    wholly in one cell, its zeros, of which one is hidden along (group disclosure).
    """

    width: int
    fewest: int
    counts: list[int]
    cells: list[list[int]] = field(default_factory=list)
    may: list[bool] = field(default_factory=list)
    must: list[bool] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    carriers: list[list[int]] = field(default_factory=list)
    sums: list[tuple[int, list[int]]] = field(default_factory=list)
    known: list[tuple[Sum, int, int | None]] = field(default_factory=list)
    targets: list[Sum] = field(default_factory=list)
    zeros: list[list[int]] = field(default_factory=list)
    readers: list[Reader] = field(default_factory=list)
