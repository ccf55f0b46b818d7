"""GDP-17 of filters: whoever asks for all and for all but some gets no hidden group out of the difference."""

from collections.abc import Iterator
from itertools import combinations, permutations

import pytest

from kring.figures.asked import By, Field, Only, Words
from kring.figures.guarding import Nearest
from kring.figures.showing import State
from kring.vault.tests.guarded import KIND, Case, Reader, asked, by

AREAS = ("east", "north", "south", "west")
AREA, SEX = by("area", *AREAS), by("sex")
CARRIED = {
    "east": {"samir": 40, "eline": 34},
    "north": {"tom": 41},
    "south": {"noor": 50, "joris": 41, "fatma": 35},
    "west": {"lotte": 35},
}
"""Three areas carried by too few, as in the founding town, and one that is shown."""


def town(carried: dict[str, dict[str, int]] = CARRIED) -> list[Case]:
    rows = [(area, who, n) for area, each in carried.items() for who, times in each.items() for n in range(times)]
    return [
        {"area": area, "worker": who, "sex": "ab"[n % 2], "words": "x y z"[: 1 + 2 * (n % 3)]} for area, who, n in rows
    ]


def only(*groups: str) -> Only:
    return Only(AREA, frozenset(groups))


def filters() -> Iterator[tuple[str, ...]]:
    for size in range(1, 5):
        yield from combinations(AREAS, size)


@pytest.mark.parametrize("groups", list(filters()), ids="+".join)
def test_gdp_17_a_filter_shows_no_more_than_the_table_it_narrows(groups: tuple[str, ...]) -> None:
    shown = Reader(town()).read(asked(only=[only(*groups)]))
    hidden = {"east", "north", "west"}
    if hidden & set(groups) and not hidden <= set(groups):
        assert (shown.whole, shown.state) == (None, State.UNSAFE)
        assert shown.nearest == Nearest(("area",), ("area",))
    else:
        assert shown.whole == sum(sum(CARRIED[area].values()) for area in groups)


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_gdp_17_the_order_of_the_questions_changes_nothing(order: tuple[int, ...]) -> None:
    questions = [asked(), asked(only=[only("east", "south", "west")]), asked(AREA)]
    reader = Reader(town())
    shown = {number: reader.read(questions[number]) for number in order}
    assert shown[0].whole == 276
    assert shown[1].whole is None
    assert [at[0] for at, number in shown[2].cells.items() if number is None] == ["east", "north", "west"]


def test_the_office_reads_every_filtered_number() -> None:
    assert Reader(town()).ask(asked(only=[only("north")])).inside.whole == 41


def test_a_filter_beside_a_split_or_another_filter_stays_closed() -> None:
    reader, south = Reader(town()), only("south")
    assert reader.read(asked(SEX, only=[south])).state == State.UNSAFE
    assert reader.read(asked(only=[south, Only(SEX, frozenset({"a"}))])).state == State.UNSAFE
    assert reader.read(asked(only=[south])).state == State.WHOLE


def test_of_groups_that_overlap_one_that_is_shown_may_be_asked_for_alone() -> None:
    words = By("words", Words(Field(KIND, "words")))
    reader = Reader(town())
    assert reader.read(asked(only=[Only(words, frozenset("y"))])).whole is not None
    assert reader.read(asked(only=[Only(words, frozenset("yz"))])).state == State.UNSAFE


def test_every_hidden_group_together_is_not_shown_where_the_total_is_hidden() -> None:
    reader = Reader(town({"north": {"tom": 41}}))
    assert reader.read(asked(AREA)).whole is None
    assert reader.read(asked(only=[only("north")])).whole is None
