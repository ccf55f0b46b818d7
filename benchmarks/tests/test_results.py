"""A promise that is broken in any one part is not held; what was not measured is neither."""

import json

import pytest

from benchmarks.budgets import Budget
from benchmarks.report import as_json, as_markdown, as_text
from benchmarks.results import Inside, Row, at_least, at_most, within

BUDGET = Budget(ratio=1.5, vault_cpu_ms=5, grants_queries=1, queries=8)
GOOD = Inside(queries=8, grants_queries=1, vault_cpu_ms=5.0)


def test_everything_at_its_limit_is_held() -> None:
    assert within(BUDGET, ratio=1.5, inside=GOOD)


@pytest.mark.parametrize(
    "inside",
    [
        Inside(queries=9, grants_queries=1, vault_cpu_ms=1),
        Inside(queries=3, grants_queries=2, vault_cpu_ms=1),
        Inside(queries=3, grants_queries=1, vault_cpu_ms=5.1),
    ],
)
def test_one_broken_part_breaks_the_promise(inside: Inside) -> None:
    assert not within(BUDGET, ratio=1, inside=inside)


def test_slow_unequal_or_repeating_work_is_never_held() -> None:
    assert not within(BUDGET, ratio=1.51, inside=GOOD)
    assert not within(BUDGET, ratio=1, inside=GOOD, same_work=False)
    assert not within(BUDGET, ratio=1, inside=GOOD, repeat_added=1)


def test_single_figures_are_judged_from_both_sides() -> None:
    assert at_most("memory", 150, 150, "MB").ok is True
    assert at_most("memory", 150.1, 150, "MB").ok is False
    assert at_least("journal", 1999, 2000, "entries/s").ok is False
    assert at_least("journal", None, 2000, "entries/s").ok is None


def test_table_json_and_page_tell_the_same() -> None:
    rows = [Row("J2 caseload", str(BUDGET), ok=False, p50_ms=9.1, cpu_ms=8.4, ratio=1.75, queries=5, note="a note")]
    assert "NO" in as_text(rows)
    assert "a note" in as_text(rows)
    told = json.loads(as_json(rows, {"cores": 2}))
    assert told["journeys"][0]["ratio"] == 1.75
    assert told["machine"] == {"cores": 2}
    assert "| J2 caseload |" in as_markdown(rows, {"cores": 2})
