"""Who has the program replays it: of all tables that agree with what is published, which would be published so?

Source: Wong, Fu, Wang and Pei, "Minimality attack in privacy preserving data publishing", VLDB 2007.
"""

from collections.abc import Iterator
from itertools import product
from math import prod
from random import Random

import pytest

from kring.protection.protector import Protected, protect
from kring.protection.tables import ALL, Cell, Dim, Place, Rules, Table

ROWS, COLUMNS, RULES, TABLES, SEEDS = "abc", "xyz", Rules(3, 1), 6, 14
Grid = tuple[tuple[int, ...], ...]
Published = dict[Place, int | None]
pytestmark = pytest.mark.usefixtures("in_process")


def published(grid: Grid, seed: bytes | None) -> Published | None:
    cells: dict[Place, Cell] = {
        (row, column): Cell({"all": grid[r][c]})
        for (r, row), (c, column) in product(enumerate(ROWS), enumerate(COLUMNS))
    }
    table = Table((Dim("row", tuple(ROWS)), Dim("column", tuple(COLUMNS))), cells)
    found = protect([table], RULES, seed=seed)
    return found.counts(table) if isinstance(found, Protected) else None


def agreeing(grid: Grid, shown: Published) -> Iterator[Grid]:
    """Every table with these shown cells, these margins, and somebody behind each mark."""
    columns = tuple(map(sum, zip(*grid, strict=True)))
    ways = [
        range(1, sum(grid[r]) + 1) if shown[row, column] is None else (grid[r][c],)
        for (r, row), (c, column) in product(enumerate(ROWS), enumerate(COLUMNS))
    ]
    if prod(map(len, ways)) > 60_000:
        return
    for flat in product(*ways):
        other: Grid = (flat[:3], flat[3:6], flat[6:])
        if [*map(sum, other)] == [*map(sum, grid)] and tuple(map(sum, zip(*other, strict=True))) == columns:
            yield other


def narrowed(*, secret: bool) -> int:
    """How many hidden cells somebody narrows below the threshold by replaying, over a few tables."""
    random, seen, found = Random(5), 0, 0
    while seen < TABLES:
        grid: Grid = tuple(tuple(random.randint(1, 9) for _ in COLUMNS) for _ in ROWS)
        shown = published(grid, b"the secret" if secret else None)
        if shown is None or any(count is None and ALL in at for at, count in shown.items()):
            continue
        agree = list(agreeing(grid, shown))
        hidden = [(r, c) for r, c in product(range(3), repeat=2) if shown[ROWS[r], COLUMNS[c]] is None]
        if not hidden or not 0 < len(agree) < 20:
            continue
        seeds: list[bytes | None] = [str(number).encode() for number in range(SEEDS)] if secret else [None]
        left = [other for other in agree if any(published(other, seed) == shown for seed in seeds)]
        seen += 1
        for r, c in hidden:
            counts = [other[r][c] for other in [*left, grid]]
            found += max(counts) - min(counts) < RULES.threshold
    return found


def test_a_secret_between_equal_choices_leaves_nothing_to_replay() -> None:
    assert narrowed(secret=True) == 0


def test_without_it_the_choice_tells_which_cell_is_the_small_one() -> None:
    assert narrowed(secret=False) > 0
