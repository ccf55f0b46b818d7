"""Everything sealed that the page of a dossier shows beside its summary, and its open tasks: one query for all.

Four tables in one question, because a page may ask few; nothing is opened here. Plain rows: two hundred of them as
objects of a model cost more than opening them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from kring.support.contacts.log import queries
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.household.queries import place
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
    links: list[HouseholdLink]


_STREAM, _REFERRAL, _TASK, _LINK = 0, 1, 2, 3
_AND_THE_REST = f"""
    UNION ALL SELECT id, lock, lock_version, revision, blob, kind, NULL, NULL, {_REFERRAL}
    FROM support_referralcopy WHERE dossier_id = %s
    UNION ALL SELECT id, '', 0, 0, mac, kind, due_on, NULL, {_TASK}
    FROM support_task WHERE dossier_id = %s AND done_on IS NULL
    UNION ALL SELECT id, lock, lock_version, revision, blob, '', NULL, NULL, {_LINK}
    FROM support_householdlink WHERE one = %s OR other = %s
"""  # noqa: S608  numbers of our own


def of(dossier: str, *, before: date | None, heads: Collection[str], most: int) -> Sealed:
    """The rows of a page; older pages have the stream alone."""
    asked = queries.stream(dossier, before=before, heads=heads, most=most)
    sql, filled = f"SELECT s.*, {_STREAM} FROM ({asked.sql}) s", asked.filled  # noqa: S608  as above
    if before is None:
        sql, filled = sql + _AND_THE_REST, [*filled, dossier, dossier, here := place(dossier), here]
    told = Sealed([], [], [], [])
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        for row_id, lock, version, revision, blob, form, on, of_id, table in cursor:
            if table == _STREAM:
                told.stream.append(Row(row_id, lock, version, revision, blob, form, _day(on), of_id))
            elif table == _REFERRAL:
                told.referral.append(_copy(dossier, row_id, lock, version, revision, blob, form))
            elif table == _LINK:
                told.links.append(HouseholdLink(**_columns(row_id, lock, version, revision, blob)))
            else:
                told.tasks.append(Task(id=row_id, dossier_id=dossier, kind=form, due_on=_day(on)))
    told.tasks.sort(key=lambda task: task.due_on)
    return told


def _copy(dossier: str, row_id: str, lock: str, version: int, revision: int, blob: bytes, kind: str) -> ReferralCopy:
    return ReferralCopy(**_columns(row_id, lock, version, revision, blob), dossier_id=dossier, kind=kind)


def _columns(row_id: str, lock: str, version: int, revision: int, blob: bytes) -> dict[str, Any]:
    return {"id": row_id, "lock": lock, "lock_version": version, "revision": revision, "blob": blob}


def _day(value: Any) -> date:
    """A day out of a raw row: SQLite gives its text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
