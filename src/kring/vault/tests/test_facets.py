"""Of two facets single cells stay hidden, and rows and columns show what they show as answers of their own."""

from collections.abc import Mapping

from kring.protection.attack import attack
from kring.protection.memory import Known, Weights
from kring.protection.tables import Cell, Rules
from kring.vault import suppression
from kring.vault.counting import Counted
from kring.vault.showing import Shown, State, both
from kring.vault.tables import Dim, Table

AREAS, AGES = ("north", "south", "east", "west"), ("0-17", "18-25", "26+")
THREE = ("noor", "joris", "fatma")


def carried(count: int) -> Cell:
    return Cell({who: part for place, who in enumerate(THREE) if (part := (count + place) // 3)})


def table(counts: Mapping[tuple[str, str], int], *, overlapping: bool = False) -> Table:
    cells: dict[tuple[str, ...], Cell] = {
        (area, age): carried(counts.get((area, age), 24)) for area in AREAS for age in AGES
    }
    by: dict[str, int] = {}
    for cell in cells.values():
        for who, number in cell.by.items():
            by[who] = by.get(who, 0) + number
    return Table((Dim("area", AREAS), Dim("age", AGES, overlapping)), cells, Cell(by))


def outside(one: Table) -> Shown:
    return both(Counted(one), Rules()).outside


def said(one: Table, shown: Shown) -> list[Known]:
    """What a reader has who asks for areas, for ages and for both."""
    known = []
    for at, count in shown.cells.items():
        cell: Weights = {("", at): 1}
        known.append(Known(cell, 1, None) if count is None else Known.exactly(cell, count))
    for number, dim in enumerate(one.dims):
        for value in dim.values:
            line: Weights = {("", at): 1 for at in one.cells if at[number] == value}
            known.append(Known.exactly(line, sum(one.cells[at].count for _, at in line)))
    return known


def test_gdp_17_one_small_cell_takes_three_along_and_nobody_computes_it() -> None:
    one = table({("east", "18-25"): 2})
    shown = outside(one)
    hidden = [at for at, count in shown.cells.items() if count is None]
    assert shown.state == State.WITHHELD
    assert ("east", "18-25") in hidden
    assert len(hidden) == 4
    assert shown.whole == one.whole.count
    for who in ("", *THREE):
        own = {("", at): cell.by[who] for at, cell in one.cells.items() if who in cell.by}
        for low, high in attack(said(one, shown), [{("", at): 1} for at in hidden], own):
            assert high is not None
            assert high - low >= 5


def test_rows_and_columns_stand_as_in_the_answers_of_their_own() -> None:
    """An area of two cases is hidden among areas, with a helper: in the table of both it lies hidden as well."""
    one = table({("east", age): number for age, number in zip(AGES, (0, 2, 0), strict=True)})
    areas = {
        area: Cell({who: sum(one.cells[area, age].by.get(who, 0) for age in AGES) for who in THREE}) for area in AREAS
    }
    alone = suppression.withhold(areas, Rules())
    assert "east" in alone.cells
    shown = outside(one)
    assert shown.cells["east", "0-17"] == 0
    assert shown.cells["east", "18-25"] is None


def test_nothing_small_and_all_of_it_is_shown() -> None:
    shown = outside(table({}))
    assert shown.state == State.WHOLE
    assert None not in shown.cells.values()


def test_when_nothing_would_be_left_it_is_not_given() -> None:
    one = table({(area, age): 2 for area in AREAS for age in AGES})
    shown = outside(one)
    assert shown.state == State.UNSAFE
    assert set(shown.cells.values()) == {None}


def test_groups_that_overlap_are_all_or_nothing() -> None:
    assert outside(table({("east", "18-25"): 2}, overlapping=True)).state == State.UNSAFE
