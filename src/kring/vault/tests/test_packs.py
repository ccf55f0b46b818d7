"""Packs against a plain list: whatever is folded in whatever order, the columns say the same."""

from array import array
from collections import Counter
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.figures import columns, packs
from kring.figures.columns import Said
from kring.figures.packs import Column, Names, Opened, Pack
from kring.vault import packing

DAYS = st.sampled_from([None, "2020-12-31", "2021-02-28", "2021-03-01", "2021-03-02"])
SAID = st.fixed_dictionaries({}, optional={"theme": st.sampled_from(["north", "south", 1, True]), "on": DAYS})
FACTS = st.builds(
    Opened,
    name=st.integers(0, 12).map(lambda number: number.to_bytes(packs.NAME)),
    kind=st.sampled_from(["begun", "ended", ""]),
    link=st.integers(0, 5).map(lambda number: number.to_bytes(packs.LINK)),
    said=SAID,
)
CHUNKS = st.lists(st.lists(FACTS, max_size=8, unique_by=lambda fact: fact.name), max_size=5)


def spoken(pack: Pack, names: Names) -> dict[bytes, tuple[str, bytes, dict[str, object]]]:
    """What a pack says, fact by fact."""
    subjects = list(names.subjects)
    return {
        name: (
            kind,
            subjects[table.links[row]],
            {
                field: column.values[column.codes[row]]
                for field, column in table.columns.items()
                if column.values[column.codes[row]] is not None
            },
        )
        for kind, table in pack.tables.items()
        for row, name in enumerate(names.facts[kind])
    }


@given(CHUNKS)
def test_a_pack_says_what_was_written_last(chunks: list[list[Opened]]) -> None:
    pack, names = Pack(), Names()
    plain: dict[bytes, tuple[str, bytes, dict[str, object]]] = {}
    for chunk in chunks:
        columns, known = packing.dump(*packs.fold(pack, names, chunk))
        pack, names = packing.load(columns), packing.load_names(columns, known)
        for fact in chunk:
            plain.pop(fact.name, None)
            if fact.kind:
                plain[fact.name] = (fact.kind, fact.link, {k: v for k, v in fact.said.items() if v is not None})
    assert spoken(pack, names) == plain
    assert pack.subjects == len(names.subjects) == len({link for _, link, _ in plain.values()})


@given(st.lists(st.integers(0, 700), max_size=60), st.integers(-1, 800), st.sampled_from(["B", "H", "I", "list"]))
def test_flags_are_those_of_comparing_one_by_one(codes: list[int], asked: int, kind: str) -> None:
    codes = [code % 256 for code in codes] if kind == "B" else codes
    values = [None, *range(0, 1400, 2)]
    column = Column(values, codes if kind == "list" else array(kind, codes))
    said = Said.of(column)
    assert said.up_to(asked).tolist() == [code > 0 and 2 * (code - 1) <= asked for code in codes]
    assert said.below(asked).tolist() == [code > 0 and 2 * (code - 1) < asked for code in codes]
    assert said.there().tolist() == [code > 0 for code in codes]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), max_size=40), st.sampled_from([1, 1 << 22]))
def test_rows_are_told_apart_and_added_up(rows: list[tuple[int, int]], room: int) -> None:
    one, two = (np.array([row[at] for row in rows], np.int64) for at in (0, 1))
    with patch.object(columns, "ROOM", room):
        keys, which = columns.apart([one, two], len(rows))
        assert keys == sorted(set(rows))
        assert [keys[place] for place in which.tolist()] == rows
        assert columns.apart([], len(rows))[0] == [()] * bool(rows)
        assert columns.added(one, 6) == sorted(Counter(one.tolist()).items())
        weighed = {key: sum(b for a, b in rows if a == key) for key, _ in rows}
        assert columns.added(one, 6, two) == sorted((key, total) for key, total in weighed.items() if total)
        last = {a: at for at, (a, _) in enumerate(rows)}
        assert columns.last_of(one, 6).tolist() == [at for _, at in sorted(last.items())]


def test_names_of_another_folding_are_not_taken() -> None:
    one = packing.dump(*packs.fold(Pack(), Names(), [Opened(bytes(10), "begun", bytes(8), {})]))
    other = packing.dump(*packs.fold(Pack(), Names(), [Opened(bytes(9) + b"1", "begun", bytes(8), {})]))
    with pytest.raises(ValueError, match="folding"):
        packing.load_names(one[0], other[1])


def test_many_distinct_values_widen_the_codes() -> None:
    facts = [Opened(n.to_bytes(10), "begun", n.to_bytes(8), {"on": f"{n:06}"}) for n in range(70_000)]
    columns, _ = packing.dump(*packs.fold(Pack(), Names(), facts))
    column = packing.load(columns).tables["begun"].columns["on"]
    assert isinstance(column.codes, array)
    assert column.codes.itemsize == 4
    assert Said.of(column).up_to("000999").sum() == 1000
