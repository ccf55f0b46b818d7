"""Everything sealed that the page of a dossier shows beside its summary, and its open tasks: one query for all.

Three tables in one question, because a page may ask few; nothing is opened here. Plain rows: two hundred of them as
objects of a model cost more than opening them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from kring.support.contacts.log import queries
from kring.support.dossier.models import ReferralCopy, Task


class Row(NamedTuple):
    """One row of the stream, shut. form, on, of_id: as in `ContactRecord`."""

    id: str
    lock: str
    lock_version: int
    revision: int
    blob: bytes
    form: str
    on: date
    of_id: str | None


@dataclass(frozen=True, slots=True)
class Sealed:
    """Rows of one dossier, still shut."""

    stream: list[Row]
    referral: list[ReferralCopy]
    tasks: list[Task]


_STREAM, _REFERRAL, _TASK = 0, 1, 2
_AND_THE_REST = f"""
    UNION ALL SELECT id, lock, lock_version, revision, blob, kind, NULL, NULL, {_REFERRAL}
    FROM support_referralcopy WHERE dossier_id = %s
    UNION ALL SELECT id, '', 0, 0, mac, kind, due_on, NULL, {_TASK}
    FROM support_task WHERE dossier_id = %s AND done_on IS NULL
"""  # noqa: S608  numbers of our own


def of(dossier: str, *, before: date | None, heads: Collection[str], most: int) -> Sealed:
    """The rows of a page; older pages have the stream alone."""
    asked = queries.stream(dossier, before=before, heads=heads, most=most)
    sql, filled = f"SELECT s.*, {_STREAM} FROM ({asked.sql}) s", asked.filled  # noqa: S608  as above
    if before is None:
        sql, filled = sql + _AND_THE_REST, [*filled, dossier, dossier]
    told = Sealed([], [], [])
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        for row_id, lock, version, revision, blob, form, on, of_id, table in cursor:
            if table == _STREAM:
                told.stream.append(Row(row_id, lock, version, revision, blob, form, _day(on), of_id))
            elif table == _REFERRAL:
                told.referral.append(_copy(dossier, row_id, lock, version, revision, blob, form))
            else:
                told.tasks.append(Task(id=row_id, dossier_id=dossier, kind=form, due_on=_day(on)))
    told.tasks.sort(key=lambda task: task.due_on)
    return told


def _copy(dossier: str, row_id: str, lock: str, version: int, revision: int, blob: bytes, kind: str) -> ReferralCopy:
    sealed = {"id": row_id, "lock": lock, "lock_version": version, "revision": revision, "blob": blob}
    return ReferralCopy(**sealed, dossier_id=dossier, kind=kind)


def _day(value: Any) -> date:
    """A day out of a raw row: SQLite gives its text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
