"""Odd questions: nested without end, huge, of the wrong type, days that no calendar has. Each ends in a sentence."""

import json
from datetime import date
from typing import Any

import pytest

from kring.reporting import asking, planning
from kring.reporting.periods import NotUnderstood

ON = date(2021, 3, 1)
KEYS = [
    "measures",
    "dimensions",
    "period",
    "filters",
    "tables",
    "on",
    "from",
    "to",
    "asked_on",
    "topic",
    "id",
    "question",
]
PERIODS = [
    "",
    "0000",
    "9999",
    "0000-q1",
    "9999-q4",
    "0001-01",
    "0000-01",
    "9999-12",
    "school year 0000-0001",
    "school year 9999-10000",
    "end 0000",
    "end 9999",
    "0001-01-01",
    "0001-01-01 to 2021-01-01",
    "since 0001-01-01",
    "to 0001-01-01",
    "1900 to 2099",
    "2021-02-30",
    "२०२१",
    "2021-०३-०१",
    "several years",
    "one school year",
    "31 feb 2021",
    "1 xyz 2021",
    "0001-q1",
    "1 jan 0000",
    "",
][1:-1]
WORDS: list[Any] = [
    None,
    True,
    0,
    -1,
    10**30,
    float("nan"),
    float("inf"),
    "",
    "x" * 1_000_000,
    "x" * 90_000,
    "\0",
    "\ud800",
]
OTHERS: list[Any] = [
    [],
    [[]],
    [["programme", "programme"]],
    [None],
    {},
    {"a": {"b": [1]}},
    {"programme": [{"a": 1}]},
    {"from": "0000-00-00"},
    {"programme": [["street_work"]]},
]
ASK: dict[str, Any] = {"measures": ["cases_open"], "period": "2021-03-01"}


def planned(raw: str) -> None:
    """Read and planned, or refused in words."""
    try:
        planning.plan(asking.read(raw, ON))
        said = "planned"
    except NotUnderstood as why:
        said = str(why)
    assert 0 < len(said) < 400


@pytest.mark.parametrize(
    "raw",
    ["[" * 40_000, '{"a":' * 40_000, "", "null", "NaN", "1" * 6000, '"\\ud800"', "\0", "[1]", "1e999", "\ufeff{}"],
    ids=["lists", "objects", "nothing", "null", "nan", "digits", "half-sign", "nul", "list", "infinite", "bom"],
)
def test_a_file_that_is_no_question(raw: str) -> None:
    with pytest.raises(NotUnderstood):
        asking.read(raw, ON)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", [*WORDS, *OTHERS])
def test_a_key_of_another_type(key: str, value: Any) -> None:
    planned(json.dumps({**ASK, key: value}))


@pytest.mark.parametrize("measure", ["cases_open", "cases_new", "trend"])
@pytest.mark.parametrize("period", [*PERIODS, "2021;" * 5000])
def test_days_that_no_calendar_has(period: str, measure: str) -> None:
    planned(json.dumps({"measures": ["cases_open", "cases_new", measure], "dimensions": ["quarter"], "period": period}))
    planned(json.dumps({"measures": [measure, "cases_new"], "period": period}))
    for key in ("on", "from", "to", "asked_on"):
        planned(json.dumps({"measures": ["cases_open", measure], key: period}))


@pytest.mark.parametrize("name", ["measures", "dimensions"])
def test_a_code_that_does_not_exist_is_quoted_short_and_plain(name: str) -> None:
    with pytest.raises(NotUnderstood) as why:
        planning.plan(asking.read(json.dumps({**ASK, name: ["\x1b[2J" + "x" * 5000]}), ON))
    assert len(str(why.value)) < 200
    assert "\x1b" not in str(why.value)


def test_half_a_sign_is_not_carried_into_an_answer() -> None:
    with pytest.raises(NotUnderstood):
        asking.read(json.dumps({**ASK, "question": "\ud800"}), ON)


def test_a_dimension_is_crossed_with_itself_once_and_a_table_is_given_once() -> None:
    said = {**ASK, "dimensions": ["programme"], "tables": [["programme", "programme"]] * 500}
    assert asking.read(json.dumps(said), ON).tables == (("programme",),)
