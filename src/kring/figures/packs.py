"""Folded facts as columns: dictionary-coded, a few bytes a fact, quick to count in. Pure functions, no keys.

Within a column codes sort as their values do; code 0 stands for "not said". As bytes: vault/packing.py.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kring.figures.alike import Alike

type Codes = NDArray[np.integer[Any]]

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

    facts: dict[str, Alike] = field(default_factory=dict)
    subjects: Alike = field(default_factory=lambda: Alike(LINK))


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
    where = {name: kind for kind, found in names.facts.items() for _, name in found.where(wanted)}
    known = {link: number for number, link in names.subjects.where(linked)}
    subjects = Alike(LINK, names.subjects.held)
    for fact in said:
        if fact.name in where:
            growing[where.pop(fact.name)].gone.add(fact.name)
        if fact.kind:
            if fact.link not in known:
                known[fact.link] = len(subjects)
                subjects.append(fact.link)
            table = growing.setdefault(fact.kind, _Growing(Table([], {}), Alike(NAME)))
            table.append(fact, known[fact.link])
            where[fact.name] = fact.kind
    return _settle({kind: table for kind, table in growing.items() if table.finish()}, subjects)


def _settle(tables: dict[str, "_Growing"], subjects: Alike) -> tuple[Pack, Names]:
    """Number the subjects anew, without those of whom nothing is left, and put the rows in their order."""
    used = np.zeros(len(subjects), np.uint32)
    for table in tables.values():
        used[as_codes(table.links)] = 1
    moved = np.cumsum(used, dtype=np.uint32) - used
    pack, names = Pack(int(used.sum())), Names(subjects=subjects.taken(used > 0))
    for kind, table in tables.items():
        links = _codes(moved[as_codes(table.links)])
        order = _order(links)
        columns = {name: _sorted(column, order) for name, column in table.columns.items()}
        pack.tables[kind] = Table(_ordered(links, order), columns)
        names.facts[kind] = table.names if order is None else table.names.taken(order)
    return pack, names


class _Growing:
    """One table while facts are added."""

    def __init__(self, table: Table, names: Alike) -> None:
        self.links = _codes(as_codes(table.links))
        self.names = Alike(NAME, names.held)
        self.columns = {
            name: Column(list(column.values), _codes(as_codes(column.codes))) for name, column in table.columns.items()
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
            stays = np.ones(len(self.names), bool)
            stays[[place for place, _ in self.names.where(self.gone) if place < self.kept]] = False
            self.links, self.names = _codes(as_codes(self.links)[stays]), self.names.taken(stays)
            for column in self.columns.values():
                column.codes = _codes(as_codes(column.codes)[stays])
        return len(self.names) > 0


def _key(value: Any) -> tuple[str, Any]:
    """Tells True from 1."""
    return type(value).__name__, value


def _numbered(values: Iterable[Any]) -> dict[tuple[str, Any], int]:
    return {_key(value): code for code, value in enumerate(values)}


def _order(links: Sequence[int]) -> Codes | None:
    """The rows by subject; None where they stand so already."""
    subjects = as_codes(links)
    if (subjects[:-1] <= subjects[1:]).all():
        return None
    return np.argsort(subjects, kind="stable")


def _ordered(codes: Sequence[int], order: Codes | None) -> Sequence[int]:
    return codes if order is None else _codes(as_codes(codes)[order])


def _sorted(column: Column, order: Codes | None) -> Column:
    """The column in this order of rows, its values sorted, without those nobody says any more."""
    said = set(np.flatnonzero(np.bincount(as_codes(column.codes))).tolist()) - {0}
    codes = [0, *sorted(said, key=lambda code: _key(column.values[code]))]
    rows = _ordered(column.codes, order)
    if codes == list(range(len(column.values))):
        return Column(column.values, rows)
    new = np.zeros(len(column.values), np.uint32)
    new[codes] = np.arange(len(codes))
    return Column([column.values[code] for code in codes], _codes(new[as_codes(rows)]))


def as_codes(codes: Sequence[int]) -> Codes:
    """Codes as an array; those of a pack are not copied."""
    if isinstance(codes, range):
        return np.arange(codes.start, codes.stop, codes.step)
    if isinstance(codes, bytes | bytearray):
        return np.frombuffer(codes, np.uint8) if codes else np.zeros(0, np.uint8)
    if isinstance(codes, array):
        return np.frombuffer(codes, codes.typecode) if codes else np.zeros(0, np.int64)
    return np.array(codes, np.int64)


def _codes(codes: Codes, kind: str = "I") -> "array[int]":
    held = array(kind)
    held.frombytes(codes.astype(kind).tobytes())
    return held


def narrow(codes: Sequence[int], limit: int) -> "array[int]":
    """The codes in the fewest bytes each that hold numbers below this."""
    kind = next(kind for kind, most in WIDTHS if limit <= most)
    return codes if isinstance(codes, array) and codes.typecode == kind else _codes(as_codes(codes), kind)


def little(codes: "array[int]") -> "array[int]":
    """Codes as they are written: the low byte first."""
    if sys.byteorder == "big":
        codes = codes[:]
        codes.byteswap()
    return codes
