"""Taking over: every line that is right becomes a dossier, sealed at once, in one transaction with its count proof.

The same paste again opens nothing: a case of mine with the same label, day and programme is there already. What was
read before the transaction is held against what stands there inside it, so that two windows open nothing twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from kring.support.dossier.actions import Opening, open_dossiers
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.keyring import Carried
from kring.support.dossier.models import Dossier
from kring.support.dossier.takeover import queries
from kring.support.dossier.takeover.lines import Around, Case, Line, checked
from kring.support.dossier.takeover.models import TakeOver
from kring.support.dossier.takeover.reading import Row
from kring.team.clock import today
from kring.vault.acts import acting, outcome_of
from kring.vault.gate import Session
from kring.vault.models import Principal
from kring.vault.refusals import Conflict

TRIES = 3


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its count, and the lines as they stood before it."""

    count: TakeOver
    lines: list[Line]


def look(session: Session, rows: Sequence[Row], around: Around) -> list[Line]:
    """What would become of each line; opens no dossier."""
    return checked(rows, queries.knowing(around, queries.carried(session)))


def take_over(session: Session, rows: Sequence[Row], around: Around, *, once: str) -> Round:
    """Open what is right and count everything. The same form twice: the same round. Raises `MayNotCarry`."""
    for tried in range(1, TRIES + 1):
        carried = queries.carried(session)
        lines = checked(rows, queries.knowing(around, carried))
        if done := outcome_of(once, actor=session.person, lock=session.person):
            return Round(TakeOver.objects.get(id=done).verified(), lines)
        try:
            return Round(_open(session, lines, carried.ids, once), lines)
        except Conflict:
            if tried == TRIES:
                raise
    raise Conflict


def _open(session: Session, lines: Sequence[Line], seen: frozenset[str], once: str) -> TakeOver:
    me = session.person
    cases = [line.case for line in lines if line.case is not None and not line.there]
    count = TakeOver(
        person=me,
        at=timezone.now(),
        pasted=len(lines),
        opened=len(cases),
        there=sum(line.there for line in lines),
        refused=sum(line.case is None for line in lines),
    )
    with acting("dossier.take_over", by=me) as act:
        Principal.objects.select_for_update(no_key=True).get(id=me)
        if set(Dossier.objects.filter(holder=me).values_list("id", flat=True)) != seen:
            raise Conflict
        if act.once(once, lock=me, outcome=count.id) is not None:
            raise Conflict
        circles = {code: queries.circle_of(code) for code in {case.programme for case in cases}}
        open_dossiers(act, [_opening(case, me, circles[case.programme]) for case in cases])
        act.add(count)
    return count


def _opening(case: Case, me: str, circle: str) -> Opening:
    summary = SummaryContent(
        label=case.label,
        programme=case.programme,
        mode=case.mode,
        rhythm_days=case.rhythm_days,
        rhythm_from=today() if case.rhythm_days else None,
        last_contact_on=case.last_contact_on,
    )
    return Opening(Carried(circle, me, case.deputy), summary, case.opened_on)
