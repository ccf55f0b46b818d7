"""Counting in the packs what is asked (asked.py): a table with who carries what. Pure, and quick on whole columns.

Codes are counted first and put into words afterwards, once for each distinct combination: a hundred thousand rows cost
one pass of C code. What does not live here: opening packs (release.py), what of a table may be shown (showing.py).
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import compress, product
from operator import sub
from statistics import median
from typing import Any

from kring.figures import packs
from kring.figures.asked import (
    Age,
    Among,
    Apart,
    By,
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
    UpTo,
    Words,
    band,
    band_names,
)
from kring.figures.packs import Column, Pack
from kring.figures.packs import Table as Facts
from kring.figures.tables import UNKNOWN, Dim, Table
from kring.protection.tables import Cell

NO_START, NO_END, TOO_FAR = -(10**7), 10**8, 10**6
"""What stands for a date that is not known, and from where a difference tells that one was not."""

type Names = tuple[str, ...]
type Carried = dict[str, int]


@dataclass(frozen=True, slots=True)
class Days:
    """Of how many the days between two dates are known, their mean and their median, in whole days."""

    known: Cell
    mean: int
    median: int


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted. days: when they were asked for and of at least one both dates are known."""

    table: Table
    days: Days | None = None


def count(pack: Pack, asked: Counting) -> Counted:
    """The table that is asked for. Raises ValueError for more than two ways to split."""
    if len(asked.by) > 2:
        raise ValueError("at most two facets at once")
    rows = Rows(pack, asked.of)
    chosen = rows.asked_for(asked)
    ways = [rows.grouped(each.how) for each in asked.by]
    worker = rows.column(asked.worker)
    lines = [_only(codes, chosen) for _, codes in ways]
    carried = list(_only(worker.codes, chosen))
    links = list(_only(rows.links, chosen)) if asked.once else None
    weights = list(_only(rows.numbers(asked.weight), chosen)) if asked.weight else None
    cells, whole = _cells(lines, [groups for groups, _ in ways], carried, links, weights)
    names = ["" if value is None else str(value) for value in worker.values]
    dims = tuple(_dim(by, {key[at] for key in cells}) for at, by in enumerate(asked.by))
    table = {key: _cell(cells.get(key, {}), names) for key in product(*(dim.values for dim in dims))}
    days = rows.days(asked.days, chosen, worker.codes, names) if asked.days else None
    return Counted(Table(dims, table, _cell(whole, names)), days)


def _only(codes: Iterable[int], chosen: bytes | None) -> Iterable[int]:
    return codes if chosen is None else compress(codes, chosen)


def _cells(
    lines: Sequence[Iterable[int]],
    groups: Sequence[Sequence[Names]],
    carried: Sequence[int],
    links: Sequence[int] | None,
    weights: Sequence[int] | None,
) -> tuple[dict[Names, Mapping[int, int]], Mapping[int, int]]:
    """For each combination of groups, and for all of it, how many each worker (by code) carries."""
    found: dict[Names, Counter[int]] = defaultdict(Counter)
    if links is not None:
        seen: dict[Names, dict[int, int]] = defaultdict(dict)
        for (*codes, subject), worker in dict(zip(zip(*lines, links, strict=True), carried, strict=True)).items():
            for key in named(groups, codes):
                seen[key][subject] = worker
        found |= {key: Counter(of.values()) for key, of in seen.items()}
        return dict(found), Counter(dict(zip(links, carried, strict=True)).values())
    counted = _weighed(zip(*lines, carried, strict=True), weights)
    whole: Counter[int] = Counter()
    for (*codes, worker), number in counted.items():
        whole[worker] += number
        for key in named(groups, codes):
            found[key][worker] += number
    return dict(found), whole


def _weighed(keys: Iterable[tuple[int, ...]], weights: Sequence[int] | None) -> Mapping[tuple[int, ...], int]:
    if weights is None:
        return Counter(keys)
    found: Counter[tuple[int, ...]] = Counter()
    for key, weight in zip(keys, weights, strict=True):
        found[key] += weight
    return found


