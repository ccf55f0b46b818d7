"""What the referrer says: to an invitation or to a proposal, by link or by word of mouth.

An answer lies in the letterbox of the intake circle. Yes to a proposal decides, except for a role: that waits for the
colleague who was asked. A talk that was enough is counted and forgotten in the same act.
"""

from dataclasses import replace

from django.utils import timezone

from kring.support.clarification import appointments, links, rules
from kring.support.clarification.actions import claim
from kring.support.clarification.content import Answer, ClarificationDecided, ReferrerAnswer
from kring.support.clarification.days import case_day
from kring.support.clarification.links import OpenLink
from kring.support.clarification.models import ReferrerLink
from kring.support.intake.actions import OpenReferral, shred_referral
from kring.support.intake.models import Referral
from kring.support.intake.moments import actions as moments
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import facts, letterbox
from kring.vault.acts import Act, acting
from kring.vault.gate import OWN_KEY, Session
from kring.vault.models import Letter
from kring.vault.primitives import new_key
from kring.vault.refusals import Conflict

ANSWER = "answer"
Lane, Outcome = Referral.Lane, Referral.Outcome


def answer_by_link(opened: OpenLink, answer: ReferrerAnswer, *, once: str = "") -> None:
    """The referrer answers behind a link; the link is used up. Raises `NotNow`, `Conflict` when it was done before."""
    referral, link = opened.link.referral, opened.link
    invitation = link.kind == ReferrerLink.Kind.INVITATION
    rules.check("come" if invitation else "confirm", referral)
    with acting("referral.answer", by=link.principal, on=[referral.id]) as act:
        if once and act.once(once, lock=link.principal, outcome=referral.id) is not None:
            raise Conflict
        drop_answer(act, referral, replace(answer, about=link.kind), author=link.principal)
        links.use_up(act, link)
        if invitation:
            appointments.answered(act, opened.shown, answer, timezone.now())
            _answer_invitation(act, referral, answer)
        else:
            _answer_proposal(act, referral, answer)


def confirm_by_word(
    session: Session, opened: OpenReferral, answer: ReferrerAnswer, *, proposed_by: str = "", once: str = ""
) -> None:
    """A colleague writes down what the referrer said on the phone or at the table. Raises `NotNow`.

    proposed_by: who laid it before the referrer; of an own observation that is not who confirms it.
    """
    referral = opened.referral
    rules.check("confirm", referral)
    rules.check_two_people(referral, proposed_by, session.person)
    with acting("referral.confirm", by=session.person, on=[referral.id]) as act:
        claim(act, referral, once)
        drop_answer(act, referral, answer, author=session.person)
        links.end_links(act, referral)
        _answer_proposal(act, referral, answer)


def circle_of(opened: OpenReferral) -> str:
    """The circle whose key opened this referral."""
    return next(bundle for bundle, part in opened.keys.all_parts if part == OWN_KEY)


def answers_of(opened: OpenReferral) -> list[tuple[Letter, ReferrerAnswer]]:
    """What the referrer answered so far, oldest first, with the letter it lies in."""
    circle = circle_of(opened)
    letters = list(Letter.objects.filter(about=opened.referral.id, kind=ANSWER, letterbox__owner=circle))
    letters.sort(key=lambda letter: letter.dropped_at)
    if not letters:
        return []
    return list(zip(letters, letterbox.read(opened.keys, letters, ReferrerAnswer, owner=circle), strict=True))


def count(act: Act, referral: Referral, outcome: str) -> None:
    """Tell the statistics office that a clarification ended so; nothing links it to a person or to the referral."""
    fact = ClarificationDecided(
        outcome=outcome,
        referrer_kind=referral.referrer_kind,
        channel=referral.channel,
        arrived_on=case_day(referral.arrived_at),
        decided_on=today(),
    )
    facts.write(act, kind="clarification_decided", row_key=new_key(), event="decided", content=fact)


def forget(act: Act, referral: Referral, *, into: str = "") -> None:
    """Destroy all that was written, links and appointments included; the clear row stays for the figures.

    into: the lock it was sealed under anew, when a dossier was opened.
    """
    links.forget_links(act, referral, into=into)
    appointments.forget(act, referral, into=into)
    shred_referral(act, referral, into=into)


def drop_answer(act: Act, referral: Referral, answer: ReferrerAnswer, *, author: str) -> None:
    """Lay an answer in the letterbox of the intake circle."""
    circle = team.circle("intake").principal
    letterbox.drop(act, answer, owner=circle, kind=ANSWER, about=referral.id, author=author)


def _answer_invitation(act: Act, referral: Referral, answer: ReferrerAnswer) -> None:
    """Any other answer than yes puts the referral back where a talk is to be planned."""
    if answer.answer is not Answer.YES:
        moments.release(act, referral.id)
        act.change(referral, lane=Lane.NEW, talk_at=None)


def _answer_proposal(act: Act, referral: Referral, answer: ReferrerAnswer) -> None:
    if answer.answer is not Answer.YES:
        act.change(referral, lane=Lane.DECIDING, confirmed_at=None)
        return
    if referral.proposed == Outcome.ROLE:
        act.change(referral, confirmed_at=timezone.now())
        return
    count(act, referral, referral.proposed)
    moments.release(act, referral.id)
    kept = rules.keeps_content(referral.proposed)
    if not kept:
        forget(act, referral)
    act.change(
        referral,
        confirmed_at=timezone.now(),
        lane=Lane.DECIDED,
        outcome=referral.proposed,
        decided_on=today(),
        filed=referral.filed and kept,
    )
