"""What the page of a dossier shows beside its summary, still sealed: its open tasks too, and who holds which part.

Seven looks in one question, because a page may ask few; nothing is opened here. Plain rows: two hundred of them as
objects of a model cost more than opening them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Any, NamedTuple

from django.db import connection

from kring.support.contacts.log import queries
from kring.support.contacts.log.models import ContactRecord
from kring.support.desk.parts import LIVE, Given
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.household.queries import place
from kring.support.dossier.models import CoWorker, ReferralCopy, Task
from kring.vault.models import Lock
from kring.vault.reading import day, within

Form = ContactRecord.Form


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
    """Rows of one dossier, still shut. given: who holds what. locks, along: what tells one why a part is shut."""

    stream: list[Row] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    locks: list[Lock] = field(default_factory=list)
    along: list[CoWorker] = field(default_factory=list)
    referral: list[ReferralCopy] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    links: list[HouseholdLink] = field(default_factory=list)


class _Look(IntEnum):
    """Which of the looks a row comes from."""

    STREAM = 0
    GIVEN = 1
    LOCK = 2
    ALONG = 3
    REFERRAL = 4
    TASK = 5
    LINK = 6


_ITSELF_AND_SENSITIVE = f"""
    SELECT %s UNION ALL
    SELECT id FROM support_contactrecord WHERE dossier_id = %s AND form = '{Form.SENSITIVE.value}'
"""  # noqa: S608  a code of our own
_AND_WHO = f"""
    UNION ALL SELECT DISTINCT l.bundle, e.holder_id, 0, 0, l.mac, e.kind, CAST(NULL AS DATE), l.part, {_Look.GIVEN}
    {LIVE} AND l.bundle {within(_ITSELF_AND_SENSITIVE)}
    UNION ALL SELECT id, part, version, generation, mac, state, NULL, NULL, {_Look.LOCK}
    FROM vault_lock WHERE bundle = %s
    UNION ALL SELECT id, CAST(until_on AS TEXT), 0, 0, mac, person, from_on, CAST(agreed_until AS TEXT), {_Look.ALONG}
    FROM support_coworker WHERE dossier_id = %s AND person = %s
"""  # noqa: S608  numbers and codes of our own
_AND_THE_REST = f"""
    UNION ALL SELECT id, lock, lock_version, revision, blob, kind, NULL, NULL, {_Look.REFERRAL}
    FROM support_referralcopy WHERE dossier_id = %s
    UNION ALL SELECT id, '', 0, 0, mac, kind, due_on, CAST(contact_from AS TEXT), {_Look.TASK}
    FROM support_task WHERE dossier_id = %s AND done_on IS NULL
    UNION ALL SELECT id, lock, lock_version, revision, blob, one, NULL, other, {_Look.LINK}
    FROM support_householdlink WHERE one = %s OR other = %s
"""  # noqa: S608  numbers of our own


def of(dossier: str, person: str, *, before: date | None, heads: Collection[str], most: int) -> Sealed:
    """The rows of a page for one person; older pages have the stream, and who holds a key, alone."""
    asked = queries.stream(dossier, before=before, heads=heads, most=most)
    sql = f"SELECT s.*, {_Look.STREAM} FROM ({asked.sql}) s {_AND_WHO}"  # noqa: S608  as above
    filled = [*asked.filled, *[dossier] * 4, person]
    if before is None:
        sql, filled = sql + _AND_THE_REST, [*filled, dossier, dossier, here := place(dossier), here]
    found = Sealed()
    with connection.cursor() as cursor:
        cursor.execute(sql, filled)
        for *row, table in cursor.fetchall():
            _take(found, dossier, table, row)
    found.tasks.sort(key=lambda task: task.due_on)
    return found


def _take(found: Sealed, dossier: str, table: int, row: Sequence[Any]) -> None:
    """One row of the question, as what it is. The columns mean what its SELECT says."""
    row_id, lock, version, revision, blob, form, on, of_id = row
    if table == _Look.STREAM:  # nearly all of them
        found.stream.append(Row(row_id, lock, version, revision, blob, form, day(on), of_id))
        return
    columns = {"id": row_id, "lock": lock, "lock_version": version, "revision": revision, "blob": blob}
    match table:
        case _Look.GIVEN:
            found.given.append(Given(of_id, lock, form, row_id))
        case _Look.LOCK:
            kept = {"part": lock, "version": version, "generation": revision, "state": form}
            found.locks.append(Lock(id=row_id, bundle=dossier, mac=blob, **kept))
        case _Look.ALONG:
            days = {"from_on": day(on), "until_on": lock and day(lock), "agreed_until": of_id and day(of_id)}
            found.along.append(CoWorker(id=row_id, dossier_id=dossier, mac=blob, person=form, **days))
        case _Look.REFERRAL:
            found.referral.append(ReferralCopy(**columns, dossier_id=dossier, kind=form))
        case _Look.TASK:
            days = {"due_on": day(on), "contact_from": of_id and day(of_id)}
            found.tasks.append(Task(id=row_id, dossier_id=dossier, kind=form, **days))
        case _:
            found.links.append(HouseholdLink(**columns, one=form, other=of_id))
