"""Everything sealed that the page of a dossier shows beside its summary, and its open tasks: one query for all.

Three tables in one question, because a page may ask few; nothing is opened here.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, QuerySet, Value

from kring.support.contacts.log import queries
from kring.support.contacts.log.models import ContactRecord
from kring.support.dossier.models import ReferralCopy, Task

_SEALED = ("id", "lock", "lock_version", "revision", "blob")
_TEXT, _DAY = CharField(), DateField()


@dataclass(frozen=True, slots=True)
class Sealed:
    """Rows of one dossier, still shut. more: whether the stream goes on before its last day."""

    stream: list[ContactRecord]
    referral: list[ReferralCopy]
    tasks: list[Task]


def of(dossier: str, *, before: date | None, heads: Collection[str], most: int) -> Sealed:
    """The rows of a page; older pages have the stream alone."""
    stream = _asked(queries.stream(dossier, before=before, heads=heads, most=most), "stream", "form", "on", "of")
    if before is not None:
        return _told(dossier, stream)
    referral = _asked(ReferralCopy.objects.filter(dossier=dossier), "referral", "kind")
    tasks = Task.objects.filter(dossier=dossier, done_on=None).values_list(
        "id", Value(""), Value(0), Value(0), "mac", Value("task"), "kind", "due_on", Value(None, _TEXT)
    )
    return _told(dossier, stream.union(referral, tasks, all=True))


def _asked(rows: QuerySet[Any], table: str, kind: str, on: str = "", about: str = "") -> QuerySet[Any]:
    return rows.values_list(
        *_SEALED, Value(table), kind, on or Value(None, _DAY), about or Value(None, _TEXT)
    )  # fmt: skip


def _told(dossier: str, rows: Iterable[Any]) -> Sealed:
    told = Sealed([], [], [])
    for row_id, lock, version, revision, blob, table, kind, on, about in rows:
        sealed = {"id": row_id, "lock": lock, "lock_version": version, "revision": revision, "blob": blob}
        if table == "stream":
            told.stream.append(ContactRecord(**sealed, dossier_id=dossier, form=kind, on=on, of_id=about))
        elif table == "referral":
            told.referral.append(ReferralCopy(**sealed, dossier_id=dossier, kind=kind))
        else:
            told.tasks.append(Task(id=row_id, dossier_id=dossier, kind=kind, due_on=on))
    told.tasks.sort(key=lambda task: task.due_on)
    return told
