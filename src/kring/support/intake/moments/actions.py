"""What one does with moments: publish them, take one back; a referral asks for one, has it confirmed, gives it up.

Every change compares and swaps, so of fifty who ask at once one gets it. `request`, `confirm` and `release` run inside
an act of the caller: asking belongs to sending the referral, confirming to planning the talk.
"""

from collections.abc import Iterable
from datetime import datetime

from kring.support.intake.moments import place, queries
from kring.support.intake.moments.models import TalkMoment
from kring.support.intake.moments.rules import Taken
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Principal
from kring.vault.refusals import Conflict, Refused

State = TalkMoment.State
MOMENTS = "moments"


def publish(session: Session, starts: Iterable[datetime], *, where: str, once: str = "") -> int:
    """Offer these half hours; how many are new. Those that one has published already stay as they are."""
    with acting("moments.publish", by=session.person) as act:
        if once and act.once(once, lock=MOMENTS, outcome=session.person) is not None:
            return 0
        Principal.objects.select_for_update(no_key=True).get(id=session.person)  # two windows offer an hour once
        mine = set(TalkMoment.objects.filter(colleague=session.person).values_list("starts_at", flat=True))
        fresh = [TalkMoment(colleague=session.person, starts_at=at) for at in starts if at not in mine]
        for row in fresh:
            row.place = place.sealed(row.id, where)
        act.add_all(fresh)
    return len(fresh)


def withdraw(session: Session, moment: str) -> None:
    """Take back a free moment of one's own. Raises `Refused`, and `Conflict` when a referrer was earlier."""
    row = TalkMoment.objects.filter(id=moment, colleague=session.person).first()
    if row is None or row.verified().state != State.FREE:
        raise Refused
    with acting("moments.withdraw", by=session.person) as act:
        act.change(row, starts_at=row.starts_at)
        act.remove([row])


def request(act: Act, starts_at: datetime, *, referral: str) -> TalkMoment:
    """Ask for a moment at this hour, whoever's it is. Raises `Taken` when none is left."""
    for row in queries.free_at(starts_at):
        try:
            act.change(row, state=State.REQUESTED, referral=referral)
        except Conflict:
            continue
        return row
    raise Taken


def confirm(act: Act, referral: str, talk_at: datetime, *, where: str = "") -> TalkMoment | None:
    """The talk is planned: on the moment that was asked for, or on another, and then that one is free again.

    where: the place, when it is another than was published.
    """
    row = queries.of_referral(referral)
    if row is None or row.starts_at != talk_at:
        release(act, referral)
        return None
    act.change(row, state=State.CONFIRMED, **({"place": place.sealed(row.id, where)} if where else {}))
    return row


def release(act: Act, referral: str) -> None:
    """Nobody comes any more: what lies ahead is free again, what is over is gone."""
    row = queries.of_referral(referral)
    if row is None:
        return
    act.change(row, state=State.FREE, referral="")
    if row.starts_at < queries.now():
        act.remove([row])
