"""Folded facts as columns: dictionary-coded, a few bytes a fact, quick to count in. Pure functions, no keys.

Within a column codes sort as their values do; code 0 stands for "not said". As bytes: vault/packing.py.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, compress, islice
from operator import le
from typing import Any

NAME = 10
"""Bytes of a fact's id that are kept: enough to know it again among millions."""
LINK = 8
WIDTHS = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))


@dataclass(slots=True)
class Column:
    """Distinct values, of which the first is None, and a code for each row."""

    values: list[Any]
    codes: Sequence[int]


@dataclass(slots=True)
class Table:
    """All facts of one kind. `links`: for each row, which subject it is of."""

    links: Sequence[int]
    columns: dict[str, Column]


@dataclass(slots=True)
class Pack:
    """Tables by kind, over so many subjects."""

    subjects: int = 0
    tables: dict[str, Table] = field(default_factory=dict)


@dataclass(slots=True)
class Names:
    """Ids of facts by kind, in the order of the rows, and the pseudonyms of the subjects."""

    facts: dict[str, list[bytes]] = field(default_factory=dict)
    subjects: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Opened:
    """A fact as it was written; `kind` is empty when it was taken back."""

    name: bytes
    kind: str = ""
    link: bytes = b""
    said: dict[str, Any] = field(default_factory=dict)


def fold(pack: Pack, names: Names, facts: Iterable[Opened]) -> tuple[Pack, Names]:
    """The pack with these facts in it: new ones added, earlier ones of the same name replaced or taken out.

    Within `facts` each name occurs once. Only what these facts name is looked up: what lies there is never held twice.
    """
    said = list(facts)
    growing = {kind: _Growing(table, names.facts[kind]) for kind, table in pack.tables.items()}
    wanted, linked = {fact.name for fact in said}, {fact.link for fact in said}
    where = {name: kind for kind, found in names.facts.items() for name in found if name in wanted}
    known = {link: number for number, link in enumerate(names.subjects) if link in linked}
    subjects = list(names.subjects)
    for fact in said:
        if fact.name in where:
            growing[where.pop(fact.name)].gone.add(fact.name)
        if fact.kind:
            if fact.link not in known:
                known[fact.link] = len(subjects)
                subjects.append(fact.link)
            table = growing.setdefault(fact.kind, _Growing(Table([], {}), []))
            table.append(fact, known[fact.link])
            where[fact.name] = fact.kind
    return _settle({kind: table for kind, table in growing.items() if table.finish()}, subjects)


def _settle(tables: dict[str, "_Growing"], subjects: list[bytes]) -> tuple[Pack, Names]:
    """Number the subjects anew, without those of whom nothing is left, and put the rows in their order."""
    used = bytearray(len(subjects))
    for table in tables.values():
        for link in table.links:
            used[link] = 1
    moved = array("I", accumulate(used, initial=0))
    pack, names = Pack(moved[-1]), Names(subjects=list(compress(subjects, used)))
    for kind, table in tables.items():
        links = array("I", map(moved.__getitem__, table.links))
        order = _order(links)
        columns = {name: _sorted(column, order) for name, column in table.columns.items()}
        pack.tables[kind] = Table(_ordered(links, order), columns)
        names.facts[kind] = table.names if order is None else [table.names[row] for row in order]
    return pack, names


class _Growing:
    """One table while facts are added."""

    def __init__(self, table: Table, names: list[bytes]) -> None:
        self.links = array("I", table.links)
        self.names = list(names)
        self.columns = {
            name: Column(list(column.values), array("I", column.codes)) for name, column in table.columns.items()
        }
        self.codes = {name: _numbered(column.values) for name, column in self.columns.items()}
        self.gone: set[bytes] = set()
        self.kept = len(names)

    def append(self, fact: Opened, link: int) -> None:
        """Add a row; a field nobody spoke of before is empty in the rows above."""
        for name in fact.said.keys() - self.columns.keys():
            self.columns[name] = Column([None], array("I", [0]) * len(self.names))
            self.codes[name] = _numbered([None])
        for name, column in self.columns.items():
            known, value = self.codes[name], fact.said.get(name)
            code = known.setdefault(_key(value), len(column.values))
            if code == len(column.values):
                column.values.append(value)
            column.codes.append(code)  # type: ignore[attr-defined]  # an array while growing
        self.names.append(fact.name)
        self.links.append(link)

    def finish(self) -> bool:
        """Take out the rows that were replaced; whether any row is left."""
        if self.gone:
            stays = bytearray(name not in self.gone for name in self.names[: self.kept])
            stays += b"\1" * (len(self.names) - self.kept)
            self.links, self.names = array("I", compress(self.links, stays)), list(compress(self.names, stays))
            for column in self.columns.values():
                column.codes = array("I", compress(column.codes, stays))
        return bool(self.names)


def _key(value: Any) -> tuple[str, Any]:
    """Tells True from 1."""
    return type(value).__name__, value


def _numbered(values: Iterable[Any]) -> dict[tuple[str, Any], int]:
    return {_key(value): code for code, value in enumerate(values)}


def _order(links: "array[int]") -> list[int] | None:
    """The rows by subject; None where they stand so already."""
    if all(map(le, links, islice(links, 1, None))):
        return None
    return sorted(range(len(links)), key=links.__getitem__)


def _ordered(codes: Sequence[int], order: list[int] | None) -> Sequence[int]:
    return codes if order is None else array("I", map(codes.__getitem__, order))


def _sorted(column: Column, order: list[int] | None) -> Column:
    """The column in this order of rows, its values sorted, without those nobody says any more."""
    said = set(column.codes) - {0}
    codes = [0, *sorted(said, key=lambda code: _key(column.values[code]))]
    rows = _ordered(column.codes, order)
    if codes == list(range(len(column.values))):
        return Column(column.values, rows)
    new = {code: place for place, code in enumerate(codes)}
    return Column([column.values[code] for code in codes], array("I", map(new.__getitem__, rows)))


def narrow(codes: Sequence[int], limit: int) -> "array[int]":
    """The codes in the fewest bytes each that hold numbers below this."""
    kind = next(kind for kind, most in WIDTHS if limit <= most)
    return codes if isinstance(codes, array) and codes.typecode == kind else array(kind, codes)


def little(codes: "array[int]") -> "array[int]":
    """Codes as they are written: the low byte first."""
    if sys.byteorder == "big":
        codes = codes[:]
        codes.byteswap()
    return codes
