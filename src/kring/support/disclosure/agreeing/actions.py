"""Writing an agreement down, and withdrawing one with all that still opens by it. One act each."""

from datetime import date

from kring.support.disclosure.agreeing.ending import end_all_of
from kring.support.dossier.agreements import actions, rules
from kring.support.dossier.agreements.content import AgreedToShare
from kring.support.dossier.agreements.queries import PART, Kept
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened, opening
from kring.support.plan.opening import MINUTES
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Lock
from kring.vault.primitives import digest
from kring.vault.refusals import Conflict, Refused


def enter(session: Session, dossier: str, *, act: str) -> Opened:
    """Open what agreements lie in. Raises `Refused`, also where the plan was written and the key was taken."""
    opened = opening(session, dossier, act=act, parts=[PART, MINUTES])
    if not opened.holds(PART) and Lock.objects.filter(bundle=dossier, part=PART).exists():
        raise Refused
    return opened


def give(opened: Opened, said: AgreedToShare, *, once: str) -> None:
    """The client agrees. The same form twice is one. Raises `DoesNotFit`, `Refused` for a closed dossier."""
    rules.check_given(said, today())
    with acting("agreement.give", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        key = f"agree {once} {digest(repr(said).encode()).hex()}"
        if act.once(key, lock=opened.dossier.id, outcome=opened.dossier.id) is not None:
            return
        if _now(opened).state != Dossier.State.OPEN:
            raise Refused
        actions.give(act, opened.keys, opened.dossier, said)


def withdraw(opened: Opened, of: Kept, *, on: date, told_by: str, once: str) -> None:
    """The client wants it no more: from that day nothing is told by it, and what opens ends now.

    Raises `DoesNotFit`, and `Conflict` when it was withdrawn already.
    """
    rules.check_withdrawn(of.said, on, today())
    with acting("agreement.withdraw", by=opened.keys.actor, on=[opened.dossier.id, of.row.id]) as act:
        key = f"withdraw {once} {digest(f'{on} {told_by}'.encode()).hex()}"
        if act.once(key, lock=opened.dossier.id, outcome=of.row.id) is not None:
            return
        _now(opened)
        if of.said.withdrawn_on is not None:
            raise Conflict
        actions.withdraw(act, opened.keys, opened.dossier, of, on=on, told_by=told_by)
        end_all_of(act, opened, of.said.partner)


def _now(opened: Opened) -> Dossier:
    """The dossier as it stands in this act; who tells by an agreement at the same moment waits."""
    row: Dossier = Dossier.objects.select_for_update(no_key=True).get(id=opened.dossier.id)
    return row.verified()
