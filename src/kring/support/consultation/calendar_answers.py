"""What the answer of a guest's calendar does: it stands beside his name, and nothing more.

As for a talk with a referrer: it counts only when uid, attendee and sequence are those of the last item that went out.
Source: RFC 5546, 3.2.3 and 6.1.1.
"""

from datetime import timedelta

from django.utils import timezone

from kring.support.clarification.appointments import attendee_token
from kring.support.consultation.content import TableAnswer
from kring.support.consultation.guests import ANSWER, Said
from kring.support.consultation.models import TableInvitation
from kring.support.intake.mail.letter import CalendarReply
from kring.vault import letterbox, throttle
from kring.vault.acts import acting
from kring.vault.primitives import same
from kring.vault.refusals import Refused

BY = "system"
MOST, WINDOW = 12, timedelta(days=1)
LONGEST = 2000
MEANT = {"ACCEPTED": ("yes", Said.COMES), "TENTATIVE": ("perhaps", Said.PERHAPS), "DECLINED": ("no", Said.NOT)}


def answer_by_calendar(reply: CalendarReply) -> str:
    """Take in the answer of a calendar; the invitation it is about, or "" when it is none of ours. Safe to repeat."""
    row = _invitation(reply)
    if row is None:
        return ""
    meant = ("perhaps", Said.PERHAPS) if reply.proposes else MEANT.get(reply.partstat)
    standing = row.state == TableInvitation.State.ASKED and reply.sequence == row.sequence
    if meant is not None and standing and throttle.count("table answer", row.uid, WINDOW) <= MOST:
        _note(row, reply, *meant)
    return row.id


def words_by_mail(invitation: str, text: str) -> bool:
    """A word that came along with the answer of a calendar; whether there is such an invitation."""
    row = TableInvitation.objects.filter(id=invitation).first()
    if row is None:
        return False
    with acting("consultation.words", by=BY, on=[row.consultation_id]) as act:
        words = TableAnswer("", text[:LONGEST], way="calendar")
        letterbox.drop(act, words, owner=row.consultation_id, kind=ANSWER, about=row.id, author=BY)
    return True


def _note(row: TableInvitation, reply: CalendarReply, comes: str, said: str) -> None:
    once = f"{row.uid} {reply.sequence} {said}"
    with acting("consultation.calendar", by=BY, on=[row.consultation_id]) as act:
        if act.once(once, lock=row.id, outcome=row.id) is None:
            act.change(row, said=said, said_at=timezone.now())
            answer = TableAnswer(comes, way="calendar")
            letterbox.drop(act, answer, owner=row.consultation_id, kind=ANSWER, about=row.id, author=BY)


def _invitation(reply: CalendarReply) -> TableInvitation | None:
    """The invitation by its uid, if this attendee got it."""
    row = TableInvitation.objects.filter(uid=reply.uid.partition("@")[0]).first()
    try:
        if row is None or not same(attendee_token(reply.attendee).encode(), row.verified().attendee.encode()):
            return None
    except Refused:
        return None
    return row
