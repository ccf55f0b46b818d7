"""What one does at the end of a role: close, ask how it goes afterwards, take it up again. For holder and deputy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kring.support.closing import rules
from kring.support.closing.content import Aftercare, ClosingContent, Reopening, Verdict
from kring.support.closing.goals import at_end
from kring.support.closing.models import ClosingRecord
from kring.support.closing.queries import PARTS
from kring.support.consultation import guest_link
from kring.support.dossier import actions as dossiers
from kring.support.dossier.content import Identity, Phase
from kring.support.dossier.models import Dossier, IdentityRecord, Task
from kring.support.dossier.opening import Opened, opening
from kring.support.plan import links
from kring.team import retention
from kring.team.clock import today
from kring.team.retention import NoRule, Series
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Keys, Session
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused

Kind = ClosingRecord.Kind
READS = ("identity", "referral", "plan", "statements")


@dataclass(frozen=True, slots=True)
class Ending:
    """Everything that is said at a closing. silent: nothing goes out any more, also when nobody died."""

    closing: ClosingContent
    verdict: str = ""
    aftercare: Sequence[str] = ()
    silent: bool = False


def close(session: Session, opened: Opened, ending: Ending, *, once: str) -> None:
    """End the role, and every extract and link that went out of it.

    Raises `Refused`, `NotClosed`, and `Conflict` when a colleague was earlier.
    """
    dossier = opened.dossier
    check_carries(session, dossier)
    closing = replace(ending.closing, goals=at_end(opened))
    rules.check_closing(closing, opened_on=dossier.opened_on)
    silent = ending.silent or rules.silences(closing.reason)
    with acting("closing.close", by=session.person, on=[dossier.id]) as act:
        if act.once(f"{once} {digest(repr(ending).encode()).hex()}", lock=dossier.id, outcome=dossier.id) is not None:
            return
        if dossier.state != Dossier.State.OPEN:
            raise Conflict
        keys = _keep(act, opened.keys, dossier, Kind.CLOSING, closing)
        if ending.verdict:
            keys = _keep(act, keys, dossier, Kind.VERDICT, Verdict(ending.verdict, closing.on))
        dossiers.step_done(act, keys, dossier.id, Phase.CLOSING, closing.on)
        dossiers.change_summary(act, keys, dossier.id, next_step="", next_step_on=None)
        year = _over_in(closing.on, _born_on(keys, dossier))
        dossiers.close_dossier(
            act, keys, dossier, closing.on, silent=silent, retention_year=year, reason=closing.reason
        )
        guest_link.end_all(act, dossier.id)
        links.end_all(act, dossier.id)
        if not silent:
            act.add_all([_task(dossier, kind, closing) for kind in ending.aftercare])


def reopen(session: Session, opened: Opened, *, why: str, once: str) -> None:
    """Take up the role again, in the same dossier, from today. Raises `Refused`, `Conflict`."""
    dossier = opened.dossier
    check_carries(session, dossier)
    with acting("closing.reopen", by=session.person, on=[dossier.id]) as act:
        if act.once(f"{once} {why}", lock=dossier.id, outcome=dossier.id) is not None:
            return
        if dossier.state != Dossier.State.CLOSED:
            raise Conflict
        keys = _keep(act, opened.keys, dossier, Kind.REOPENING, Reopening(today(), session.person, why))
        dossiers.reopen_dossier(act, keys, dossier, today())
        for task in Task.objects.filter(dossier=dossier, kind__in=rules.AFTERCARE, done_on=None):
            act.change(task, done_on=today())


def aftercare_task(session: Session, opened: Opened, task: str) -> Task:
    """The question how it goes that is answered, done or not. Raises `Refused`."""
    row = Task.objects.filter(id=task, dossier=opened.dossier, kind__in=rules.AFTERCARE).first()
    if row is None or opened.dossier.silent:
        raise Refused
    check_carries(session, opened.dossier)
    return row.verified()


def write_aftercare(
    session: Session, opened: Opened, row: Task, heard: Aftercare, *, once: str, beside: bool = False
) -> None:
    """Write how it goes and end the task. Raises `Refused`, and `Conflict` when a colleague wrote it meanwhile
    or took the role up again.

    once: of the form; with the words in it, so that the same is written once and something else is not dropped.
    beside: what the colleague wrote was read; this comes beside it.
    """
    check_carries(session, opened.dossier)
    with acting("closing.aftercare", by=session.person, on=[opened.dossier.id]) as act:
        if act.once(f"{once} {digest(repr(heard).encode()).hex()}", lock=opened.dossier.id, outcome=row.id) is not None:
            return
        if opened.dossier.state != Dossier.State.CLOSED:
            raise Conflict
        _keep(act, opened.keys, opened.dossier, Kind.AFTERCARE, heard)
        if row.done_on is None:
            act.change(row, done_on=heard.on)
        elif not beside:
            raise Conflict


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open what an ending needs. Raises `Refused`."""
    return opening(session, dossier, act=act, parts=READS)


def check_carries(session: Session, dossier: Dossier) -> None:
    """Raise `Refused` unless this colleague is holder or deputy."""
    if session.person not in (dossier.holder, dossier.deputy):
        raise Refused


def _keep(act: Act, keys: Keys, dossier: Dossier, kind: Kind, content: Content) -> Keys:
    part = PARTS[kind]
    keys = dossiers.at_hand(act, keys, dossier, part)
    row = ClosingRecord(dossier=dossier, kind=kind)
    keys.seal(row, content, bundle=dossier.id, part=part)
    act.add(row)
    return keys


def _over_in(closed_on: date, born_on: date | None) -> int | None:
    """When its term is over; None while no rule holds: then nothing says so yet (ARC-01)."""
    try:
        return retention.over_in(retention.rule_on(Series.DOSSIER, closed_on), closed_on, born_on)
    except NoRule:
        return None


def _born_on(keys: Keys, dossier: Dossier) -> date | None:
    row = IdentityRecord.objects.filter(dossier=dossier).first()
    return keys.open(row, Identity).born_on if row and keys.holds(dossier.id, "identity") else None


def _task(dossier: Dossier, kind: str, closing: ClosingContent) -> Task:
    due_on = rules.aftercare_on(kind, closing.on)
    return Task(dossier=dossier, kind=kind, person=dossier.holder, due_on=due_on)
