"""After a closing the keys of who worked along end: thirty days later, or after the last question how it goes.

They need the words no more. Holder and deputy keep theirs: a part of a dossier is held by two, closed or not, so that
one of them can take the role up again and nothing is lost. Law: GDPR art. 5(1)(c), need to know; security.md 3. A
schedule does it (`manage tick`), a dossier an act; stopped half-way it goes on at the next turn. What does not live
here: the retention term (retention.py).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kring.support.closing.rules import AFTERCARE
from kring.support.contacts.log import notes
from kring.support.dossier import actions as dossiers
from kring.support.dossier.models import CoWorker, Dossier, Task
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.journal import Verb
from kring.vault.refusals import Conflict, Refused

BY = "system"
STAYS = timedelta(days=30)
SLICE = 25
"""Dossiers in one turn of the schedule."""


def stay_until(closed_on: date, asked: Iterable[date]) -> date:
    """The last day of the keys of who works along. asked: when it is still asked how it goes."""
    return max([closed_on, *asked]) + STAYS


def end_due(*, most: int = SLICE) -> int:
    """End them in closed dossiers whose time is over; how many dossiers. Needs no key."""
    along = CoWorker.objects.filter(until_on=None)
    over = Dossier.objects.filter(state=Dossier.State.CLOSED, closed_on__lt=today() - STAYS)
    waiting = Task.objects.filter(kind__in=AFTERCARE, done_on=None, due_on__gte=today() - STAYS, dossier__silent=False)
    due = over.filter(id__in=along.values("dossier")).exclude(id__in=waiting.values("dossier"))
    ended = 0
    for row in due.order_by("closed_on", "id")[:most]:
        try:
            _end(row)
        except (Conflict, Refused):
            continue
        ended += 1
    return ended


def _end(dossier: Dossier) -> None:
    with acting("closing.end_keys", by=BY, verb=Verb.WITHDREW, on=[dossier.id]) as act:
        dossier = Dossier.objects.select_for_update(no_key=True).get(id=dossier.id).verified()
        if dossier.state != Dossier.State.CLOSED:  # taken up again since it was listed
            raise Conflict
        along = [row.verified() for row in CoWorker.objects.filter(dossier=dossier, until_on=None)]
        gone = sorted({row.person for row in along} - {dossier.holder, dossier.deputy})
        act.on += gone
        for row in along:
            act.change(row, until_on=today())
        for person in gone:
            dossiers.withdraw_all(act, dossier.id, person)
        notes.leave(act, dossier, gone)
