"""The six worked attacks on published tables: each is found by the attacker, and ours withstands each.

Sources, restated: tests of the R package sdcTable (S1, S2, S3); a Flemish table of excluded pupils (S4); a year report
of street work (S5); a monitor of a person-centred approach (S6).
"""

from collections.abc import Collection

import pytest

from kring.protection.attack import attack
from kring.protection.memory import Known, Memory, Weights, remembered
from kring.protection.protector import Protected, protect
from kring.protection.tables import ALL, Cell, Dim, Place, Rules, Table
from kring.protection.tests.towns import S1, S1_WITHHELD, S2, S3, S4, carried, one_way

Ends = tuple[int, int | None]


def conclusions(table: Table, hidden: Collection[Place]) -> dict[Place, Ends]:
    """What everybody can conclude of each hidden cell of one table."""
    memory = remembered(table, hidden)
    at = [place for place in table.published if place in set(hidden)]
    return dict(zip(at, attack(memory.shown, memory.hidden), strict=True))


def ours(table: Table, rules: Rules) -> Protected:
    found = protect([table], rules)
    assert isinstance(found, Protected)
    return found


def widths(found: dict[Place, Ends]) -> list[float]:
    return [float("inf") if high is None else high - low for low, high in found.values()]


def test_s1_a_check_by_rows_and_columns_passes_and_a_cell_is_recovered() -> None:
    for line in (0, 1):
        for value in S1.dims[line].values:
            assert sum(at[line] == value for at in S1_WITHHELD) != 1
    assert conclusions(S1, S1_WITHHELD)["w", "b"] == (47, 47)
    assert conclusions(S1, {*S1_WITHHELD, ("x", "b")})["w", "b"] == (1, 139)


def test_s1_ours_is_safe() -> None:
    found = ours(S1, Rules(6))
    assert found.least
    assert found.primary == {("", ("x", "c"))}
    assert len(found.hidden) == 4
    assert min(widths(conclusions(S1, found.of("")))) >= 6


def test_s2_two_groupings_of_the_same_units_give_one_away() -> None:
    small = {(unit,) for unit in "ABKLM"}
    assert conclusions(S2, small)["K",] == (3, 3)
    assert conclusions(S2, {*small, ("N",)})["K",] == (1, 9)


def test_s2_ours_is_safe_in_both_groupings() -> None:
    found = ours(S2, Rules(4))
    assert {at for _, at in found.primary} == {(unit,) for unit in "ABKLM"}
    assert min(widths(conclusions(S2, found.of("")))) >= 4
    assert all(found.counts(S2)[group,] is not None for group in ("county1", "county2", "small", "big", ALL))


def test_s3_the_cheapest_costs_forty() -> None:
    found = ours(S3, Rules(4))
    assert found.of("") == {("A", "female"), ("A", "male"), ("C", "female"), ("C", "male")}
    assert sum(S3.counts[at] for at in found.of("") if ("", at) not in found.primary) == 40
    assert min(widths(conclusions(S3, found.of("")))) >= 4


@pytest.mark.parametrize("name", S4)
def test_s4_one_hidden_cell_beside_a_total_is_useless(name: str) -> None:
    table = one_way(name, S4[name])
    for value, count in S4[name].items():
        assert conclusions(table, {(value,)}) == {(value,): (count, count)}


def test_s4_three_tables_with_one_total_are_safe_together() -> None:
    """A year of one worker takes another along; the tables of the same pupils give nothing away of it."""
    tables = [one_way(name, counts) for name, counts in S4.items()]
    born = Table(tables[2].dims, {**tables[2].cells, ("1997",): Cell({"lone": 81})}, "birth_year")
    tables[2] = born
    same = []
    for one in tables[1:]:
        ways: Weights = {("gender", at): 1 for at in tables[0].cells} | {(one.name, at): -1 for at in one.cells}
        same.append(Known.exactly(ways, 0))
    found = protect(tables, Rules(), Memory(tuple(same)))
    assert isinstance(found, Protected)
    assert [len(found.of(name)) for name in S4] == [0, 0, 2]
    memory = sum((remembered(one, found.of(one.name)) for one in tables), start=Memory(tuple(same)))
    assert all(high is not None and high - low >= 5 for low, high in attack(memory.shown, memory.hidden))


PEOPLE = one_way("gender", {"woman": 400, "man": 712, "non_binary": 1})


def test_s5_a_share_with_one_decimal_tells_a_single_person() -> None:
    cell: Weights = {("gender", ("non_binary",)): 1}
    assert attack([Known.share(cell, 0.1, 1113, 1)], [cell]) == [(1, 1)]


def test_s5_ours_hides_it_and_prints_no_share_of_it() -> None:
    found = ours(PEOPLE, Rules())
    assert ("non_binary",) in found.of("gender")
    assert min(widths(conclusions(PEOPLE, found.of("gender")))) >= 5


STAY = ("stayed", "left", "came_back")
FLOW = Table(
    (Dim("fate", STAY),), {(fate,): carried(n, fate) for fate, n in zip(STAY, (559, 615, 3), strict=True)}, "fate", ()
)


def of(*fates: str) -> Weights:
    return {("fate", (fate,)): 1 for fate in fates}


EVER, LEFT, NOW, BACK = of(*STAY), of("left", "came_back"), of("stayed", "came_back"), of("came_back")


def test_s6_flow_and_stock_together_tell_who_came_back() -> None:
    said = [Known.exactly(EVER, 1177), Known.exactly(LEFT, 618)]
    assert attack(said, [BACK]) == [(0, 618)]
    assert attack([*said, Known.exactly(NOW, 562)], [BACK]) == [(3, 3)]


def test_s6_ours_remembers_the_flow_and_hides_the_stock() -> None:
    """Here or gone are groups of the same fates; what was said before makes the stock too telling."""
    here = {"now": frozenset({"stayed", "came_back"}), "gone": frozenset({"left"})}
    asked = Table((Dim("fate", STAY, here, by_groups=True),), FLOW.cells, "fate")
    before = Memory((Known.exactly(EVER, 1177), Known.exactly(LEFT, 618)))
    found = protect([asked], Rules(), before)
    assert isinstance(found, Protected)
    assert ("now",) in found.of("fate")
    memory = before + remembered(asked, found.of("fate"))
    [(low, high)] = attack(memory.shown, [BACK])
    assert high is not None
    assert high - low >= 5
