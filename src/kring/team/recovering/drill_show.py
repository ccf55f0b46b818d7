"""A record of a drill as people read it: the day, the two, the minutes, what went wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from kring.team import queries
from kring.team.recovering.models import RecoveryDrill, Wrong


@dataclass(frozen=True, slots=True)
class Record:
    """One line. minutes: from the beginning to the opened lock, or to the end where it did not open."""

    at: datetime
    first: str
    second: str
    minutes: int
    worked: bool
    misses: int
    wrong: tuple[str | Promise, ...]


def told(rows: Iterable[RecoveryDrill]) -> list[Record]:
    """The records in the given order; two questions, whatever their number."""
    found = list(rows)
    people = queries.colleagues({who for row in found for who in (row.first, row.second)})
    names = {who: one.name for who, one in people.items()}
    return [_record(row, names) for row in found]


def _record(row: RecoveryDrill, names: Mapping[str, str]) -> Record:
    until = row.opened_at or row.ended_at or row.begun_at
    return Record(
        at=row.begun_at,
        first=names.get(row.first, ""),
        second=names.get(row.second, ""),
        minutes=max(1, round((until - row.begun_at).total_seconds() / 60)),
        worked=row.opened_at is not None,
        misses=row.misses,
        wrong=tuple(one.label for one in Wrong if one.value in row.went_wrong.split()),
    )
