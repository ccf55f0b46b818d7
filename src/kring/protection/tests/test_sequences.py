"""Five tables one after the other of the same cases: other facets, another day, both days together.

After each the attacker reads all that was ever said. KRING_SEQUENCES=3 takes so many of each shape and threshold; the
suite takes one.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from random import Random

import pytest

from kring.protection.memory import remembered
from kring.protection.protector import Protected, protect
from kring.protection.sequence import ASKED, Earlier, Signature, linked
from kring.protection.tables import Cell, Dim, Place, Rules
from kring.protection.tests.reading import by_everybody

SEQUENCES = int(os.environ.get("KRING_SEQUENCES", "0"))
EACH = list(product(((7, 5), (12, 5), (12, 6)), (3, 5, 10))) if SEQUENCES else [((6, 4), 5)]
WORKERS, SCHOOLS = 4, 2
FIRST, SECOND, EITHER = {0, 1}, {0, 2}, {0, 1, 2}
"""Which cases stood on the first day, the second, any: a case stood on both (0), on the first (1) or the second (2)."""
Case = tuple[int, int, int, int]
"""Area, age, school, days."""


@dataclass
class Town:
    """Cases with a worker, and what was asked of them so far."""

    areas: int
    ages: int
    cases: list[tuple[Case, str]]
    asked: list[Callable[[Case], Place | None]] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)

    def questions(self) -> Iterator[tuple[tuple[Dim, ...], Callable[[Case], Place | None]]]:
        """The five."""
        sizes = {"area": self.areas, "age": self.ages, "school": SCHOOLS}
        dims = {name: Dim(name, tuple(f"{name}{n}" for n in range(size))) for name, size in sizes.items()}
        names = list(dims)

        def place(by: tuple[str, str], days: set[int]) -> Callable[[Case], Place | None]:
            return lambda case: tuple(f"{name}{case[names.index(name)]}" for name in by) if case[3] in days else None

        for by, days in (
            (("area", "age"), FIRST),
            (("area", "school"), FIRST),
            (("area", "age"), SECOND),
            (("age", "school"), SECOND),
            (("area", "age"), EITHER),
        ):
            yield tuple(dims[name] for name in by), place(by, days)

    def counted(self, ask: Callable[[Case], Place | None]) -> dict[Signature, Cell]:
        """Cases by where they lie in every table; where somebody could lie, but nobody does, as well."""
        found: dict[Signature, dict[str, int]] = {}
        sizes = map(range, (self.areas, self.ages, SCHOOLS, 3))
        everybody = [((area, age, school, days), "") for area, age, school, days in product(*sizes)]
        for case, who in [*self.cases, *everybody]:
            signature = (ask(case), *(earlier(case) for earlier in self.asked))
            if any(signature):
                by = found.setdefault(signature, {})
                if who:
                    by[who] = by.get(who, 0) + 1
        return {signature: Cell(by) for signature, by in found.items()}


def town(random: Random, areas: int, ages: int) -> Town:
    weights = [[random.gammavariate(2, 1) for _ in range(size)] for size in (areas, ages, SCHOOLS)]
    cases = []
    for _ in range(276):
        area, age, school = (random.choices(range(len(some)), some)[0] for some in weights)
        case = (area, age, school, random.choices((0, 1, 2), (8, 1, 1))[0])
        cases.append((case, f"w{random.randrange(WORKERS)}"))
    return Town(areas, ages, cases)


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize(("shape", "threshold"), EACH, ids=str)
def test_what_was_said_before_is_remembered(shape: tuple[int, int], threshold: int) -> None:
    answered = 0
    for number in range(max(1, SEQUENCES)):
        one = town(Random(f"{shape} {threshold} {number}"), *shape)
        for dims, ask in one.questions():
            tables, before = linked(dims, one.counted(ask), one.earlier)
            found = protect(tables, Rules(threshold, 1), before)
            if isinstance(found, Protected):
                answered += 1
                hidden = frozenset(at[:-1] for at in found.of(ASKED))
                one.earlier.append(Earlier(dims, hidden))
                one.asked.append(ask)
                after = before + remembered(tables[0], found.of(ASKED))
                for who, weights, (low, high) in by_everybody(tables, after, enough=threshold):
                    assert high is None or high - low >= threshold, (who, weights)
    print(f"{shape} threshold {threshold}: {answered} of {5 * max(1, SEQUENCES)} answered")
    assert answered
