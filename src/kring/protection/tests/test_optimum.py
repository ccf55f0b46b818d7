"""Is it the least? Against every choice there is, tried one after the other, each judged by the attacker alone."""

import os
from itertools import combinations
from random import Random

import pytest

from kring.protection.memory import remembered
from kring.protection.protector import Protected, protect
from kring.protection.tables import ALL, Place, Rules, Table
from kring.protection.tests.reading import by_everybody
from kring.protection.tests.towns import drawn

TABLES = int(os.environ.get("KRING_TABLES", "4"))
RULES = Rules(4, 1)
pytestmark = pytest.mark.usefixtures("in_process")


def alone(table: Table, hidden: set[Place]) -> bool:
    """Whether some row or column has one hidden cell: it is what the margin leaves, so nobody need attack."""
    lines = [[at[number] for at in hidden] for number in range(2)]
    return any(line.count(value) == 1 for line in lines for value in line)


def withstands(table: Table, hidden: set[Place]) -> bool:
    if alone(table, hidden):
        return False
    read = by_everybody([table], remembered(table, hidden), RULES.threshold)
    return all(high is None or high - low >= RULES.threshold for _, _, (low, high) in read)


def fewest(table: Table, primary: set[Place], cells: list[Place]) -> int | None:
    """The fewest cells beside the primary ones that make the table safe, its margins shown; None: none do."""
    for size in range(len(cells) + 1):
        if any(withstands(table, primary | set(some)) for some in combinations(cells, size)):
            return size
    return None


@pytest.mark.parametrize(("rows", "columns", "cases"), [(3, 3, 60), (4, 4, 150), (5, 3, 140)], ids=str)
def test_no_choice_hides_fewer_cells(rows: int, columns: int, cases: int) -> None:
    random, ours, best = Random(18), 0, 0
    for _ in range(TABLES if cases == 60 else max(1, TABLES // 4)):
        table = drawn(random, rows, columns, cases=cases, workers=3)
        found = protect([table], RULES)
        assert isinstance(found, Protected)
        inside = [at for at, count in table.counts.items() if ALL not in at and count]
        primary = {at for at, count in table.counts.items() if 0 < count < RULES.threshold}
        if any(ALL in at for at in found.of("")):
            continue
        least = fewest(table, primary, [at for at in inside if at not in primary])
        assert least is not None
        ours += len(inside) - len(found.of(""))
        best += len(inside) - len(primary) - least
    print(f"{rows} x {columns}: kept {ours} of the {best} cells that can be kept")
    assert ours >= 0.8 * best
    assert ours == best


def test_a_cell_that_is_hidden_for_nothing_would_be_noticed() -> None:
    """The judge of this test can say no: one hidden cell in a row is the total minus the rest."""
    table = drawn(Random(18), 3, 3, cases=60, workers=3)
    assert withstands(table, set())
    assert not withstands(table, {("r0", "c0")})
