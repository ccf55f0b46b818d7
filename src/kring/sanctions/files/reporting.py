"""What reaches the officer: refused, failed or succeeded, and an agreement that both want passed on (SAN-05)."""

from contextlib import suppress
from dataclasses import replace

from kring.sanctions import access, offices
from kring.sanctions.files import rules
from kring.sanctions.files.content import ResultContent
from kring.sanctions.files.models import ResultRecord
from kring.sanctions.files.opening import OpenFile
from kring.sanctions.files.writing import SentBefore, writing
from kring.team.clock import today
from kring.vault import sharing
from kring.vault.acts import outcome_of
from kring.vault.refusals import Refused


def report(opened: OpenFile, *, outcome: str, agreement: str, seen: int, once: str) -> None:
    """Report once; from then on no mediator holds anything of the file. Raises `NotYet`, `Conflict`, `Refused`."""
    if not offices.is_mediator(offices.functions(opened.keys.actor)):
        raise Refused
    rules.check_report(opened.person, opened.result, outcome=outcome, agreement=agreement)
    now = replace(opened, result=ResultContent(outcome, agreement, today(), opened.keys.actor))
    with (
        suppress(SentBefore),
        writing(now, "result", act="sanctions.report", seen=seen, once=once) as act,
    ):
        act.change(opened.row, with_mediators=False)
        sharing.withdraw(act, bundle=opened.row.id, parts=access.OF_MEDIATORS, holder=opened.row.circle)


def reported_before(person: str, file: str, once: str) -> bool:
    """Whether this very sending of this mediator was done: a double tap finds the file shut and is no mistake."""
    row = ResultRecord.objects.filter(file=file).first()
    return row is not None and outcome_of(once, actor=person, lock=row.lock) is not None
