"""GDP-17 of filters: whoever asks for all and for all but some gets no hidden group out of the difference."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from kring.protection.tables import Cell, Rules
from kring.vault import narrowing, release, showing
from kring.vault.asked import By, Counting, Field, Only, Plain
from kring.vault.counting import count
from kring.vault.packs import Names, Opened, Pack, fold
from kring.vault.showing import Shown, State
from kring.vault.tables import Dim

WORKER = Field("begun", "worker")
AREA = By("area", Plain(Field("begun", "area")), ("east", "north", "south", "west"))
KIND = By("kind", Plain(Field("begun", "kind")))
CARRIED = {
    "east": {"samir": 40, "eline": 34},
    "north": {"tom": 41},
    "south": {"noor": 50, "joris": 41, "fatma": 35},
    "west": {"lotte": 35},
}
"""Three areas carried by too few, as in the founding town, and one that is shown."""


def packed(carried: Mapping[str, Mapping[str, int]]) -> Pack:
    rows = [(area, who, n) for area, by in carried.items() for who, times in by.items() for n in range(times)]
    said = ({"area": area, "worker": who, "kind": "ab"[n % 2]} for area, who, n in rows)
    facts = (Opened(b"b%09d" % number, "begun", number.to_bytes(8, "big"), one) for number, one in enumerate(said))
    return fold(Pack(), Names(), facts)[0]


def asked(*only: Only, by: tuple[By, ...] = ()) -> Counting:
    return Counting("begun", by=by, worker=WORKER, only=only)


def outside(what: Counting, carried: Mapping[str, Mapping[str, int]] = CARRIED) -> Shown:
    return release._both(packed(carried), what).outside


def filters() -> Iterator[frozenset[str]]:
    for size in range(1, 5):
        yield from map(frozenset, combinations(AREA.groups, size))


@pytest.mark.parametrize("groups", list(filters()), ids=lambda some: "+".join(sorted(some)))
def test_gdp_17_a_filter_shows_no_more_than_the_table_it_narrows(groups: frozenset[str]) -> None:
    shown = outside(asked(Only(AREA, groups)))
    hidden = {"east", "north", "west"}
    if groups & hidden and not hidden <= groups:
        assert (shown.whole, shown.state) == (None, State.UNSAFE)
    else:
        assert shown.whole == sum(sum(CARRIED[area].values()) for area in groups)


def test_the_office_reads_every_filtered_number() -> None:
    both = release._both(packed(CARRIED), asked(Only(AREA, frozenset({"north"}))))
    assert both.inside.whole == 41


def test_a_filter_beside_a_split_or_another_filter_stays_closed() -> None:
    south = Only(AREA, frozenset({"south"}))
    assert outside(asked(south, by=(KIND,))).state == State.UNSAFE
    assert outside(asked(south, Only(KIND, frozenset({"a"})))).state == State.UNSAFE
    assert outside(asked(south)).state == State.WHOLE


def test_of_groups_that_overlap_one_that_is_shown_may_be_asked_for_alone() -> None:
    known: dict[tuple[str, ...], int | None] = {("money",): 27, ("work",): None, ("home",): 30}
    beside = Shown((Dim("domain", ("money", "work", "home"), overlapping=True),), known, 60, 3)
    one, two = (Only(AREA, frozenset(some)) for some in ({"money"}, {"money", "home"}))
    assert narrowing.safe(asked(one), beside)
    assert not narrowing.safe(asked(two), beside)
    assert not narrowing.safe(asked(Only(AREA, frozenset({"work"}))), beside)


def test_every_hidden_group_together_is_not_shown_where_the_total_is_hidden() -> None:
    alone = {"north": {"tom": 41}}
    assert outside(asked(by=(AREA,)), alone).whole is None
    assert outside(asked(Only(AREA, frozenset({"north"}))), alone).whole is None


def test_the_rule_reads_the_table_as_everybody_does() -> None:
    table = showing.both(count(packed(CARRIED), asked(by=(AREA,))), Rules()).outside
    assert [at[0] for at, number in table.cells.items() if number is None] == ["east", "north", "west"]
    assert Cell(CARRIED["north"]).carriers == 1
