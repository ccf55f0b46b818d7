"""The drill: two trustees rehearse on a lock that was made for it, from the codes on paper to the opened lock.

It is the real thing but for the day in between: the same halves, the same key of one request, and the recovery key
turns at the end. What lies under the lock is its own name, so nobody's dossier is ever near.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import doorkeeper, queries
from kring.team.enrolment.rules import NotAllowed
from kring.team.recovering.actions import trustees
from kring.team.recovering.content import Rehearsed
from kring.team.recovering.models import RecoveryDrill, Wrong
from kring.team.recovering.told import privacy_officers, tell
from kring.vault import gate, recovery, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Envelope, Extract, Lock, RecoveryRequest
from kring.vault.primitives import new_id
from kring.vault.recovery import DRILL
from kring.vault.refusals import Refused

ACT = "recovery.drill"


@dataclass(frozen=True, slots=True)
class Steps:
    """How far it is; each is ticked by what the program saw."""

    first_paper: bool
    second_paper: bool
    half: bool
    given: bool
    opened: bool


def under_way() -> RecoveryDrill | None:
    """The drill that was begun and not ended."""
    row = RecoveryDrill.objects.filter(ended_at=None).order_by("begun_at").first()
    return row and row.verified()


def steps(row: RecoveryDrill) -> Steps:
    """What is done of it."""
    asked = RecoveryRequest.objects.filter(id=row.request).first()
    half, given = asked is not None and asked.released_at is not None, asked is not None and _worked(asked)
    return Steps(
        row.first_paper_at is not None, row.second_paper_at is not None, half, given, row.opened_at is not None
    )


def begin(session: Session, second: str) -> RecoveryDrill:
    """Make a lock to rehearse on and ask for it; all trustees and the privacy officer are told."""
    me, people = session.person, trustees()
    split, both = queries.recovery(), {one.principal for one in people} & {session.person, second}
    there = under_way()
    if there is not None and (there.first, there.second) == (me, second):
        return there
    if split is None or len(both) != 2 or there is not None:
        raise NotAllowed(_("A drill takes two trustees, and one drill at a time."))
    row = RecoveryDrill(bundle=new_id(), first=me, second=second, begun_at=timezone.now())
    with acting(f"{ACT}_begin", by=me, on=[row.id]) as act:
        behind = sharing.holders([split], Envelope.Kind.RECOVERY)
        keys = sharing.found(act, bundle=row.bundle, parts={DRILL: behind})
        inside = Extract(bundle=row.bundle)
        keys.seal(inside, Rehearsed(row.id), bundle=row.bundle, part=DRILL)
        act.add(inside)
        row.request = recovery.ask(act, recovery=split, receiver=me, parts=[(row.bundle, DRILL)]).id
        act.add(row)
        tell(act, [*people, *privacy_officers()], "drill")
    return row


def paper(session: Session, code: str, address: str) -> None:
    """The code on paper of who is at the screen, as it came out of the envelope. Raises `NotAllowed`, `Busy`."""
    row = _mine(session)
    try:
        doorkeeper.open_by_paper(code, address, session.person)
    except Refused:
        with acting(f"{ACT}_missed", by=session.person, on=[row.id]) as act:
            act.change(row, misses=min(row.misses + 1, 999))
        raise NotAllowed(_("This code does not open. Is it the newest sheet, and your own?")) from None
    column = "first_paper_at" if row.first == session.person else "second_paper_at"
    with acting(f"{ACT}_paper", by=session.person, on=[row.id]) as act:
        act.change(row, **{column: timezone.now()})


def half(session: Session) -> None:
    """The first one opens his half."""
    row = _mine(session)
    if row.first != session.person or not row.first_paper_at:
        raise Refused
    if not steps(row).half:
        recovery.release(session, _request(row), row.second)


def finish(session: Session) -> None:
    """The second one gives the key to the first, and the recovery key turns."""
    row = _mine(session)
    if row.second != session.person or not row.second_paper_at:
        raise Refused
    if not steps(row).given:
        recovery.finish(session, _request(row))


def look(session: Session) -> None:
    """The first one opens the lock of the drill; what lay there is destroyed. Raises `Refused`: it did not work."""
    row = _mine(session)
    if row.opened_at is not None:
        return
    keys = gate.entering(session, act=f"{ACT}_open", of=[row.bundle], parts=[DRILL])
    [inside] = Extract.objects.filter(bundle=row.bundle)
    if keys.open(inside, Rehearsed).drill != row.id:
        raise Refused
    with acting(f"{ACT}_opened", by=session.person, on=[row.id]) as act:
        act.change(row, opened_at=timezone.now())
        _clear(act, row)


def end(session: Session, wrong: Iterable[str]) -> None:
    """Close the record, whether it worked or was broken off; what went wrong comes from a fixed list.

    Each trustee can, also the third: the two may be gone.
    """
    row = under_way()
    if row is None:
        return
    asked = RecoveryRequest.objects.filter(id=row.request, finished_at=None).first()
    if asked is not None:
        recovery.call_off(session, asked.verified())
    said = [one.value for one in Wrong if one.value in set(wrong)]
    with acting(f"{ACT}_end", by=session.person, on=[row.id]) as act:
        _clear(act, row)
        act.change(row, ended_at=timezone.now(), went_wrong=" ".join(said))


def records() -> list[RecoveryDrill]:
    """Every drill that ended, newest first."""
    return [row.verified() for row in RecoveryDrill.objects.exclude(ended_at=None).order_by("-begun_at")]


def _clear(act: Act, row: RecoveryDrill) -> None:
    if Lock.objects.filter(bundle=row.bundle, part=DRILL).exclude(state=Lock.State.SHREDDED).exists():
        sharing.shred(act, bundle=row.bundle, parts=[DRILL])
        act.erase(Extract.objects.filter(bundle=row.bundle))


def _mine(session: Session) -> RecoveryDrill:
    """The drill under way, for one of its two. Raises `Refused`."""
    row = under_way()
    if row is None or session.person not in (row.first, row.second):
        raise Refused
    return row


def _request(row: RecoveryDrill) -> RecoveryRequest:
    found: RecoveryRequest | None = RecoveryRequest.objects.filter(id=row.request, finished_at=None).first()
    if found is None or not recovery.rehearses(found.verified()):
        raise Refused
    return found


def _worked(asked: RecoveryRequest) -> bool:
    """Finished, and not called off: then its second half was never given."""
    return asked.finished_at is not None and asked.released_at is not None
