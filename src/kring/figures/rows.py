"""The facts of one kind as columns, with what is known of their subjects from other kinds. Pure.

What does not live here: adding up (counting.py), what is asked (asked.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any

import numpy as np

from kring.figures.asked import (
    Age,
    Among,
    Apart,
    Carrier,
    Condition,
    Counting,
    Dated,
    Field,
    From,
    How,
    Not,
    Piece,
    Plain,
    Reached,
    Times,
    UpTo,
    Words,
    band,
)
from kring.figures.columns import Flags, Numbers, Said, apart
from kring.figures.packs import Codes, Pack, as_codes
from kring.figures.packs import Table as Facts
from kring.figures.tables import UNKNOWN

NO_START, NO_END, TOO_FAR = -(10**7), 10**8, 10**6
"""What stands for a date that is not known, and from where a difference tells that one was not."""

type Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """For each row a code, and for each code the groups it stands in."""

    groups: Sequence[Names]
    codes: Codes


class Rows:
    """The facts of one kind in a pack; every column is as long as there are rows."""

    def __init__(self, pack: Pack, kind: str) -> None:
        self.pack, self.kind = pack, kind
        self.table = pack.tables.get(kind) or Facts([], {})
        self.links = as_codes(self.table.links)
        self.number = len(self.links)

    def column(self, of: Field | Carrier | None) -> Said:
        """A value for each row: its own, or the least of its subject's."""
        if isinstance(of, Carrier):
            return self._carried(of)
        table = self.pack.tables.get(of.kind) if of else None
        if of is None or table is None or of.name not in table.columns:
            return Said.nothing(self.number)
        said = Said.of(table.columns[of.name])
        if of.kind == self.kind:
            return said
        return Said(said.values, _least(as_codes(table.links), said.codes, self.pack.subjects)[self.links])

    def numbers(self, name: str) -> Numbers:
        """The numbers of a column, 0 where there is none."""
        column = self.column(Field(self.kind, name))
        return column.numbers([value or 0 for value in column.values])

    def asked_for(self, asked: Counting) -> Flags | None:
        """Where the conditions and the filters hold; None when there are none."""
        where = (*asked.where, *(Among(each.by.how, each.groups) for each in asked.only))
        return reduce(np.logical_and, map(self.holds, where)) if where else None

    def holds(self, condition: Condition) -> Flags:
        """Where this condition holds."""
        match condition:
            case UpTo(of, on):
                return self.column(of).up_to(on.isoformat())
            case From(of, on):
                column = self.column(of)
                return np.asarray(column.there() & ~column.below(on.isoformat()))
            case Not(this):
                return np.asarray(~self.holds(this))
            case Among(how, wanted):
                found = self.grouped(how)
                return np.asarray(np.array([not wanted.isdisjoint(names) for names in found.groups])[found.codes])

    def grouped(self, how: How) -> Grouped:
        """A code for each row, and the groups of each code."""
        match how:
            case Plain(of, names, rest):
                column = self.column(of)
                return Grouped([_plain(value, names, rest) for value in column.values], column.codes)
            case Words(of):
                column = self.column(of)
                return Grouped([tuple(str(value or UNKNOWN).split()) for value in column.values], column.codes)
            case Dated(of, piece):
                column = self.column(of)
                said = [(_piece(value, piece) if value else UNKNOWN,) for value in column.values]
                return Grouped(said, column.codes)
            case Age(born, at, bands):
                return _banded(self._end(at, _year) - self._begin(born, int), bands)
            case Apart(_, _, bands):
                return _banded(self.days_apart(how), bands)
            case Reached(steps, by, nothing):
                return self._reached(steps, by, nothing)
            case Times(of, since, until, bands):
                return _banded(self._times(of, since, until), bands)

    def days_apart(self, how: Apart) -> Numbers:
        """Days from one date to the other; at least `TOO_FAR` where one is not known."""
        return self._end(how.end, _ordinal) - self._begin(how.start, _ordinal)

    def _times(self, of: Field, since: date | None, until: date) -> Numbers:
        others = Rows(self.pack, of.kind)
        there = others.holds(UpTo(of, until))
        if since is not None:
            there = there & others.holds(From(of, since))
        found = np.bincount(others.links[there], minlength=self.pack.subjects)
        return np.asarray(found[self.links], np.int64)

    def _reached(self, steps: Sequence[tuple[str, Field]], by: date, nothing: str) -> Grouped:
        """A bit for each step: what was done together is one code."""
        codes = np.zeros(self.number, np.int64)
        for at, (_, of) in enumerate(steps):
            codes |= self.column(of).up_to(by.isoformat()).astype(np.int64) << at
        names = [name for name, _ in steps]
        return Grouped(
            [
                tuple(name for at, name in enumerate(names) if code >> at & 1) or (nothing,)
                for code in range(1 << len(names))
            ],
            codes,
        )

    def _carried(self, of: Carrier) -> Said:
        """Who carries each row on the day: looked up once for each distinct combination."""
        last, stints = self.column(of.last), self.column(of.stints)
        if not any(stints.values):
            return last
        day = None if isinstance(of.on, Field) or of.on is None else of.on.isoformat()
        days = self.column(of.on) if isinstance(of.on, Field) else Said.nothing(self.number, day)
        keys, which = apart([last.codes, stints.codes, days.codes], self.number)
        said = [carrier(last.values[one], stints.values[two], days.values[three]) for one, two, three in keys]
        names = sorted({name for name in said if name is not None})
        code = {name: number for number, name in enumerate(names, start=1)}
        known = np.array([code[name] if name else 0 for name in said], np.int64)
        return Said([None, *names], known[which])

    def _begin(self, of: Field, number: Any) -> Numbers:
        return self._numbers(of, NO_START, number)

    def _end(self, end: Field | date, number: Any) -> Numbers:
        if isinstance(end, date):
            return np.full(self.number, number(end.isoformat()), np.int64)
        return self._numbers(end, NO_END, number)

    def _numbers(self, of: Field, missing: int, number: Any) -> Numbers:
        column = self.column(of)
        return column.numbers([missing if value is None else number(value) for value in column.values])


