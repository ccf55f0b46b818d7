"""Write down that it was told, which ends the task, or that it waits, which moves it. For holder and deputy."""

from datetime import date

from kring.support.dossier.actions import at_hand
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.telling import rules
from kring.support.dossier.telling.content import Telling
from kring.support.dossier.telling.models import TellingRecord
from kring.support.dossier.telling.queries import PART, tasks
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Lock
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open what is needed, for holder and deputy. Raises `Refused`, also where it was written and the key was taken."""
    opened = opening(session, dossier, act=act, parts=[PART])
    if session.person not in (opened.dossier.holder, opened.dossier.deputy):
        raise Refused
    if not opened.holds(PART) and Lock.objects.filter(bundle=dossier, part=PART).exists():
        raise opened.keys.refusal(dossier, PART)
    return opened


def write(opened: Opened, telling: Telling, *, seen: int, once: str) -> None:
    """Keep it, and end or move the task. The same form twice writes once.

    seen: how much was written when the form was shown. Raises `Refused` when nothing had to be told or the dossier was
    passed on meanwhile, `DayDoesNotFit`, and `Conflict` when a colleague wrote meanwhile, or told it already and this
    is to wait.
    """
    dossier = opened.dossier
    row = TellingRecord(dossier=dossier)
    with acting("dossier.tell", by=opened.keys.actor, on=[dossier.id]) as act:
        key = f"tell {once} {digest(repr(telling).encode()).hex()}"
        if act.once(key, lock=dossier.id, outcome=row.id) is not None:
            return
        rules.check(telling, today())
        now = Dossier.objects.select_for_update(no_key=True).get(id=dossier.id).verified()
        if act.actor not in (now.holder, now.deputy):
            raise Refused
        owed = list(tasks(opened).select_for_update(no_key=True))
        if not owed:
            raise Refused
        waiting = [task for task in owed if task.done_on is None]
        if TellingRecord.objects.filter(dossier=dossier).count() != seen or not (waiting or telling.way):
            raise Conflict
        keys = at_hand(act, opened.keys, dossier, PART)
        keys.seal(row, telling, bundle=dossier.id, part=PART)
        act.add(row)
        for task in waiting:
            if telling.again_on is None:
                act.change(task, done_on=telling.on)
            else:
                act.change(task, due_on=telling.again_on, contact_from=None)


def disclosed(act: Act, dossier: str, on: date) -> None:
    """Something of it was told outside on a day: what nobody moved is to be told that day at the latest (GDP-06).

    Within the act of whoever tells it.
    """
    owed = Task.objects.filter(dossier=dossier, kind=Task.Kind.TELL_AT_FIRST_TALK, done_on=None, due_on__gt=on)
    for task in owed.exclude(contact_from=None).select_for_update(no_key=True):
        act.change(task, due_on=on)


def handed_over(opened: Opened) -> None:
    """The same for a letter: it is kept nowhere, so nothing of it is written but this."""
    if tasks(opened).filter(done_on=None).exists():
        with acting("dossier.disclosed", by=opened.keys.actor, on=[opened.dossier.id]) as act:
            disclosed(act, opened.dossier.id, today())
