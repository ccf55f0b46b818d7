"""Random tables of 276 cases, attacked by everybody. KRING_TABLES=120 takes as many of each; the suite takes a few."""

import os
from random import Random

import pytest

from kring.protection.memory import remembered
from kring.protection.protector import Protected, protect
from kring.protection.tables import ALL, Rules
from kring.protection.tests.reading import by_everybody
from kring.protection.tests.towns import drawn

TABLES = int(os.environ.get("KRING_TABLES", "2"))
SHAPES = ((7, 5), (12, 5), (12, 6))
pytestmark = pytest.mark.usefixtures("in_process")


@pytest.mark.parametrize("carriers", [1, 3])
@pytest.mark.parametrize("threshold", [3, 5, 10])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_nobody_recovers_a_cell_or_narrows_it_below_the_threshold(
    shape: tuple[int, int], threshold: int, carriers: int
) -> None:
    random, rules = Random(f"{shape} {threshold} {carriers}"), Rules(threshold, carriers)
    kept = filled = proved = 0
    for _ in range(TABLES):
        table = drawn(random, *shape)
        found = protect([table], rules)
        assert isinstance(found, Protected)
        memory = remembered(table, found.of(""))
        for who, weights, (low, high) in by_everybody([table], memory, enough=threshold):
            assert high is None or high - low >= threshold, (who, weights)
        assert ("", (ALL, ALL)) not in found.hidden
        filled += sum(count > 0 for count in table.counts.values())
        kept += sum(bool(count) for count in found.counts(table).values())
        proved += found.least
    print(f"{shape} threshold {threshold} carriers {carriers}: {kept} of {filled} kept, {proved} of {TABLES} proved")
