"""Disclosure control, attacked: a reader and every worker try to compute a withheld cell back from what is shown."""

from collections.abc import Iterator
from itertools import pairwise
from itertools import product as every

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.protection.tables import Cell, Rules
from kring.vault.suppression import Withheld, feasible, safe, withhold

RULES = Rules()
TOWN = {
    "street_work": Cell({"noor": 50, "joris": 40, "fatma": 36}),
    "identity_coaching": Cell({"samir": 40, "eline": 34}),
    "street_therapy": Cell({"tom": 41}),
    "early_intervention": Cell({"lotte": 35}),
    "youth_reconnect": Cell({}),
}
"""The town of 1 March 2021."""

WORKERS = [f"w{number}" for number in range(9)]
CELLS = st.dictionaries(st.sampled_from(WORKERS), st.integers(1, 40), max_size=4).map(Cell)
TABLES = st.lists(CELLS, min_size=1, max_size=6).map(lambda cells: dict(zip("abcdef", cells, strict=False)))


def conclusions(table: dict[str, Cell], who: str | None) -> dict[str, tuple[int, int]]:
    """What somebody can conclude of each withheld cell, worked out anew by linear reasoning on what is shown."""
    hidden = withhold(table, RULES)
    known = {name: cell.by.get(who or "", 0) for name, cell in table.items()}
    least = {name: known[name] + cell.carriers - (known[name] > 0) for name, cell in table.items()}
    sole = {name for name, cell in table.items() if set(cell.by) == {who}}
    if not hidden.total_shown:
        return {name: (least[name], least[name] if name in sole else 10**6) for name in hidden.cells}
    shown = sum(cell.count for name, cell in table.items() if name not in hidden.cells)
    rest = sum(cell.count for cell in table.values()) - shown
    return {
        name: (
            max(
                least[name],
                rest - sum(table[other].count if other in sole else rest for other in hidden.cells - {name}),
            ),
            least[name] if name in sole else rest - sum(least[other] for other in hidden.cells - {name}),
        )
        for name in hidden.cells
    }


def test_the_town_hides_three_and_shows_one_and_zero() -> None:
    hidden = withhold(TOWN, RULES)
    assert hidden.cells == {"identity_coaching", "street_therapy", "early_intervention"}
    assert hidden.total_shown


@given(TABLES)
def test_nobody_narrows_a_withheld_cell_below_five(table: dict[str, Cell]) -> None:
    workers = {name for cell in table.values() for name in cell.by}
    for who in (None, *workers):
        for name, (low, high) in conclusions(table, who).items():
            if set(table[name].by) != {who}:
                assert high - low >= RULES.threshold, (who, name)
            assert low <= table[name].count <= high


@given(TABLES)
def test_what_is_shown_is_large_carried_by_three_or_zero(table: dict[str, Cell]) -> None:
    hidden = withhold(table, RULES)
    for name, cell in table.items():
        if name not in hidden.cells and cell.count:
            assert cell.count >= RULES.threshold
            assert cell.carriers >= RULES.carriers
        if not cell.count:
            assert name not in hidden.cells


@given(TABLES)
def test_the_difference_with_the_total_is_itself_fit_to_show(table: dict[str, Cell]) -> None:
    hidden = withhold(table, RULES)
    if hidden.cells and hidden.total_shown:
        assert len({worker for name in hidden.cells for worker in table[name].by}) >= RULES.carriers
        assert sum(table[name].count for name in hidden.cells) >= RULES.threshold


def answers(cells: list[Cell], who: str | None) -> Iterator[tuple[int, ...]]:
    """Every way the withheld cells can be filled, as seen by somebody; by trying them all."""
    total = sum(cell.count for cell in cells)
    for guess in every(range(total + 1), repeat=len(cells)):
        if sum(guess) == total and all(map(fits, cells, guess, [who] * len(cells))):
            yield guess


def fits(cell: Cell, guess: int, who: str | None) -> bool:
    mine = cell.by.get(who or "", 0)
    others = cell.carriers - bool(mine)
    return guess >= mine + others if others else guess == mine


