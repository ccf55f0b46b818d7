"""Tables to protect: the worked examples, and towns drawn by chance. Numbers restated from public sources."""

from collections.abc import Mapping, Sequence
from random import Random

from kring.protection.tables import Cell, Dim, Place, Table

MANY = 3


def carried(count: int, name: str = "") -> Cell:
    """A count carried by so many workers that none of them matters."""
    shares = [count // MANY + (number < count % MANY) for number in range(MANY)]
    return Cell({f"{name}{number}": share for number, share in enumerate(shares) if share})


def two_way(rows: Sequence[str], columns: Sequence[str], counts: Sequence[Sequence[int]]) -> Table:
    """A table of two facets."""
    dims = (Dim("row", tuple(rows)), Dim("column", tuple(columns)))
    cells: dict[Place, Cell] = {
        (r, c): carried(n) for r, line in zip(rows, counts, strict=True) for c, n in zip(columns, line, strict=True)
    }
    return Table(dims, cells)


S1 = two_way("wxyz", "abcd", [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]])
S1_WITHHELD = {tuple(at) for at in ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"]}
S2_UNITS = {"A": 2, "B": 2, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
S2_GROUPS = {
    "county1": frozenset("ABIJ"),
    "county2": frozenset("KLMN"),
    "small": frozenset("ABIJKN"),
    "big": frozenset("LM"),
}
S2 = Table((Dim("unit", tuple(S2_UNITS), S2_GROUPS),), {(unit,): carried(count) for unit, count in S2_UNITS.items()})
S3 = two_way("ABCD", ("female", "male"), [[2, 18], [19, 14], [10, 12], [14, 11]])
S4 = {
    "gender": {"boys": 1399, "girls": 451},
    "nationality": {"belgian": 1637, "other": 213},
    "birth_year": {"1997": 81, "1996": 247, "1995": 384, "1994": 389, "1993": 414, "1992": 335},
}


def one_way(name: str, counts: Mapping[str, int]) -> Table:
    """A table of one facet."""
    return Table(
        (Dim(name, tuple(counts)),), {(value,): carried(count, value) for value, count in counts.items()}, name
    )


def drawn(random: Random, rows: int, columns: int, cases: int = 276, workers: int = 7) -> Table:
    """So many cases over rows and columns of unequal size, each with one of the workers."""
    weights = [[random.gammavariate(2, 1) for _ in range(size)] for size in (rows, columns)]
    cells: dict[Place, dict[str, int]] = {}
    for _ in range(cases):
        at = tuple(
            f"{letter}{random.choices(range(len(some)), some)[0]}" for letter, some in zip("rc", weights, strict=True)
        )
        who = f"w{random.randrange(workers)}"
        by = cells.setdefault(at, {})
        by[who] = by.get(who, 0) + 1
    dims = tuple(
        Dim(name, tuple(f"{name[0]}{number}" for number in range(size)))
        for name, size in (("row", rows), ("column", columns))
    )
    return Table(dims, {at: Cell(by) for at, by in cells.items()})
