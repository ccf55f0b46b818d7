"""Opening a case consultation, writing who sat there, and what oneself will do. One act each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from kring.support.consultation.case import rules
from kring.support.consultation.case.content import CaseTable, OwnAction, Participant
from kring.support.consultation.models import CaseConsultation
from kring.support.consultation.opened import PART
from kring.support.consultation.rules import CLOSED, NotNow
from kring.support.dossier import actions as dossiers
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case consultation that opened."""

    opened: Opened
    row: CaseConsultation
    table: CaseTable


def start(
    session: Session,
    opened: Opened,
    *,
    on: date,
    basis: str,
    document: str,
    purpose: str,
    modalities: str,
    permitted: Sequence[str],
    once: str,
) -> str:
    """Open one, when the law is met; its id. For holder and deputy. Raises `NotNow`, `Refused` (SEC-06)."""
    rules.check_opening(basis=basis, document=document, purpose=purpose, modalities=modalities, permitted=permitted)
    dossier = opened.dossier
    if dossier.state != Dossier.State.OPEN:
        raise NotNow(CLOSED)
    if session.person not in (dossier.holder, dossier.deputy):
        raise Refused
    people = tuple(Participant(new_id(), who.strip()) for who in permitted if who.strip())
    row = CaseConsultation(dossier=dossier)
    with acting("case_consultation.start", by=session.person, on=[dossier.id]) as act:
        if (before := act.once(once, lock=dossier.id, outcome=row.id)) is not None:
            return before
        keys = dossiers.at_hand(act, opened.keys, dossier, PART)
        keys.seal(row, CaseTable(on, basis, document, purpose, modalities, people), bundle=dossier.id, part=PART)
        act.add(row)
    return row.id


def open_case(session: Session, dossier: str, case: str, *, act: str) -> OpenCase:
    """Open one. Raises `Refused`."""
    opened = opening(session, dossier, act=act, needed=[PART])
    row = CaseConsultation.objects.filter(id=case, dossier=opened.dossier).first()
    if row is None:
        raise Refused
    return OpenCase(opened, row, opened.keys.open(row, CaseTable))


def cases(keys: Keys, dossier: str) -> list[tuple[CaseConsultation, CaseTable]]:
    """All of a dossier, newest first; none when the part is shut."""
    if not keys.holds(dossier, PART):
        return []
    rows = [(row, keys.open(row, CaseTable)) for row in CaseConsultation.objects.filter(dossier=dossier)]
    return sorted(rows, key=lambda pair: pair[1].on, reverse=True)


def sits(session: Session, case: OpenCase, participant: str, *, once: str) -> None:
    """Somebody of the list sat there. Raises `NotNow` for anybody else, `Conflict` (SEC-06)."""
    who = rules.permitted(case.table, participant)
    people = tuple(replace(one, present=True) if one.id == who.id else one for one in case.table.permitted)
    _write(session, case, replace(case.table, permitted=people), once)


def take_upon(session: Session, case: OpenCase, *, what: str, by_when: date | None, once: str) -> None:
    """What the worker himself will do. Raises `Conflict` (SEC-07)."""
    mine = OwnAction(what, by_when, session.person, timezone.now())
    _write(session, case, replace(case.table, actions=(*case.table.actions, mine)), once)


def _write(session: Session, case: OpenCase, table: CaseTable, once: str) -> None:
    dossier = case.opened.dossier.id
    with acting("case_consultation.write", by=session.person, on=[dossier]) as act:
        if act.once(once, lock=case.row.id, outcome=case.row.id) is None:
            _seal(act, case, table)


def _seal(act: Act, case: OpenCase, table: CaseTable) -> None:
    case.opened.keys.seal(case.row, table, bundle=case.opened.dossier.id, part=PART)
    act.rewrite(case.row)
