"""After a closing the keys end: thirty days later, or after the last question how it goes, but for the deputy.

Whoever worked on it needs the words no more; the deputy keeps them, so that a peer can take the role up again and
nothing is lost. Law: GDPR art. 5(1)(c), need to know. A schedule does it (`manage tick`), a dossier an act; stopped
half-way it goes on at the next turn. What does not live here: the retention term (retention.py).
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
    """The last day of the keys. asked: when it is still asked how it goes."""
    return max([closed_on, *asked]) + STAYS


def end_due(*, most: int = SLICE) -> int:
    """End the keys of closed dossiers whose time is over; how many dossiers. Needs no key."""
    over = Dossier.objects.filter(state=Dossier.State.CLOSED, keys_ended_on=None, closed_on__lt=today() - STAYS)
    waiting = Task.objects.filter(kind__in=AFTERCARE, done_on=None, due_on__gte=today() - STAYS, dossier__silent=False)
    ended = 0
    for row in over.exclude(id__in=waiting.values("dossier")).order_by("closed_on", "id")[:most]:
        try:
            _end(row.verified())
        except (Conflict, Refused):
            continue
        ended += 1
    return ended


def ended() -> set[str]:
    """Dossiers of which one person holds the keys, as it should be."""
    return set(Dossier.objects.exclude(keys_ended_on=None).values_list("id", flat=True))


def _end(dossier: Dossier) -> None:
    along = list(CoWorker.objects.filter(dossier=dossier, until_on=None))
    gone = sorted({dossier.holder, *(row.person for row in along)} - {dossier.deputy})
    with acting("closing.end_keys", by=BY, verb=Verb.WITHDREW, on=[dossier.id, *gone]) as act:
        act.change(dossier, keys_ended_on=today())
        for row in along:
            act.change(row, until_on=today())
        for person in gone:
            dossiers.withdraw_all(act, dossier.id, person)
        notes.leave(act, dossier, gone)
