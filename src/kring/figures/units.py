"""Where each case lies in a table that is asked for: by this, tables of the same cases are linked. Pure.

A case is a subject, or a row of its kind where a subject has several. What does not live here: counting, what is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from kring.figures.asked import Counting
from kring.figures.columns import Numbers, added, apart
from kring.figures.counting import named
from kring.figures.packs import Codes, Pack, as_codes
from kring.figures.rows import Grouped, Rows
from kring.protection.tables import Place

SUBJECTS = ""
"""The cases that all kinds with one row a subject have in common."""
type Finest = tuple[Place, ...]
"""The cells a case is counted in: one, or several where groups overlap."""


@dataclass(frozen=True, slots=True)
class Lying:
    """codes: for each case 0, or which of the `finest` (from 1) it lies in. workers: for each, which of `names`.

    Both in the fewest bytes: one of a large town is kept for every answer of before while a question is looked at.
    """

    finest: tuple[Finest, ...]
    codes: Codes
    names: tuple[str, ...]
    workers: Codes

    @classmethod
    def slim(cls, finest: tuple[Finest, ...], codes: Numbers, names: tuple[str, ...], workers: Numbers) -> Self:
        """With codes in the fewest bytes."""
        small = (codes.astype(np.min_scalar_type(len(finest))), workers.astype(np.min_scalar_type(len(names))))
        return cls(finest, small[0], names, small[1])

    def counted(self) -> dict[Finest, dict[str, int]]:
        """How many each worker carries of each."""
        found: dict[Finest, dict[str, int]] = {}
        keys = self.codes.astype(np.int64) * len(self.names) + self.workers
        for key, number in added(keys, (len(self.finest) + 1) * len(self.names)):
            code, who = divmod(key, len(self.names))
            if code:
                by = found.setdefault(self.finest[code - 1], {})
                by[self.names[who]] = by.get(self.names[who], 0) + number
        return found

    def there(self) -> int:
        """A bit pattern of the cases that are counted."""
        return int.from_bytes(np.packbits(self.codes > 0).tobytes())


def universe(pack: Pack, asked: Counting) -> str:
    """Which cases are counted: tables of different universes have none in common."""
    return SUBJECTS if asked.once or _once(pack, asked.of) else asked.of


def lie(pack: Pack, asked: Counting) -> Lying:
    """Where each case lies; of a subject with several rows, in all their cells together."""
    rows = Rows(pack, asked.of)
    chosen = rows.asked_for(asked)
    here = np.arange(rows.number) if chosen is None else np.flatnonzero(chosen)
    worker = rows.column(asked.worker)
    names = tuple("" if value is None else str(value) for value in worker.values)
    finest, lain = _finest([rows.grouped(each.how) for each in asked.by], here)
    codes, workers = np.zeros(rows.number, np.int64), worker.codes.astype(np.int64)
    codes[here] = lain
    if universe(pack, asked) != SUBJECTS:
        return Lying.slim(finest, codes, names, workers)
    if not _once(pack, asked.of):
        finest, codes, workers = _together(finest, codes, workers, rows.links.tolist(), pack.subjects)
        return Lying.slim(finest, codes, names, workers)
    by_subject, carried = np.zeros(pack.subjects, np.int64), np.zeros(pack.subjects, np.int64)
    by_subject[rows.links], carried[rows.links] = codes, workers
    return Lying.slim(finest, by_subject, names, carried)


def _once(pack: Pack, kind: str) -> bool:
    """Whether a subject has at most one row of this kind; rows stand by subject."""
    table = pack.tables.get(kind)
    return table is None or bool((np.diff(as_codes(table.links)) > 0).all())


def _finest(ways: Sequence[Grouped], here: Numbers) -> tuple[tuple[Finest, ...], Numbers]:
    """The distinct sets of cells, and for each of these rows which one, from 1."""
    keys, which = apart([way.codes[here] for way in ways], len(here))
    groups = [way.groups for way in ways]
    lain = [tuple(sorted(named(groups, key))) for key in keys]
    finest = tuple(sorted(set(lain)))
    number = {cells: code for code, cells in enumerate(finest, start=1)}
    return finest, np.array([number[cells] for cells in lain], np.int64)[which]


def _together(
    finest: Sequence[Finest], codes: Numbers, workers: Numbers, links: Sequence[int], subjects: int
) -> tuple[tuple[Finest, ...], Numbers, Numbers]:
    """The same by subject, where one has several rows."""
    cells: dict[int, set[Place]] = {}
    carried = np.zeros(subjects, np.int64)
    for link, code, worker in zip(links, codes.tolist(), workers.tolist(), strict=True):
        if code:
            cells.setdefault(link, set()).update(finest[code - 1])
            carried[link] = worker
    lain = {link: tuple(sorted(some)) for link, some in cells.items()}
    found = tuple(sorted(set(lain.values())))
    number = {some: code for code, some in enumerate(found, start=1)}
    by_subject = np.zeros(subjects, np.int64)
    by_subject[list(lain)] = [number[some] for some in lain.values()]
    return found, by_subject, carried
