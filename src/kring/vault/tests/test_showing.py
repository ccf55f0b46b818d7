"""What of a table may be shown: zero is shown, small or carried by few is not, and two facets are all or nothing."""

from kring.protection.tables import Cell, Rules
from kring.vault.counting import Counted, Days
from kring.vault.showing import State, both
from kring.vault.tables import Dim, Table

Cells = dict[tuple[str, ...], Cell]
THREE = {"a": 20, "b": 20, "c": 20}
RULES = Rules()


def table(cells: Cells, *dims: Dim, whole: dict[str, int] | None = None) -> Counted:
    total: dict[str, int] = {}
    for cell in cells.values():
        for who, number in cell.by.items():
            total[who] = total.get(who, 0) + number
    return Counted(Table(dims, cells, Cell(total if whole is None else whole)))


def test_cou_03_zero_is_shown_and_a_small_number_is_not() -> None:
    dim = Dim("area", ("north", "south", "east", "west"))
    cells: Cells = {
        ("north",): Cell(THREE),
        ("south",): Cell({}),
        ("east",): Cell({"a": 1, "b": 1, "c": 1}),
        ("west",): Cell(THREE),
    }
    shown = both(table(cells, dim), RULES).outside
    assert shown.cells["south",] == 0
    assert shown.cells["east",] is None
    assert shown.state == State.WITHHELD
    assert shown.whole == 123


def test_inside_every_number_stands() -> None:
    cells: Cells = {("east",): Cell({"a": 1})}
    inside = both(table(cells, Dim("area", ("east",))), RULES).inside
    assert (inside.cells["east",], inside.whole, inside.state) == (1, 1, State.WHOLE)


def test_gdp_17_of_two_facets_with_one_sensitive_cell_nothing_is_shown() -> None:
    dims = Dim("area", ("north", "south")), Dim("age", ("0-17", "18+"))
    cells: Cells = {(a, b): Cell(THREE) for a in dims[0].values for b in dims[1].values}
    assert both(table(cells, *dims), RULES).outside.state == State.WHOLE
    cells["north", "18+"] = Cell({"a": 2})
    outside = both(table(cells, *dims), RULES).outside
    assert outside.state == State.UNSAFE
    assert set(outside.cells.values()) == {None}


def test_groups_that_overlap_are_held_back_when_those_outside_them_are_few() -> None:
    dim = Dim("domain", ("money", "work"), overlapping=True)
    cells: Cells = {("money",): Cell({"a": 20, "b": 20, "c": 18}), ("work",): Cell({"a": 9, "b": 9, "c": 9})}
    shown = both(table(cells, dim, whole=THREE), RULES).outside
    assert shown.cells == {("money",): None, ("work",): 27}


def test_a_total_of_few_is_not_shown() -> None:
    assert both(table({(): Cell({"a": 300})}), RULES).outside.whole is None
    assert both(table({(): Cell({"": 300})}), Rules(carriers=1)).outside.whole == 300


def test_days_of_few_are_not_told() -> None:
    counted = Counted(Table((), {(): Cell(THREE)}, Cell(THREE)), Days(Cell({"a": 9}), 40, 30))
    shown = both(counted, RULES)
    assert (shown.outside.median, shown.outside.state) == (None, State.WITHHELD)
    assert shown.inside.median == 30
