"""Two referrals about the same become one, by hand: nothing typed is lost, and both codes keep working.

Everything of the second is sealed anew under the lock of the first; then its own lock is destroyed. It is counted once.
Nobody but a colleague says that two are one: the house does not look for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.utils import timezone

from kring.support.clarification import answers, appointments, rules
from kring.support.clarification.actions import (
    ACUTE,
    MERGED,
    MERGED_RAW,
    NOTED,
    TALK,
    claim,
    invited,
    keep,
)
from kring.support.clarification.content import KeptAnswer, Merged, Shown
from kring.support.clarification.decision import RECORDS, proposal_of
from kring.support.clarification.rules import NotNow
from kring.support.intake.actions import ORIGINAL, PART, OpenReferral, open_referral
from kring.support.intake.codelists import Urgency
from kring.support.intake.content import MailReturned, Original, ReplyByMail
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.support.intake.replies import RAW, REPLY, RETURNED
from kring.team.clock import today
from kring.vault.acts import Act, acting
from kring.vault.codec import Content
from kring.vault.gate import Session
from kring.vault.refusals import Refused

AS_THEY_ARE = (TALK, ACUTE, NOTED, MERGED, REPLY, RETURNED)
MESSAGES = (MERGED_RAW, RAW)
"""Kinds of records that go along each by itself, and the messages those name; the rest goes along under its card."""


def merge(session: Session, opened: OpenReferral, *, other: str, once: str = "") -> None:
    """Put the referral `other` into this one. Raises `NotNow` when either stands where that does not fit."""
    referral = opened.referral
    rules.check("merge", referral)
    second = _second(session, opened, other)
    whole, raw, talk = _whole(session, second), _original(second), invited(second)
    records = _opened(second, AS_THEY_ARE)
    with acting("referral.merge", by=session.person, on=[referral.id, other]) as act:
        claim(act, referral, once)
        moved = {row.id: keep(act, opened, row.kind, content).id for row, content in _opened(second, MESSAGES)}
        for row, content in records:
            keep(act, opened, row.kind, _renamed(content, moved))
        original = keep(act, opened, MERGED_RAW, raw).id if raw else ""
        keep(act, opened, MERGED, replace(whole, original=original))
        _end(act, second, talk, into=opened)
        act.change(referral, **_taken_over(referral, second.referral), **_answered(referral, second.referral))


def _second(session: Session, opened: OpenReferral, other: str) -> OpenReferral:
    sentence = rules.CHOOSE_ANOTHER
    try:
        second = open_referral(session, other)
    except Refused:
        raise NotNow(sentence, "other") from None
    if other == opened.referral.id or not rules.can("merge", second.referral):
        raise NotNow(sentence, "other")
    return second


def _whole(session: Session, second: OpenReferral) -> Merged:
    """What goes along under its card."""
    return Merged(
        card=second.referral.card,
        came_at=second.referral.arrived_at,
        content=second.content,
        by=session.person,
        at=timezone.now(),
        proposal=proposal_of(second),
        invited=invited(second),
        answers=tuple(KeptAnswer(answer, letter.dropped_at) for letter, answer in answers.answers_of(second)),
    )


def _original(second: OpenReferral) -> Original | None:
    row = ReferralRecord.objects.filter(referral=second.referral, kind=ORIGINAL).first()
    return second.keys.open(row, Original) if row else None


def _opened(second: OpenReferral, kinds: Iterable[str]) -> list[tuple[ReferralRecord, Content]]:
    rows = ReferralRecord.objects.filter(referral=second.referral, kind__in=kinds)
    return [(row, second.keys.open(row, RECORDS[row.kind])) for row in rows]


def _renamed(content: Content, moved: Mapping[str, str]) -> Content:
    """The same, naming its message where that lies now."""
    match content:
        case Merged() | ReplyByMail() | MailReturned():
            return replace(content, original=moved.get(content.original, content.original))
    return content


def _end(act: Act, second: OpenReferral, talk: Shown | None, *, into: OpenReferral) -> None:
    """The second one is no card any more; its code leads to the first."""
    row = second.referral
    moments.release(act, row.id)
    appointments.withdraw(act, row, talk)
    answers.forget(act, row, into=into.keys.part(into.referral.id, PART).lock)
    ended = {"lane": Referral.Lane.DECIDED, "outcome": Referral.Outcome.MERGED, "decided_on": today()}
    act.change(row, **ended, again_on=None, filed=False, merged_into=into.referral.id)


def _taken_over(first: Referral, second: Referral) -> dict[str, object]:
    """The more urgent of both, and who receives it when only one of them had somebody."""
    urgent = Urgency.TODAY if Urgency.TODAY in (first.urgency, second.urgency) else first.urgency
    taken: dict[str, object] = {"urgency": urgent}
    if not first.asked and second.asked:
        taken |= {name: getattr(second, name) for name in ("asked", "asked_at", "accepted_at")}
    return taken


def _answered(first: Referral, second: Referral) -> dict[str, object]:
    """Who referred second heard something when the first did not: that stays told."""
    return {"first_answer_at": second.first_answer_at} if second.first_answer_at and not first.first_answer_at else {}
