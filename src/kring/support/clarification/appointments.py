"""The appointment of a talk: one calendar item for each who is invited, moved and withdrawn with the talk.

The address stays sealed with the referral; the row keeps an HMAC of it, to know an answer by. What an answer of a
calendar does: calendar_answers.py. How an item is written: calendar.py.
"""

from collections.abc import Mapping
from datetime import datetime

from kring.support.clarification.calendar import CANCEL, REQUEST
from kring.support.clarification.content import Answer, ReferrerAnswer, Shown
from kring.support.clarification.models import TalkAppointment
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral
from kring.vault import outbox
from kring.vault.acts import Act
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys

Said = TalkAppointment.Said
State = TalkAppointment.State
SAID: Mapping[Answer, str] = {Answer.YES: Said.COMES, Answer.ALMOST: Said.ANOTHER_MOMENT, Answer.NO: Said.NOT}


def attendee_token(address: str) -> str:
    """How the address of who is invited is remembered: only this installation can compute it."""
    return mac(server_keys().of("attendee", 0), encode(address.strip().casefold())).hex()


def settle(act: Act, referral: Referral, earlier: Shown | None, *, to: str, at: datetime) -> tuple[str, dict[str, str]]:
    """Make, or move, the item of who is invited now; withdraw that of who was invited before and is not any more.

    The id of the row and the words for the mail; both empty when nobody is written to.
    """
    living = _living(referral)
    mine = next((row for row in living if row.attendee == attendee_token(to)), None) if to else None
    for row in living:
        if row is not mine:
            _withdraw(act, row, earlier)
    if not to:
        return "", {}
    if mine is None:
        mine = act.add(TalkAppointment(referral=referral, attendee=attendee_token(to), at=at))
    else:
        act.change(mine, sequence=mine.sequence + 1, at=at, said=Said.NOTHING, said_at=None)
    return mine.id, words(mine, REQUEST)


def withdraw(act: Act, referral: Referral, earlier: Shown | None) -> None:
    """The talk is off: every item is withdrawn by mail."""
    for row in _living(referral):
        _withdraw(act, row, earlier)


def answered(act: Act, shown: Shown, answer: ReferrerAnswer, at: datetime) -> None:
    """Who is invited answered behind the link; a no takes the item out of the calendar as well."""
    row = TalkAppointment.objects.filter(id=shown.appointment, state=State.ASKED).first()
    if row is None:
        return
    act.change(row, said=SAID[answer.answer], said_at=at)
    if answer.answer is Answer.NO:
        _withdraw(act, row, shown)


def forget(act: Act, referral: Referral, *, into: str = "") -> None:
    """Nothing stays of an appointment; `into` as in `answers.forget`."""
    act.erase(TalkAppointment.objects.filter(referral=referral), into=into)


def words(row: TalkAppointment, method: str) -> dict[str, str]:
    """What a mail needs to carry the item."""
    return {
        "callword": call_word(row.referral_id),
        "method": method,
        "uid": row.uid,
        "sequence": str(row.sequence),
        "at": row.at.isoformat(),
    }


def _living(referral: Referral) -> list[TalkAppointment]:
    rows = TalkAppointment.objects.filter(referral=referral, state=State.ASKED).order_by("id")
    return [row.verified() for row in rows]


def _withdraw(act: Act, row: TalkAppointment, earlier: Shown | None) -> None:
    """One withdrawal, to the address the invitation went to; a row whose address is gone ends silently."""
    act.change(row, state=State.WITHDRAWN, sequence=row.sequence + 1)
    if earlier is not None and earlier.appointment == row.id and earlier.to:
        outbox.post(
            act,
            to=earlier.to,
            template="called_off",
            language=earlier.language,
            words=words(row, CANCEL),
            about=row.referral_id,
        )
