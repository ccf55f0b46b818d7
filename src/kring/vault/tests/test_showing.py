"""What of a table may be shown: zero is shown, small or carried by few is not."""

from collections.abc import Mapping

import pytest

from kring.figures import guarding
from kring.figures.asked import Apart, By, Field, Words
from kring.figures.guarding import Nearest
from kring.figures.showing import Shown, State
from kring.protection.attack import attack
from kring.protection.memory import Known, Weights
from kring.vault.tests.guarded import KIND, WORKER, Case, Reader, asked, by

AREAS, AGES = ("north", "south", "east", "west"), ("0-17", "18-25", "26+")
THREE = ("noor", "joris", "fatma")
AREA, AGE = by("area", *AREAS), by("age", *AGES)


def cases(number: int, who: str | None = None, **said: str) -> list[Case]:
    return [{"worker": who or THREE[n % 3], **said} for n in range(number)]


def test_cou_03_zero_is_shown_and_a_small_number_is_not() -> None:
    town = [*cases(60, area="north"), *cases(3, area="east"), *cases(60, area="west")]
    shown = Reader(town).read(asked(AREA))
    assert shown.cells["south",] == 0
    assert shown.cells["east",] is None
    assert list(shown.cells.values()).count(None) == 2
    assert (shown.state, shown.whole) == (State.WITHHELD, 123)


def test_inside_every_number_stands() -> None:
    inside = Reader(cases(1, area="east")).ask(asked(by("area"))).inside
    assert (inside.cells["east",], inside.whole, inside.state) == (1, 1, State.WHOLE)


def test_cou_04_what_one_or_two_carry_is_hidden_with_what_would_give_it_away() -> None:
    town = [*cases(60, area="north"), *cases(41, "samir", area="south"), *cases(35, "tom", area="east")]
    shown = Reader(town).read(asked(by("area")))
    assert set(shown.cells.values()) == {None}
    assert shown.whole == 136


def crossed(counts: Mapping[tuple[str, str], int]) -> list[Case]:
    return [
        case
        for area in AREAS
        for age in AGES
        for case in cases(counts.get((area, age), 24), area=area, age=age, words=age)
    ]


def said(town: list[Case], shown: Shown) -> list[Known]:
    """What a reader has who asks for areas, for ages and for both."""
    known = []
    for at, count in shown.cells.items():
        cell: Weights = {("", at): 1}
        known.append(Known(cell, 1, None) if count is None else Known.exactly(cell, count))
    for number, name in enumerate(("area", "age")):
        for value in (AREAS, AGES)[number]:
            line: Weights = {("", at): 1 for at in shown.cells if at[number] == value}
            known.append(Known.exactly(line, sum(case[name] == value for case in town)))
    return known


def test_gdp_17_one_small_cell_takes_three_along_and_nobody_computes_it() -> None:
    town = crossed({("east", "18-25"): 2})
    shown = Reader(town).read(asked(AREA, AGE))
    hidden = [at for at, count in shown.cells.items() if count is None]
    assert shown.state == State.WITHHELD
    assert ("east", "18-25") in hidden
    assert len(hidden) == 4
    assert shown.whole == len(town)
    for who in ("", *THREE):
        own = {
            ("", at): sum((case["area"], case["age"], case["worker"]) == (*at, who) for case in town)
            for at in shown.cells
        }
        for low, high in attack(said(town, shown), [{("", at): 1} for at in hidden], own):
            assert high is not None
            assert high - low >= 5


def test_rows_and_columns_stand_as_in_the_answers_of_their_own() -> None:
    """An area of two cases is hidden among areas, with a helper: in the table of both it lies hidden as well."""
    reader = Reader(crossed({("east", age): number for age, number in zip(AGES, (0, 2, 0), strict=True)}))
    shown = reader.read(asked(AREA, AGE))
    assert shown.cells["east", "0-17"] == 0
    assert shown.cells["east", "18-25"] is None
    areas = reader.read(asked(AREA))
    assert areas.cells["east",] is None


def test_nothing_small_and_all_of_it_is_shown() -> None:
    shown = Reader(crossed({})).read(asked(AREA, AGE))
    assert shown.state == State.WHOLE
    assert None not in shown.cells.values()


def test_with_nothing_small_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_args: object, **_more: object) -> None:
        raise AssertionError

    monkeypatch.setattr(guarding, "checked", never)
    words = By("words", Words(Field(KIND, "words")))
    for split in ((AREA, AGE), (AREA, words), (AREA,), ()):
        assert Reader(crossed({})).read(asked(*split)).state == State.WHOLE


def test_when_nothing_would_be_left_it_is_not_given_and_says_what_can_be_asked() -> None:
    shown = Reader(crossed({(area, age): 3 for area in AREAS for age in AGES})).read(asked(AREA, AGE))
    assert shown.state == State.UNSAFE
    assert set(shown.cells.values()) == {None}
    assert shown.nearest == Nearest(("area",))


def test_of_two_facets_of_which_groups_overlap_it_is_all_or_nothing() -> None:
    words = By("words", Words(Field(KIND, "words")))
    shown = Reader(crossed({("east", "18-25"): 2})).read(asked(AREA, words))
    assert (shown.state, shown.nearest) == (State.UNSAFE, Nearest(("area",)))
    assert Reader(crossed({})).read(asked(AREA, words)).state == State.WHOLE


def test_groups_that_overlap_are_held_back_when_those_outside_them_are_few() -> None:
    words = By("words", Words(Field(KIND, "words")))
    town = [*cases(31, words="money"), *cases(27, words="money work"), *cases(2, "noor", words="")]
    shown = Reader(town).read(asked(words))
    assert shown.cells["money",] is None or shown.whole is None
    assert shown.state != State.WHOLE


def test_a_total_of_few_is_not_shown() -> None:
    assert Reader(cases(300, "noor")).read(asked()).whole is None
    assert Reader(cases(300)).read(asked(worker=None)).whole == 300
    assert Reader(cases(4)).read(asked(worker=None)).whole is None


def waits(number: int, who: str | None = None, *, known: bool = True) -> list[Case]:
    return cases(number, who, start="2021-03-01", **({"end": "2021-03-11"} if known else {}))


def test_days_are_told_where_those_of_whom_both_are_known_may_be_told() -> None:
    days = Apart(Field(KIND, "start"), Field(KIND, "end"), ())
    all_known, two_unknown = waits(30), [*waits(30), *waits(2, known=False)]
    assert Reader(all_known).read(asked(days=days)).median == 10
    both = Reader(two_unknown).ask(asked(days=days))
    assert (both.outside.median, both.outside.state) == (None, State.WITHHELD)
    assert (both.inside.median, both.inside.known) == (10, 30)
    assert WORKER.name == "worker"


@pytest.mark.parametrize("split", [(), (AREA,)], ids=["alone", "by area"])
def test_cou_04_of_a_total_that_is_withheld_nobody_reads_how_many_carry_it(split: tuple[By, ...]) -> None:
    """Below five, with three workers or more: where four carry it, it would be four."""
    town: list[Case] = [{"worker": who, "area": "north"} for who in (*THREE, "samir")]
    both = Reader(town).ask(asked(*split))
    assert (both.outside.whole, both.outside.carriers) == (None, 0)
    assert 4 not in both.outside.cells.values()
    assert (both.inside.whole, both.inside.carriers) == (4, 4)
