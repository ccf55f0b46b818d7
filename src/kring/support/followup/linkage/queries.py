"""Looks at the onward referrals of one open dossier."""

from dataclasses import dataclass

from kring.support.dossier.models import Task
from kring.support.dossier.opening import Opened
from kring.support.followup.linkage.actions import PART
from kring.support.followup.linkage.content import OnwardReferral
from kring.support.followup.linkage.models import OnwardReferralRecord


@dataclass(frozen=True, slots=True)
class Kept:
    """One referral that opened, with its row. question: the task that is not done yet."""

    row: OnwardReferralRecord
    referral: OnwardReferral
    question: Task | None


def referrals(opened: Opened) -> list[Kept]:
    """All of this dossier, the newest first; none when the plan is shut."""
    if not opened.holds(PART):
        return []
    rows = OnwardReferralRecord.objects.filter(dossier=opened.dossier)
    open_tasks = Task.objects.filter(dossier=opened.dossier, kind=Task.Kind.LINKAGE_RUNS, done_on=None)
    waiting = {task.id: task.verified() for task in open_tasks}
    found = [Kept(row, opened.keys.open(row, OnwardReferral), waiting.get(row.task)) for row in rows]
    return sorted(found, key=lambda one: (one.referral.on, one.row.id), reverse=True)


def referral(opened: Opened, record: str) -> OnwardReferral | None:
    """One of them, for its letter; None when there is no such one here."""
    if not opened.holds(PART):
        return None
    row = OnwardReferralRecord.objects.filter(id=record, dossier=opened.dossier).first()
    return opened.keys.open(row, OnwardReferral) if row else None
