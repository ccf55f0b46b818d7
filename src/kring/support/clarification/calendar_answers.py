"""What the answer of a calendar does to the appointment it belongs to: it is answered, and nothing more.

Anybody can type such an answer. It counts only when uid, attendee and sequence are those of the last invitation that
went out, and then it moves no referral and frees no moment: a colleague sees it and decides. How an answer is read from
a message: intake/mail/calendar_answers.py. Source: RFC 5546, 3.2.3, 3.2.7 and 6.1.1 (spoofing the attendee).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from kring.support.clarification.answers import drop_answer
from kring.support.clarification.appointments import attendee_token
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.models import TalkAppointment
from kring.support.intake.mail.letter import CalendarReply
from kring.support.intake.models import Referral
from kring.vault import throttle
from kring.vault.acts import acting
from kring.vault.primitives import same
from kring.vault.refusals import Conflict, Refused

BY: Final = "system"
MOST, WINDOW = 12, timedelta(days=1)
"""Answers to one item in a day: more than any program sends."""
Said = TalkAppointment.Said

MEANT: Mapping[str, tuple[str, Answer]] = {
    "ACCEPTED": (Said.COMES, Answer.YES),
    "TENTATIVE": (Said.PERHAPS, Answer.ALMOST),
    "DECLINED": (Said.NOT, Answer.NO),
}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """To which referral an answer belongs, and whether it counted: not when it is late, doubled or of another talk."""

    referral: str
    counted: bool


def answer_by_calendar(reply: CalendarReply) -> TakenIn | None:
    """Take in the answer of a calendar; None when it belongs to no appointment of ours. Safe to repeat."""
    row = _appointment(reply)
    if row is None:
        return None
    meant = (Said.ANOTHER_MOMENT, Answer.ALMOST) if reply.proposes else MEANT.get(reply.partstat)
    if meant is None or not _counts(row, reply):
        return TakenIn(row.referral_id, counted=False)
    said, answer = meant
    once = f"{row.uid} {reply.sequence} {said} {reply.proposes}"
    try:
        with acting("referral.calendar", by=BY, on=[row.referral_id]) as act:
            if act.once(once, lock=row.referral_id, outcome=row.referral_id) is not None:
                raise Conflict
            act.change(row, said=said, said_at=timezone.now())
            given = ReferrerAnswer(answer, way="calendar", about="invitation", proposes=reply.proposes)
            drop_answer(act, row.referral, given, author=BY)
    except Conflict:
        return TakenIn(row.referral_id, counted=False)
    return TakenIn(row.referral_id, counted=True)


def _appointment(reply: CalendarReply) -> TalkAppointment | None:
    """The item by its uid, if this attendee was invited by it."""
    uid = reply.uid.partition("@")[0]
    row = TalkAppointment.objects.filter(uid=uid).select_related("referral").first()
    try:
        if row is None or not same(attendee_token(reply.attendee).encode(), row.verified().attendee.encode()):
            return None
        row.referral.verified()
    except Refused:
        return None
    return row


def _counts(row: TalkAppointment, reply: CalendarReply) -> bool:
    """Only to the last version of an item that still stands, for a talk that is still to come."""
    standing = row.state == TalkAppointment.State.ASKED and row.referral.lane == Referral.Lane.TALK_PLANNED
    if not standing or reply.sequence != row.sequence:
        return False
    return throttle.count("calendar answer", row.uid, WINDOW) <= MOST
