"""Where each case lies in a table that is asked for: by this, tables of the same cases are linked. Pure.

A case is a subject, or a row of its kind where a subject has several. What does not live here: counting, what is shown.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, repeat

from kring.figures.asked import Counting
from kring.figures.counting import Rows, named
from kring.figures.packs import Pack
from kring.protection.tables import Place

SUBJECTS = ""
"""The cases that all kinds with one row a subject have in common."""
type Finest = tuple[Place, ...]
"""The cells a case is counted in: one, or several where groups overlap."""


@dataclass(frozen=True, slots=True)
class Lying:
    """codes: for each case 0, or which of the `finest` (from 1) it lies in. workers: for each, which of `names`."""

    finest: tuple[Finest, ...]
    codes: Sequence[int]
    names: tuple[str, ...]
    workers: Sequence[int]

    def counted(self) -> dict[Finest, dict[str, int]]:
        """How many each worker carries of each."""
        found: dict[Finest, dict[str, int]] = {}
        for (code, worker), number in Counter(zip(self.codes, self.workers, strict=True)).items():
            if code:
                by = found.setdefault(self.finest[code - 1], {})
                by[self.names[worker]] = by.get(self.names[worker], 0) + number
        return found

    def there(self) -> int:
        """A bit pattern of the cases that are counted."""
        return int.from_bytes(bytes(map(bool, self.codes)))


def universe(pack: Pack, asked: Counting) -> str:
    """Which cases are counted: tables of different universes have none in common."""
    table = pack.tables.get(asked.of)
    once = asked.once or table is None or len(set(table.links)) == len(table.links)
    return SUBJECTS if once else asked.of


def lie(pack: Pack, asked: Counting) -> Lying:
    """Where each case lies; of a subject with several rows, in all their cells together."""
    rows = Rows(pack, asked.of)
    chosen = rows.asked_for(asked)
    ways = [rows.grouped(each.how) for each in asked.by]
    worker = rows.column(asked.worker)
    names = tuple("" if value is None else str(value) for value in worker.values)
    finest, codes = _finest([groups for groups, _ in ways], [some for _, some in ways], chosen, rows.number)
    if universe(pack, asked) != SUBJECTS:
        return Lying(tuple(finest), codes, names, worker.codes)
    if isinstance(rows.links, range) and len(rows.links) == pack.subjects:
        return Lying(tuple(finest), codes, names, worker.codes)
    return _of_subjects(finest, codes, names, worker.codes, rows.links, pack.subjects)


def _finest(
    groups: Sequence[Sequence[tuple[str, ...]]], lines: Sequence[Iterable[int]], chosen: bytes | None, number: int
) -> tuple[list[Finest], list[int]]:
    """The distinct sets of cells, and for each row which one, 0 where it is not chosen."""
    keys: Iterable[tuple[int, ...]] = zip(*lines, strict=True) if lines else repeat((), number)
    numbered: dict[Finest, int] = {}
    known: dict[tuple[int, ...], int] = {}
    codes = array("I", bytes(4 * number))
    for row, key in compress(enumerate(keys), chosen) if chosen is not None else enumerate(keys):
        code = known.get(key)
        if code is None:
            cells = tuple(sorted(named(groups, key)))
            code = known[key] = numbered.setdefault(cells, len(numbered) + 1)
        codes[row] = code
    return list(numbered), codes  # type: ignore[return-value]  # an array is as good


def _of_subjects(
    finest: list[Finest],
    codes: Sequence[int],
    names: tuple[str, ...],
    workers: Sequence[int],
    links: Sequence[int],
    subjects: int,
) -> Lying:
    """The same by subject."""
    found, carried = array("I", bytes(4 * subjects)), array("I", bytes(4 * subjects))
    numbered = {cells: code for code, cells in enumerate(finest, start=1)}
    for link, code, worker in zip(links, codes, workers, strict=True):
        if code:
            before = found[link]
            both = tuple(sorted({*finest[before - 1], *finest[code - 1]})) if before else finest[code - 1]
            found[link], carried[link] = numbered.setdefault(both, len(numbered) + 1), worker
            finest += [both] * (found[link] > len(finest))
    return Lying(tuple(finest), found, names, carried)
