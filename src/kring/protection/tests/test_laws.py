"""Laws that hold for every table."""

from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kring.protection.attack import attack
from kring.protection.memory import remembered
from kring.protection.protector import Protected, protect
from kring.protection.tables import ALL, Rules, Table
from kring.protection.tests.reading import truth
from kring.protection.tests.towns import drawn

pytestmark = pytest.mark.usefixtures("in_process")
TABLES = st.builds(
    lambda seed, rows, columns, cases: drawn(Random(seed), rows, columns, cases, workers=4),
    st.integers(0, 10**6),
    st.integers(2, 5),
    st.integers(2, 4),
    st.integers(0, 200),
)
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ours(table: Table, rules: Rules) -> Protected:
    """What is hidden; a handful of cases may not be answerable at all."""
    found = protect([table], rules)
    assume(isinstance(found, Protected))
    assert isinstance(found, Protected)
    return found


@few
@given(TABLES, st.data())
def test_hiding_more_never_tells_more(table: Table, data: st.DataObject) -> None:
    filled = [at for at, count in table.counts.items() if count]
    assume(filled)
    some = data.draw(st.sets(st.sampled_from(filled), min_size=1))
    more = some | data.draw(st.sets(st.sampled_from(filled)))
    asked = remembered(table, some).hidden
    before, after = (attack(remembered(table, hidden).shown, asked) for hidden in (some, more))
    for weights, (low, high), (lower, higher) in zip(asked, before, after, strict=True):
        assert low <= truth(weights, [table])
        assert high is None or truth(weights, [table]) <= high
        assert lower <= low
        assert higher is None or (high is not None and higher >= high)


@few
@given(TABLES, st.sampled_from([3, 5, 10]), st.sampled_from([1, 3]))
def test_what_is_shown_is_true_and_may_be_shown(table: Table, threshold: int, carriers: int) -> None:
    found = ours(table, Rules(threshold, carriers))
    for at, count in found.counts(table).items():
        if count:
            assert count == table.counts[at]
            assert count >= threshold
            assert len({who for part in table.published[at] for who in table.filled[part].by}) >= carriers


@few
@given(TABLES, st.sampled_from([1, 3]))
def test_zero_is_shown_save_in_a_row_or_column_that_lies_in_one_cell(table: Table, carriers: int) -> None:
    found = ours(table, Rules(5, carriers))
    for at, count in found.counts(table).items():
        if count is None and not table.counts[at]:
            row, column = (
                [table.counts[value, at[1]] for value in table.dims[0].values],
                [table.counts[at[0], value] for value in table.dims[1].values],
            )
            assert 1 in (sum(map(bool, row)), sum(map(bool, column)))


@few
@given(TABLES)
def test_a_higher_threshold_hides_no_fewer_cells(table: Table) -> None:
    """For the cells hidden for themselves it is one by one; for the least loss by their number, the margins shown."""
    low, high = ours(table, Rules(3, 1)), ours(table, Rules(5, 1))
    assert low.primary <= high.primary
    if low.least and high.least and not any(ALL in at for _, at in [*low.hidden, *high.hidden]):
        assert len(low.hidden) <= len(high.hidden)


@few
@given(TABLES, st.sampled_from([3, 5]))
def test_the_sum_of_what_is_hidden_in_a_line_is_carried_by_three(table: Table, threshold: int) -> None:
    """COU-04: a margin minus what is shown of it is known to everybody."""
    found = ours(table, Rules(threshold, 3))
    counts = found.counts(table)
    for line in (0, 1):
        for value in table.dims[line].values:
            inside = [at for at in table.cells if at[line] == value and counts[at] is None]
            margin = (value, ALL) if line == 0 else (ALL, value)
            if inside and counts[margin] is not None:
                assert len({who for at in inside for who in table.cells[at].by}) >= 3


def test_the_same_table_gets_the_same_answer() -> None:
    table = drawn(Random(3), 6, 4)
    assert protect([table], Rules()) == protect([table], Rules())