def named(groups: Sequence[Sequence[Names]], codes: Sequence[int]) -> Iterator[Names]:
    """The cells that a row with these codes counts in."""
    return product(*(of[code] for of, code in zip(groups, codes, strict=True)))


def _cell(carried: Mapping[int, int], names: Sequence[str]) -> Cell:
    return Cell({names[worker]: number for worker, number in carried.items() if number})


def _dim(by: By, found: set[str]) -> Dim:
    """The groups that are always shown, then those found beside them, what is not known last."""
    bands = band_names(by.how.bands) if isinstance(by.how, Age | Apart) else ()
    known = by.groups or bands
    beside = sorted(found.difference(known, [UNKNOWN]))
    last = [UNKNOWN] if UNKNOWN in found and UNKNOWN not in known else []
    return Dim(by.name, (*known, *beside, *last), isinstance(by.how, Words | Reached))


class Rows:
    """The facts of one kind, with what is known of their subjects from other kinds."""

    def __init__(self, pack: Pack, kind: str) -> None:
        self.pack, self.kind = pack, kind
        self.table = pack.tables.get(kind) or Facts([], {})
        self.links = self.table.links
        self.number = len(self.links)

    def column(self, of: Field | Carrier | None) -> Column:
        """A value for each row: its own, or its subject's."""
        if of is None:
            return Column([None], bytes(self.number))
        if isinstance(of, Carrier):
            return self._carried(of)
        if of.kind == self.kind:
            return self.table.columns.get(of.name) or Column([None], bytes(self.number))
        other = self.pack.tables.get(of.kind)
        if other is None or of.name not in other.columns:
            return Column([None], bytes(self.number))
        known = other.columns[of.name]
        least = _least(other.links, known.codes, self.pack.subjects)
        codes = least[: self.number] if isinstance(self.links, range) else map(least.__getitem__, self.links)
        return Column(known.values, packs.narrow(list(codes), len(known.values)))

    def _carried(self, of: Carrier) -> Column:
        """Who carries each row on the day: looked up once for each distinct combination."""
        last, stints = self.column(of.last), self.column(of.stints)
        if not any(stints.values):
            return last
        day = None if isinstance(of.on, Field) or of.on is None else of.on.isoformat()
        days = self.column(of.on) if isinstance(of.on, Field) else Column([day], bytes(self.number))
        told = set(zip(last.codes, stints.codes, days.codes, strict=True))
        said = {key: carrier(last.values[key[0]], stints.values[key[1]], days.values[key[2]]) for key in told}
        names = sorted({name for name in said.values() if name is not None})
        code = {name: number for number, name in enumerate(names, start=1)}
        known = {key: code.get(name, 0) if name else 0 for key, name in said.items()}
        codes = map(known.__getitem__, zip(last.codes, stints.codes, days.codes, strict=True))
        return Column([None, *names], packs.narrow(list(codes), len(names) + 1))

    def numbers(self, name: str) -> list[int]:
        """The numbers of a column, 0 where there is none."""
        column = self.column(Field(self.kind, name))
        values = [value or 0 for value in column.values]
        return [values[code] for code in column.codes]

    def asked_for(self, asked: Counting) -> bytes | None:
        """One byte a row: 1 where the conditions and the filters hold; None when there are none."""
        return self.chosen((*asked.where, *(Among(each.by.how, each.groups) for each in asked.only)))

    def chosen(self, where: Sequence[Condition]) -> bytes | None:
        """One byte a row: 1 where every condition holds; None when there is none."""
        return reduce(packs.both, map(self.holds, where)) if where else None

    def holds(self, condition: Condition) -> bytes:
        """One byte a row: 1 where this condition holds."""
        match condition:
            case UpTo(of, on):
                return packs.up_to(self.column(of), on.isoformat())
            case From(of, on):
                column = self.column(of)
                return packs.except_for(packs.there(column), packs.below(column, on.isoformat()))
            case Not(this):
                return packs.except_for(bytes([1]) * self.number, self.holds(this))
            case Among(how, wanted):
                groups, codes = self.grouped(how)
                is_in = [not wanted.isdisjoint(names) for names in groups]
                return bytes(map(is_in.__getitem__, codes))

    def grouped(self, how: How) -> tuple[Sequence[Names], Sequence[int]]:
        """The groups of each code, and a code for each row."""
        match how:
            case Plain(of, names, rest):
                column = self.column(of)
                return [_plain(value, names, rest) for value in column.values], column.codes
            case Words(of):
                column = self.column(of)
                return [tuple(str(value or UNKNOWN).split()) for value in column.values], column.codes
            case Dated(of, piece):
                column = self.column(of)
                return [(_piece(value, piece) if value else UNKNOWN,) for value in column.values], column.codes
            case Age(born, at, bands):
                start = self._numbers(born, NO_START, int)
                return _banded(self._differences(start, self._end(at, _year)), bands)
            case Apart(_, _, bands):
                return _banded(self._apart(how), bands)
            case Reached(steps, by, nothing):
                return self._reached(steps, by, nothing)

    def _reached(
        self, steps: Sequence[tuple[str, Field]], by: date, nothing: str
    ) -> tuple[Sequence[Names], Sequence[int]]:
        """A bit for each step: what was done together is one code."""
        done = [packs.up_to(self.column(of), by.isoformat()) for _, of in steps]
        codes = [sum(flag << at for at, flag in enumerate(flags)) for flags in zip(*done, strict=True)]
        names = [name for name, _ in steps]
        groups = [
            tuple(name for at, name in enumerate(names) if code >> at & 1) or (nothing,)
            for code in range(1 << len(names))
        ]
        return groups, codes

    def days(self, apart: Apart, chosen: bytes | None, workers: Iterable[int], names: Sequence[str]) -> Days | None:
        """Mean and median of the days that are known."""
        pairs = zip(_only(self._apart(apart), chosen), _only(workers, chosen), strict=True)
        known = [(max(0, days), worker) for days, worker in pairs if days < TOO_FAR]
        if not known:
            return None
        numbers = [days for days, _ in known]
        carried = _cell(Counter(worker for _, worker in known), names)
        return Days(carried, round(sum(numbers) / len(numbers)), round(median(numbers)))

    def _apart(self, how: Apart) -> list[int]:
        return self._differences(self._numbers(how.start, NO_START, _ordinal), self._end(how.end, _ordinal))

    def _end(self, end: Field | date, number: Any) -> Iterable[int]:
        if isinstance(end, date):
            return [number(end.isoformat())] * self.number
        return self._numbers(end, NO_END, number)

    def _numbers(self, of: Field, missing: int, number: Any) -> Iterable[int]:
        column = self.column(of)
        values = [missing if value is None else number(value) for value in column.values]
        return map(values.__getitem__, column.codes)

    @staticmethod
    def _differences(start: Iterable[int], end: Iterable[int]) -> list[int]:
        return list(map(sub, end, start))


def _least(links: Sequence[int], codes: Sequence[int], subjects: int) -> Sequence[int]:
    """The least code of each subject; codes sort as their values do, and 0 says nothing."""
    if isinstance(links, range) and len(links) == subjects:
        return codes
    least = array("I", bytes(4 * subjects))
    for subject, code in zip(links, codes, strict=True):
        if code and not 0 < least[subject] <= code:
            least[subject] = code
    return least


def _banded(differences: list[int], bands: tuple[int, ...]) -> tuple[list[Names], list[int]]:
    distinct = sorted(set(differences))
    number = {difference: code for code, difference in enumerate(distinct)}
    groups: list[Names] = [(band(each, bands) if each < TOO_FAR else UNKNOWN,) for each in distinct]
    return groups, list(map(number.__getitem__, differences))


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
