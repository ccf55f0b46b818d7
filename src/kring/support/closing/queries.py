"""What was written at and after closings, opened: the newest of each, and the aftercare in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from kring.support.closing.content import Aftercare, ClosingContent, Reopening, Verdict
from kring.support.closing.models import ClosingRecord
from kring.support.dossier.models import Dossier, ReferralCopy, Task
from kring.support.intake.content import ReferralContent
from kring.vault.gate import Keys
from kring.vault.reading import day

Kind = ClosingRecord.Kind
CONTENT: dict[str, type[Any]] = {
    Kind.CLOSING: ClosingContent,
    Kind.VERDICT: Verdict,
    Kind.AFTERCARE: Aftercare,
    Kind.REOPENING: Reopening,
}
PARTS = {Kind.CLOSING: "plan", Kind.AFTERCARE: "plan", Kind.REOPENING: "plan", Kind.VERDICT: "statements"}
"""Kind of record -> the part it lies under."""


@dataclass(frozen=True, slots=True)
class Endings:
    """All endings of a dossier that this colleague can read, newest first."""

    closings: list[ClosingContent] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    aftercare: list[Aftercare] = field(default_factory=list)
    reopenings: list[Reopening] = field(default_factory=list)

    @property
    def last(self) -> ClosingContent | None:
        """How it ended the last time."""
        return self.closings[0] if self.closings else None


@dataclass(frozen=True, slots=True)
class Written:
    """All that the page of an ending needs beside the plan. tasks: those that are not done."""

    endings: Endings
    referral: ReferralContent | None
    tasks: list[Task]
    open_actions: int = 0
    """Of the plan, where it opens."""


_TASK, _CLOSING, _REFERRAL, _ACTIONS = 0, 1, 2, 3
_ROWS = f"""
    SELECT id, '' AS lock, 0, 0, mac, kind, due_on, {_TASK} FROM support_task WHERE dossier_id = %s AND done_on IS NULL
    UNION ALL SELECT id, lock, lock_version, revision, blob, kind, NULL, {_CLOSING}
    FROM support_closingrecord WHERE dossier_id = %s
    UNION ALL SELECT id, lock, lock_version, revision, blob, kind, NULL, {_REFERRAL}
    FROM support_referralcopy WHERE dossier_id = %s AND kind = 'referral'
    UNION ALL SELECT '', '', COUNT(*), 0, NULL, '', NULL, {_ACTIONS}
    FROM support_planaction WHERE dossier_id = %s AND done_on IS NULL
"""  # noqa: S608  numbers of our own


def written(keys: Keys, dossier: Dossier) -> Written:
    """Open what `keys` open of it, in one query."""
    records: list[ClosingRecord] = []
    tasks: list[Task] = []
    referral, actions = None, 0
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [dossier.id] * 4)
        for row_id, lock, version, revision, blob, kind, due_on, table in cursor.fetchall():
            sealed = {"id": row_id, "lock": lock, "lock_version": version, "revision": revision, "blob": blob}
            if table == _TASK:
                tasks.append(Task(id=row_id, dossier=dossier, kind=kind, due_on=day(due_on)))
            elif table == _CLOSING:
                records.append(ClosingRecord(**sealed, dossier=dossier, kind=kind))
            elif table == _ACTIONS:
                actions = version if keys.holds(dossier.id, "plan") else 0
            elif keys.holds(dossier.id, "referral"):
                referral = keys.open(ReferralCopy(**sealed, dossier=dossier, kind=kind), ReferralContent)
    tasks.sort(key=lambda task: task.due_on)
    return Written(_endings(keys, dossier, records), referral, tasks, actions)


def _endings(keys: Keys, dossier: Dossier, rows: Iterable[ClosingRecord]) -> Endings:
    found: dict[str, list[Any]] = {kind: [] for kind in CONTENT}
    for row in rows:
        if keys.holds(dossier.id, PARTS[Kind(row.kind)]):
            found[row.kind].append(keys.open(row, CONTENT[row.kind]))
    newest = {kind: sorted(some, key=lambda one: one.on, reverse=True) for kind, some in found.items()}
    return Endings(newest[Kind.CLOSING], newest[Kind.VERDICT], newest[Kind.AFTERCARE], newest[Kind.REOPENING])
