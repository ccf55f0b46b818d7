"""What was answered to everybody: the question, what stays hidden of it, how its cases lay. As bytes, and back. Pure.

No case is named: of a question its groups are kept with how much each worker carried, so erasing a case takes nothing
out that could lead to it. Which cases are meant is counted anew in the facts of the day (`linking.py`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kring.figures import asked as asked_
from kring.figures.asked import Counting
from kring.figures.counting import Counted
from kring.figures.tables import Dim
from kring.figures.units import Finest
from kring.protection.tables import Place

VERSION = 1
KNOWN = {name: kind for name, kind in vars(asked_).items() if isinstance(kind, type) and is_dataclass(kind)}


@dataclass(frozen=True, slots=True)
class Body:
    """asked: the question. dims: its groups then. finest: how much each worker carried of each then."""

    asked: Counting
    dims: tuple[Dim, ...]
    finest: Mapping[Finest, Mapping[str, int]]


@dataclass(frozen=True)
class Told:
    """One answered table. of: what the same question of the same counts is known by. hidden: places, margins too.

    universe: of which cases it is. raw: the rest, read when it is needed.
    """

    of: str
    universe: str
    hidden: frozenset[Place]
    raw: str

    @cached_property
    def body(self) -> Body:
        """What it takes to link it."""
        asked, dims, finest = json.loads(self.raw)
        return Body(
            _read(asked),
            tuple(Dim(name, tuple(values), overlapping) for name, values, overlapping in dims),
            {tuple(map(tuple, cells)): by for cells, by in finest},
        )


def told(
    asked: Counting, counted: Counted, *, universe: str, hidden: frozenset[Place], finest: Mapping[Finest, Any]
) -> Told:
    """An answer as it is kept."""
    dims = [[dim.name, dim.values, dim.overlapping] for dim in counted.table.dims]
    raw = _said([_plain(asked), dims, [[cells, by] for cells, by in finest.items()]])
    return Told(known_by(asked, counted), universe, hidden, raw)


def known_by(asked: Counting, counted: Counted) -> str:
    """The same for the same question of the same counts."""
    counts = [[at, cell.count] for at, cell in counted.table.cells.items()]
    return _said([_plain(asked), counts, counted.table.whole.count])


def dump(all_told: Iterable[Told]) -> bytes:
    """All of it as bytes."""
    return _said([VERSION, [[one.of, one.universe, sorted(one.hidden), one.raw] for one in all_told]]).encode()


def load(raw: bytes) -> list[Told]:
    """What `dump` wrote. Raises ValueError when it is of another version."""
    version, found = json.loads(raw)
    if version != VERSION:
        raise ValueError("memory of another version")
    return [Told(of, universe, frozenset(map(tuple, hidden)), body) for of, universe, hidden, body in found]


def _said(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A question as JSON knows it: classes, days, sets and maps say what they are."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__, **{one.name: _plain(getattr(value, one.name)) for one in fields(value)}}
    if isinstance(value, date):
        return {"is": "day", "on": value.isoformat()}
    if isinstance(value, frozenset):
        return {"is": "set", "of": sorted(value)}
    if isinstance(value, Mapping):
        return {"is": "map", "of": sorted(value.items())}
    return list(map(_plain, value)) if isinstance(value, Sequence) and not isinstance(value, str) else value


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_read, value))
    if not isinstance(value, dict):
        return value
    match value.pop("is"):
        case "day":
            return date.fromisoformat(value["on"])
        case "set":
            return frozenset(value["of"])
        case "map":
            return dict(value["of"])
        case kind:
            return KNOWN[kind](**{name: _read(part) for name, part in value.items()})