@given(
    st.lists(
        st.dictionaries(st.sampled_from(WORKERS[:4]), st.integers(1, 5), min_size=1, max_size=2).map(Cell),
        min_size=1,
        max_size=3,
    ),
    st.sampled_from([None, *WORKERS[:4]]),
)
def test_the_intervals_are_those_of_trying_everything(cells: list[Cell], who: str | None) -> None:
    found = list(answers(cells, who))
    assert feasible(cells, who) == [(min(column), max(column)) for column in zip(*found, strict=True)]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ([Cell({"tom": 41})], "one cell is the total minus the rest"),
        ([Cell({"tom": 41}), Cell({"lotte": 35})], "tom subtracts his own and knows lotte's"),
        ([Cell({"samir": 40, "eline": 34}), Cell({"tom": 41})], "tom subtracts his own and knows the other two's"),
        ([Cell({"a": 1}), Cell({"b": 1}), Cell({"c": 2})], "each worker has at least one: hardly any room is left"),
    ],
)
def test_what_is_not_enough(cells: list[Cell], why: str) -> None:
    assert not safe(cells, RULES), why


def test_helpers_are_not_chosen_by_their_count() -> None:
    """A choice of the smallest would tell that it is the smallest: the order of the table decides."""
    big, small = (Cell({f"{count}-{number}": count for number in range(3)}) for count in (90, 30))
    pair = Cell({"samir": 40, "eline": 34})
    assert withhold({"big": big, "small": small, "pair": pair}, RULES).cells == {"big", "pair"}
    assert withhold({"small": small, "big": big, "pair": pair}, RULES).cells == {"small", "pair"}


@pytest.mark.parametrize("count", [3, 4])
def test_a_small_cell_is_withheld_however_many_carry_it(count: int) -> None:
    few = Cell({"a": count - 2, "b": 1, "c": 1})
    hidden = withhold({"few": few, "many": Cell({"d": 20, "e": 20, "f": 20})}, RULES)
    assert hidden.cells == {"few", "many"}


def test_five_carried_by_three_may_be_shown() -> None:
    assert withhold({"five": Cell({"a": 3, "b": 1, "c": 1})}, RULES) == Withheld(frozenset(), total_shown=True)


def test_without_help_enough_the_total_goes_too() -> None:
    hidden = withhold({"street_therapy": Cell({"tom": 41}), "youth_reconnect": Cell({})}, RULES)
    assert hidden.cells == {"street_therapy"}
    assert not hidden.total_shown


def test_a_table_of_zeros_is_shown() -> None:
    hidden = withhold({"street_therapy": Cell({}), "youth_reconnect": Cell({})}, RULES)
    assert not hidden.cells
    assert hidden.total_shown


GENDER, NATIONALITY = (1399, 451), (1637, 213)
BORN = (81, 247, 384, 389, 414, 335)


@pytest.mark.parametrize("counts", [GENDER, NATIONALITY, BORN])
def test_one_withheld_cell_is_useless(counts: tuple[int, ...]) -> None:
    """Worked example S4: three tables with one total; a single withheld cell is the total minus the rest."""
    assert sum(counts) == 1850
    for count in counts:
        assert feasible([Cell({"a": count - 2, "b": 1, "c": 1})], None) == [(count, count)]


def test_a_cell_beside_the_lone_one_goes_along() -> None:
    """Worked example S4 with our rule: a year carried by one worker takes others with it, and none is computed back."""
    table = {str(year): Cell({f"{year}{w}": part for w, part in parts(count)}) for year, count in enumerate(BORN)}
    table["0"] = Cell({"lone": BORN[0]})
    assert len(withhold(table, RULES).cells) >= 2
    assert all(high - low >= 5 for low, high in conclusions(table, None).values())


def parts(count: int) -> list[tuple[str, int]]:
    """A count carried by three workers."""
    cuts = [0, count // 3, 2 * count // 3, count]
    return list(zip("xyz", (after - before for before, after in pairwise(cuts)), strict=True))
