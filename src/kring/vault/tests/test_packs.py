"""Packs against a plain list: whatever is folded in whatever order, the columns say the same."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.figures import packs
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
    return {
        name: (
            kind,
            names.subjects[table.links[row]],
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
    assert packs.up_to(column, asked) == bytes(code > 0 and 2 * (code - 1) <= asked for code in codes)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_flags_without_others(pairs: list[tuple[bool, bool]]) -> None:
    flags, others = bytes(one for one, _ in pairs), bytes(other for _, other in pairs)
    assert packs.except_for(flags, others) == bytes(one and not other for one, other in pairs)


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
    assert sum(packs.up_to(column, "000999")) == 1000
