"""Counting in packs: the same as counting by hand, whichever way it is split, narrowed or joined."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from kring.figures.asked import (
    Age,
    Among,
    Apart,
    By,
    Counting,
    Dated,
    Field,
    From,
    Not,
    Piece,
    Plain,
    Reached,
    UpTo,
    Words,
)
from kring.figures.counting import count
from kring.figures.packs import Names, Opened, Pack, fold
from kring.figures.tables import Table

DAY = date(2021, 3, 1)
Row = dict[str, object]


def field(name: str, kind: str = "begun") -> Field:
    return Field(kind, name)


def town(number: int = 400, seed: int = 1) -> list[Row]:
    dice = Random(seed)
    rows: list[Row] = []
    for _ in range(number):
        on = DAY - timedelta(dice.randrange(1200))
        ended = on + timedelta(dice.randrange(900)) if dice.random() < 0.5 else None
        words = " ".join(sorted(dice.sample(["money", "work", "home"], dice.randrange(4))))
        born = dice.choice([None, 1990, 2001, 2003, 2008])
        who, theme = dice.choice(["a", "b", "c", "d"]), dice.choice(["north", "south", None])
        rows.append({"on": on, "ended": ended, "words": words, "born": born, "worker": who, "theme": theme})
    return rows


def packed(rows: list[Row]) -> Pack:
    facts = []
    for number, row in enumerate(rows):
        link = number.to_bytes(8, "big")
        said = {name: row[name] for name in ("theme", "worker", "words")} | {"on": str(row["on"])}
        facts.append(Opened(b"b%09d" % number, "begun", link, said))
        if row["ended"]:
            facts.append(Opened(b"e%09d" % number, "ended", link, {"on": str(row["ended"])}))
        if row["born"]:
            facts.append(Opened(b"p%09d" % number, "person", link, {"born": row["born"]}))
    return fold(Pack(), Names(), facts)[0]


def numbers(table: Table) -> dict[tuple[str, ...], int]:
    return {key: cell.count for key, cell in table.cells.items() if cell.count}


@pytest.fixture
def rows() -> list[Row]:
    return town()


def ask(rows: list[Row], *by: By, where: tuple = (), **more: object) -> Table:  # type: ignore[type-arg]
    asked = Counting("begun", where, by, field("worker"), **more)  # type: ignore[arg-type]
    return count(packed(rows), asked).table


def test_two_ways_at_once_with_who_carries_them(rows: list[Row]) -> None:
    table = ask(rows, By("theme", Plain(field("theme"))), By("words", Words(field("words"))))
    expected: Counter[tuple[str, str]] = Counter()
    for row in rows:
        for word in str(row["words"]).split() or ["unknown"]:
            expected[str(row["theme"] or "unknown"), word] += 1
    assert numbers(table) == dict(expected)
    north = [row["worker"] for row in rows if row["theme"] == "north" and "money" in str(row["words"])]
    assert dict(table.cells["north", "money"].by) == dict(Counter(north))
    assert table.whole.count == len(rows)


def test_more_than_two_facets_are_refused(rows: list[Row]) -> None:
    each = By("theme", Plain(field("theme")))
    with pytest.raises(ValueError, match="two"):
        ask(rows, each, each, each)


def test_what_stands_on_a_day_looks_at_the_end_of_the_same_subject(rows: list[Row]) -> None:
    table = ask(rows, where=(UpTo(field("on"), DAY), Not(UpTo(field("on", "ended"), DAY))))
    assert table.whole.count == sum(row["on"] <= DAY and not (row["ended"] and row["ended"] <= DAY) for row in rows)  # type: ignore[operator]


def test_from_a_day_leaves_out_what_has_no_day(rows: list[Row]) -> None:
    start = date(2019, 6, 1)
    table = ask(rows, where=(From(field("on", "ended"), start),))
    assert table.whole.count == sum(bool(row["ended"]) and row["ended"] >= start for row in rows)  # type: ignore[operator]


def test_age_is_what_is_reached_in_the_year_of_the_event(rows: list[Row]) -> None:
    table = ask(rows, By("age", Age(field("born", "person"), field("on"), (18,))))
    expected: Counter[tuple[str]] = Counter()
    for row in rows:
        age = row["on"].year - row["born"] if row["born"] else None  # type: ignore[attr-defined]
        expected["unknown" if age is None else "0-17" if age < 18 else "18+",] += 1
    assert numbers(table) == dict(expected)


def test_days_apart_in_bands_with_mean_and_median(rows: list[Row]) -> None:
    how = Apart(field("on"), field("on", "ended"), (100, 500))
    counted = count(packed(rows), Counting("begun", by=(By("days", how),), worker=field("worker"), days=how))
    apart = sorted((row["ended"] - row["on"]).days for row in rows if row["ended"])  # type: ignore[operator]
    assert counted.days is not None
    assert counted.days.known.count == len(apart)
    assert counted.days.mean == round(sum(apart) / len(apart))
    assert numbers(counted.table)["0-99",] == sum(days < 100 for days in apart)
    assert numbers(counted.table)["unknown",] == len(rows) - len(apart)


def test_pieces_of_a_date() -> None:
    pack = packed([{**town(1)[0], "on": date(2020, 9, 1)}, {**town(1)[0], "on": date(2021, 8, 31)}])
    for piece, expected in (
        (Piece.YEAR, {"2020", "2021"}),
        (Piece.QUARTER, {"2020-Q3", "2021-Q3"}),
        (Piece.MONTH, {"2020-09", "2021-08"}),
        (Piece.SCHOOL_YEAR, {"2020-2021"}),
    ):
        table = count(pack, Counting("begun", by=(By("when", Dated(field("on"), piece)),))).table
        assert {key[0] for key in numbers(table)} == expected


def test_a_group_that_is_asked_for_stands_there_with_nothing(rows: list[Row]) -> None:
    table = ask(rows, By("theme", Plain(field("theme")), ("east", "north")))
    assert table.dims[0].values == ("east", "north", "south", "unknown")
    assert table.cells["east",].count == 0


def test_steps_reached_by_a_day_overlap(rows: list[Row]) -> None:
    steps = Reached((("begun", field("on")), ("ended", field("on", "ended"))), DAY)
    table = ask(rows, By("step", steps))
    ended = sum(bool(row["ended"]) and row["ended"] <= DAY for row in rows)  # type: ignore[operator]
    assert numbers(table) == {("begun",): len(rows), ("ended",): ended}
    assert table.dims[0].overlapping


def test_a_subject_counts_once_and_a_weight_adds_up() -> None:
    facts = [
        Opened(b"c%09d" % n, "met", (n % 3).to_bytes(8, "big"), {"worker": "a", "number": n, "where": "x"})
        for n in range(1, 10)
    ]
    pack = fold(Pack(), Names(), facts)[0]
    where = By("where", Plain(Field("met", "where")))
    assert count(pack, Counting("met", by=(where,), worker=Field("met", "worker"), once=True)).table.whole.count == 3
    assert count(pack, Counting("met", by=(where,), weight="number")).table.cells["x",].count == 45


def test_only_these_groups(rows: list[Row]) -> None:
    table = ask(rows, where=(Among(Plain(field("theme")), frozenset({"north"})),))
    assert table.whole.count == sum(row["theme"] == "north" for row in rows)


def test_a_kind_nobody_wrote_counts_nothing() -> None:
    table = count(Pack(), Counting("begun", by=(By("theme", Plain(field("theme")), ("north",)),))).table
    assert numbers(table) == {}
    assert table.whole.count == 0
