"""Whatever public questions are asked, in whatever order, nobody computes a hidden number from all answers together.

The attacker (protection/attack.py) gets the answers as a reader has them, over cases counted by hand.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import permutations, product
from random import Random
from typing import Any

import pytest

from kring.figures import guarding
from kring.figures.asked import Counting, Field, From, Only, UpTo
from kring.figures.guarding import Nearest
from kring.figures.showing import Shown, State
from kring.figures.told import dump, load
from kring.protection.attack import attack
from kring.protection.memory import Known, Weights
from kring.vault.tests.guarded import KIND, Case, Reader, asked, by

AREAS, AGES = ("east", "north", "west"), ("0-17", "18-25", "26+")
AREA, AGE, SCHOOL = by("area", *AREAS), by("age", *AGES), by("school")
ON = Field(KIND, "on")
DAYS = tuple(date(2020, month, 1) for month in range(1, 13))
THRESHOLD = 5


def cases(number: int, who: str = "", **said: str) -> list[Case]:
    return [{"worker": who or "abcd"[n % 4], "on": "2020-06-01", **said} for n in range(number)]


def until(day: date) -> tuple[Any, ...]:
    return (UpTo(ON, day),)


@dataclass
class Attacker:
    """Keeps every public answer as sums over the cases, each a cell of its own."""

    reader: Reader
    said: list[Known] = field(default_factory=list)
    hidden: list[Weights] = field(default_factory=list)

    def ask(self, what: Counting) -> Shown:
        shown = self.reader.read(what)
        if shown.state != State.UNSAFE:
            self._hear(what, lambda _case: True, shown.whole)
            for at, number in shown.cells.items():
                if what.by:
                    self._hear(what, self._in(what, at), number)
        return shown

    def _in(self, what: Counting, at: Sequence[str]) -> Callable[[Case], bool]:
        return lambda case: all(case[each.name] == value for each, value in zip(what.by, at, strict=True))

    def _hear(self, what: Counting, inside: Callable[[Case], bool], number: int | None) -> None:
        there: Weights = {
            ("", (str(at),)): 1
            for at, case in enumerate(self.reader.cases)
            if inside(case)
            and all(_holds(one, case) for one in what.where)
            and all(case[one.by.name] in one.groups for one in what.only)
        }
        if number is not None:
            self.said.append(Known.exactly(there, number))
        elif there:
            self.said.append(Known(there, 1, None))
            self.hidden.append(there)

    def narrowed(self) -> list[tuple[int, int]]:
        """Hidden numbers that somebody who heard everything knows too closely: the public, or a worker."""
        found = []
        cells = self._together()
        workers = sorted({case["worker"] for case in self.reader.cases})
        for who in (None, *workers):
            own: dict[Any, int] = {}
            for at, case in enumerate(self.reader.cases):
                if case["worker"] == who:
                    cell = cells["", (str(at),)]
                    own[cell] = own.get(cell, 0) + 1
            asked_ = [w for w in self.hidden if {self.reader.cases[int(at[0])]["worker"] for _, at in w} != {who}]
            sums = [dict.fromkeys((cells[each] for each in weights), 1) for weights in asked_]
            said = [replace(one, weights=dict.fromkeys((cells[each] for each in one.weights), 1)) for one in self.said]
            for low, high in attack(said, sums, own):
                if high is not None and high - low < THRESHOLD:
                    found.append((low, high))
        return found

    def _together(self) -> dict[Any, Any]:
        """Cases that lie alike in all that was said are one number nobody can part."""
        sums = [one.weights for one in self.said] + self.hidden
        every = [("", (str(at),)) for at in range(len(self.reader.cases))]
        signature = {case: tuple(case in weights for weights in sums) for case in every}
        first = {mark: case for case, mark in reversed(list(signature.items()))}
        return {case: first[mark] for case, mark in signature.items()}


def _holds(condition: Any, case: Case) -> bool:
    return bool(case["on"] <= str(condition.on) if isinstance(condition, UpTo) else case["on"] >= str(condition.on))


def town(random: Random, number: int) -> list[Case]:
    weights = {
        name: [random.gammavariate(1, 1) + 0.05 for _ in groups]
        for name, groups in (("area", AREAS), ("age", AGES), ("school", "pqr"))
    }
    return [
        {
            "worker": random.choice("abcd"),
            "on": str(random.choice(DAYS)),
            "area": random.choices(AREAS, weights["area"])[0],
            "age": random.choices(AGES, weights["age"])[0],
            "school": random.choices("pqr", weights["school"])[0],
        }
        for _ in range(number)
    ]


def question(random: Random) -> Counting:
    """A question as anybody may think of: split, filtered, up to a day or from one."""
    split = random.sample([AREA, AGE, SCHOOL], random.choice([0, 1, 1, 1, 2]))
    narrowed = []
    if random.random() < 0.35:
        one = random.choice([AREA, AGE])
        narrowed = [Only(one, frozenset(random.sample(one.groups, random.choice([1, 2]))))]
    day = random.choice(DAYS[5:])
    where = random.choice([(), (), until(day), (From(ON, day),)])
    return asked(*split, only=narrowed, where=where)


@pytest.mark.parametrize("seed", range(6))
def test_gdp_17_cou_04_no_series_of_public_questions_gives_a_hidden_number_away(seed: int) -> None:
    random = Random(seed)
    attacker = Attacker(Reader(town(random, random.choice([60, 150, 276]))))
    for _ in range(7):
        attacker.ask(question(random))
    assert attacker.narrowed() == []


def test_the_attacker_of_this_test_would_find_it() -> None:
    """The two questions of old: all, and all but the hidden ones, each protected by itself."""
    everybody = [*cases(40, area="east"), *cases(30, "x", area="north"), *cases(35, "y", area="west")]
    attacker = Attacker(Reader(everybody))
    for what in (asked(), asked(AREA)):
        attacker.reader.told = []
        attacker.ask(what)
    assert attacker.hidden
    for area in AREAS:
        others = asked(only=[Only(AREA, frozenset(set(AREAS) - {area}))])
        attacker._hear(others, lambda _case: True, sum(case["area"] != area for case in everybody))
    assert attacker.narrowed()


FIRST, SECOND = date(2020, 6, 1), date(2020, 6, 2)


def neighbours() -> list[Case]:
    """A day on which two more came, of one area."""
    return [
        *cases(60, area="east"),
        *cases(50, area="north"),
        *({**each, "on": "2020-06-02"} for each in cases(2, area="east")),
    ]


def test_the_day_after_does_not_tell_who_came() -> None:
    reader = Reader(neighbours())
    before = reader.read(asked(AREA, where=until(FIRST)))
    after = reader.read(asked(AREA, where=until(SECOND)))
    assert (before.cells["east",], before.whole) == (60, 110)
    assert after.cells["east",] is None
    assert after.whole is None


def test_whichever_day_is_asked_first() -> None:
    reader = Reader(neighbours())
    after = reader.read(asked(AREA, where=until(SECOND)))
    before = reader.read(asked(AREA, where=until(FIRST)))
    assert (after.cells["east",], before.cells["east",]) == (62, None)


def test_asked_again_it_is_the_same_and_nothing_more_is_kept() -> None:
    reader = Reader(neighbours())
    first = reader.read(asked(AREA, AGE2, where=until(SECOND)))
    kept = dump(reader.told)
    assert reader.read(asked(AREA, AGE2, where=until(SECOND))) == first
    assert reader.read(asked(AREA, where=until(date(2020, 7, 1)))).cells == reader.read(asked(AREA)).cells
    assert reader.read(asked()).whole == 112
    assert dump(reader.told) == kept


AGE2 = by("on")


def test_one_that_is_erased_is_not_told_by_the_difference() -> None:
    everybody = [*cases(60, area="east"), *cases(50, area="north")]
    reader = Reader(everybody)
    assert reader.read(asked(AREA)).cells["east",] == 60
    reader.cases = everybody[1:]
    again = reader.read(asked(AREA))
    assert again.cells["east",] is None
    assert again.whole is None


def test_one_that_was_told_late_is_not_told_by_the_difference() -> None:
    reader = Reader([*cases(60, area="east"), *cases(50, area="north")])
    assert reader.read(asked(AREA)).cells["east",] == 60
    reader.cases = [*reader.cases, *cases(2, area="east")]
    assert reader.read(asked(AREA)).cells["east",] is None


def test_many_more_are_shown_beside_what_was_answered() -> None:
    reader = Reader([*cases(60, area="east"), *cases(50, area="north")])
    reader.read(asked(AREA))
    reader.cases = [*reader.cases, *cases(40, area="east")]
    assert reader.read(asked(AREA)).cells["east",] == 100


def test_beyond_what_can_be_looked_at_the_total_alone_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(town(Random(3), 150))
    reader.read(asked(AREA))
    monkeypatch.setattr(guarding, "MOST_FINEST", 4)
    shown = reader.read(asked(AGE))
    assert (shown.state, shown.whole) == (State.UNSAFE, 150)
    assert set(shown.cells.values()) == {None}
    assert shown.nearest == Nearest(())


def test_out_of_time_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "SECONDS", -1.0)
    assert Reader(town(Random(3), 20)).read(asked(AREA)).state == State.UNSAFE


def test_what_is_kept_reads_as_it_was() -> None:
    reader = Reader(town(Random(1), 100))
    for split, where in product(((AREA,), (AREA, AGE)), ((), until(DAYS[8]))):
        reader.read(asked(*split, where=where))
    again = load(dump(reader.told))
    assert [one.body for one in again] == [one.body for one in reader.told]
    assert [one.hidden for one in again] == [one.hidden for one in reader.told]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_two_groupings_of_the_same_in_any_order(order: tuple[int, ...]) -> None:
    """Worked example S2: each table alone is safe, together they were not."""
    units = {"A": 20, "B": 20, "I": 8, "J": 8, "K": 3, "L": 3, "M": 3, "N": 7}
    county, size = {**dict.fromkeys("ABIJ", "1"), **dict.fromkeys("KLMN", "2")}, {**dict.fromkeys("LM", "big")}
    everybody = [
        case
        for unit, number in units.items()
        for case in cases(number, unit=unit, county=county[unit], size=size.get(unit, "small"))
    ]
    attacker = Attacker(Reader(everybody))
    questions = [asked(by("unit")), asked(by("county")), asked(by("size"))]
    for number in order:
        attacker.ask(questions[number])
    assert attacker.narrowed() == []
