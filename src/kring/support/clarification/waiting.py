"""What waits: a referral on the list until a day, a question to the referrer, a reminder, and back to where all began.

Each verb is one act; why is sealed with the referral. What does not live here: planning and deciding (actions.py).
"""

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.formats import date_format

from kring.support.clarification import answers, appointments, links, rules
from kring.support.clarification.actions import (
    ACUTE,
    NOTED,
    addresses,
    check_address,
    claim,
    first_answer,
    invited,
    keep,
    send,
    shown_of,
)
from kring.support.clarification.content import Proposal, Shown, StepNote
from kring.support.clarification.days import case_day
from kring.support.clarification.decision import proposal_of
from kring.support.clarification.rules import NotNow
from kring.support.intake.actions import OpenReferral
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.team.clock import today
from kring.vault import outbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Session

Lane, Outcome = Referral.Lane, Referral.Outcome


def put_on_list(
    session: Session, opened: OpenReferral, *, again_on: date, words: str = "", to: str = "", once: str = ""
) -> None:
    """There is no room yet: it waits until a day, and the referrer hears which. Raises `NotNow`."""
    referral = opened.referral
    rules.check("wait", referral)
    rules.check_again_on(again_on, today())
    check_address(opened, to)
    with acting("referral.wait", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        note(act, opened, "wait", words, session.person)
        act.change(referral, again_on=again_on, **first_answer(referral))
        if to:
            language = addresses(opened)[to].referrer.language
            told = {"callword": call_word(referral.id), "day": _said(again_on, language)}
            outbox.post(act, to=to, template="waiting", language=language, words=told)


def wait_for_referrer(session: Session, opened: OpenReferral, *, words: str, once: str = "") -> None:
    """We asked something and it is the referrer's turn, without a proposal yet. Raises `NotNow`."""
    referral = opened.referral
    rules.check("wait_for_referrer", referral)
    with acting("referral.wait_for_referrer", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        note(act, opened, "wait_for_referrer", words, session.person)
        waits: dict[str, object] = {"lane": Lane.WAITING, "proposed": Outcome.NONE, "proposed_at": timezone.now()}
        act.change(referral, **waits, again_on=None, **first_answer(referral))


def remind(session: Session, opened: OpenReferral, *, to: str, once: str = "") -> None:
    """The same words behind a new link, at most once a day; the link of before ends. Raises `NotNow`."""
    referral = opened.referral
    rules.check("remind", referral)
    rules.check_reminder(case_day(referral.reminded_at) if referral.reminded_at else None, today())
    check_address(opened, to)
    talk, proposal = invited(opened), proposal_of(opened)
    shown = talk if referral.lane == Lane.TALK_PLANNED else _laid(referral, proposal)
    if shown is None or not to:
        raise NotNow(rules.CALL, "to")
    with acting("referral.remind", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        act.change(referral, reminded_at=timezone.now())
        send(act, opened, shown, to, template="reminder")


def back_to_new(session: Session, opened: OpenReferral, *, words: str, once: str = "") -> None:
    """Back to the pile: nobody's any more, the talk is off, nothing lies before the referrer. Raises `NotNow`."""
    referral = opened.referral
    rules.check("back_to_new", referral)
    talk = invited(opened)
    with acting("referral.back_to_new", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        note(act, opened, "back_to_new", words, session.person)
        moments.release(act, referral.id)
        links.end_links(act, referral)
        if referral.talk_at and referral.talk_at > timezone.now():
            appointments.withdraw(act, referral, talk)
        act.change(referral, lane=Lane.NEW, talk_at=None, again_on=None, proposed=Outcome.NONE, **NOBODY)


def end_acute(session: Session, opened: OpenReferral, *, words: str, once: str = "") -> None:
    """Others took over in acute danger: decided without waiting for the referrer, and every word kept for the term.

    Raises `NotNow` unless the call was written down.
    """
    referral = opened.referral
    rules.check("end_acute", referral)
    if not ReferralRecord.objects.filter(referral=referral, kind=ACUTE).exists():
        raise NotNow(rules.CALL_FIRST)
    talk = invited(opened)
    with acting("referral.end_acute", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        note(act, opened, "end_acute", words, session.person)
        moments.release(act, referral.id)
        links.end_links(act, referral)
        if referral.talk_at and referral.talk_at > timezone.now():
            appointments.withdraw(act, referral, talk)
        answers.count(act, referral, Outcome.ACUTE)
        ended = {"lane": Lane.DECIDED, "outcome": Outcome.ACUTE, "decided_on": today(), "again_on": None}
        act.change(referral, **ended, **first_answer(referral))


NOBODY: dict[str, str | datetime | None] = {
    "asked": "",
    "role_asked": "",
    "asked_at": None,
    "accepted_at": None,
    "proposed_at": None,
    "confirmed_at": None,
}
"""The columns of whose turn it is, empty."""


def note(act: Act, opened: OpenReferral, step: str, words: str, by: str) -> None:
    """Keep why, when something was said."""
    if words:
        keep(act, opened, NOTED, StepNote(step, words, by, timezone.now()))


def _said(day: date, language: str) -> str:
    with translation.override(language):
        return date_format(day, "j F Y")


def _laid(referral: Referral, proposal: Proposal | None) -> Shown | None:
    return None if proposal is None else shown_of(referral, proposal)