def _least(links: Codes, codes: Codes, subjects: int) -> Codes:
    """The least code of each subject; codes sort as their values do, and 0 says nothing."""
    none = int(codes.max(initial=0)) + 1
    least, said = np.full(subjects, none, np.int64), np.where(codes > 0, codes, none)
    if len(links) and (links[:-1] <= links[1:]).all():  # as folding leaves them: a dozen times as quick
        starts = np.flatnonzero(np.concatenate([[True], links[1:] != links[:-1]]))
        least[links[starts]] = np.minimum.reduceat(said, starts)
    else:
        np.minimum.at(least, links, said)
    return np.asarray(np.where(least == none, 0, least))


def _banded(differences: Numbers, bands: tuple[int, ...]) -> Grouped:
    distinct, codes = np.unique(differences, return_inverse=True)
    groups: list[Names] = [(band(each, bands) if each < TOO_FAR else UNKNOWN,) for each in distinct.tolist()]
    return Grouped(groups, codes)


def carrier(last: str | None, stints: str | None, on: str | None) -> str | None:
    """Who of the stints carries on a day: the last that began by then; the first where no day is given."""
    told = [one.rpartition("@")[::2] for one in (stints or "").split()]
    if not told:
        return last
    begun = [who for who, since in told if on and since <= on]
    return begun[-1] if begun else told[0][0]


def _plain(value: Any, names: Mapping[str, str], rest: str | None) -> Names:
    if value is None or value == "":
        return (UNKNOWN,)
    said = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    return (names.get(said, said if rest is None else rest),)


def _piece(value: str, piece: Piece) -> str:
    year, month = int(value[:4]), int(value[5:7])
    match piece:
        case Piece.YEAR:
            return f"{year}"
        case Piece.QUARTER:
            return f"{year}-Q{(month + 2) // 3}"
        case Piece.MONTH:
            return f"{year}-{month:02}"
        case Piece.SCHOOL_YEAR:
            return f"{year}-{year + 1}" if month > 8 else f"{year - 1}-{year}"


def _ordinal(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def _year(value: str) -> int:
    return int(value[:4])
