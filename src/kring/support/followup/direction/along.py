"""Letting a colleague work along for a while, and ending it: by hand, or by itself after the agreed day."""

from contextlib import suppress
from datetime import date

from django.db.models import Q

from kring.support import access
from kring.support.access import Who
from kring.support.contacts.log import notes
from kring.support.dossier import actions as dossiers
from kring.support.dossier.models import CoWorker, Dossier
from kring.team.clock import today
from kring.vault import gate
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.models import Principal
from kring.vault.refusals import Conflict, Refused

BY = "system"
GIVEN = [part for part in access.FOUNDED if access.by_default(part, Who.CO_WORKER)]


def of_dossier(dossier: Dossier) -> list[CoWorker]:
    """Who works along now, since longest first."""
    rows = CoWorker.objects.filter(dossier=dossier, until_on=None).order_by("from_on", "id")
    return [row.verified() for row in rows]


def let_along(session: Session, dossier: Dossier, person: str, *, until: date | None, once: str) -> None:
    """Let somebody work along. Raises `Refused`, `MayNotCarry`, and `Conflict` when he stands there already."""
    check_directs(session, dossier)
    keys = gate.entering(session, act="followup.along", of=[dossier.id], parts=GIVEN, strict=False, about=[person])
    with acting("followup.along", by=session.person, verb=Verb.GAVE, on=[dossier.id, person]) as act:
        if act.once(once, lock=dossier.id, outcome=dossier.id) is not None:
            return
        check_directs(session, Dossier.objects.select_for_update(no_key=True).get(id=dossier.id).verified())
        if person in (dossier.holder, dossier.deputy) or person in {one.person for one in of_dossier(dossier)}:
            raise Conflict
        dossiers.add_co_worker(act, keys, dossier, person, from_on=today(), agreed_until=until)


def end(session: Session, dossier: Dossier, along: str) -> None:
    """End it today; his keys are withdrawn. Ended twice it is ended once. Raises `Refused`."""
    row = CoWorker.objects.select_related("dossier").filter(id=along, dossier=dossier).first()
    if row is None or session.person not in (dossier.holder, dossier.deputy, row.person):
        raise Refused
    if row.verified().until_on is None:
        with (
            suppress(Conflict),  # a colleague ended it in the same moment
            acting("followup.end_along", by=session.person, verb=Verb.WITHDREW, on=[dossier.id, row.person]) as act,
        ):
            _end(act, row)


def end_due() -> int:
    """End what was agreed until a day before today, and the places of who left; how many.

    Needs no key, so a schedule does it.
    """
    gone = Principal.objects.filter(state=Principal.State.DISABLED).values("id")
    over = Q(agreed_until__lt=today()) | Q(person__in=gone)
    due = CoWorker.objects.select_related("dossier").filter(over, until_on=None)
    ended = 0
    for row in due:
        try:
            row.verified().dossier.verified()
            with acting("followup.end_along", by=BY, verb=Verb.WITHDREW, on=[row.dossier_id, row.person]) as act:
                _end(act, row)
        except (Conflict, Refused):
            continue
        ended += 1
    return ended


def _end(act: Act, row: CoWorker) -> None:
    dossiers.end_co_worker(act, row, today())
    if row.person not in (row.dossier.holder, row.dossier.deputy):
        notes.leave(act, row.dossier, [row.person])


def check_directs(session: Session, dossier: Dossier) -> None:
    """Raise `Refused` unless this colleague is holder or deputy of an open dossier."""
    if session.person not in (dossier.holder, dossier.deputy) or dossier.state != Dossier.State.OPEN:
        raise Refused
