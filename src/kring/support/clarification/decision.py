"""The decision: the referrer confirms, a colleague takes the role, a talk that was enough is counted and forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from kring.support.clarification import rules
from kring.support.clarification.actions import PROPOSAL, TALK
from kring.support.clarification.content import (
    Answer,
    ClarificationDecided,
    Proposal,
    ReferrerAnswer,
    TalkNotes,
)
from kring.support.clarification.links import OpenLink
from kring.support.dossier.actions import Kept, OpenedDossier, open_dossier
from kring.support.dossier.content import Identity, Mode
from kring.support.intake.actions import OpenReferral, shred_referral
from kring.support.intake.models import Referral, ReferralRecord
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import facts, letterbox, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.primitives import new_id, new_key

Lane, Outcome = Referral.Lane, Referral.Outcome


@dataclass(frozen=True, slots=True)
class Role:
    """What opens the dossier; nothing about the person is mandatory."""

    programme: str
    deputy: str
    mode: Mode
    label: str
    circle: str
    identity: Identity | None = None


def answer_by_link(opened: OpenLink, answer: ReferrerAnswer) -> None:
    """The referrer answers a proposal: sealed into the intake letterbox, the lane moves, the link is used up."""
    referral = opened.link.referral
    rules.check("confirm", referral)
    circle = team.circle("intake").principal
    with acting("referral.answer", by=opened.session.person, on=[referral.id]) as act:
        letterbox.drop(act, answer, owner=circle, kind="answer", about=referral.id, author=opened.session.person)
        act.change(opened.link, answered_at=timezone.now())
        sharing.shred(act, bundle=opened.link.bundle, parts=[sharing.EXTRACT])
        _answered(act, referral, answer)


def confirm_by_word(session: Session, opened: OpenReferral, answer: ReferrerAnswer) -> None:
    """A colleague writes down what the referrer said on the phone or at the table."""
    rules.check("confirm", opened.referral)
    circle = team.circle("intake").principal
    with acting("referral.confirm", by=session.person, on=[opened.referral.id]) as act:
        letterbox.drop(act, answer, owner=circle, kind="answer", about=opened.referral.id, author=session.person)
        _answered(act, opened.referral, answer)


def take_role(session: Session, opened: OpenReferral, role: Role) -> OpenedDossier:
    """The asked colleague says yes: the dossier opens, the referral is re-sealed in it, the intake copy is destroyed.

    Raises `NotNow`, and `MayNotCarry` when the deputy or holder may not carry it.
    """
    referral = opened.referral
    rules.check("take_role", referral)
    rules.check_asked(referral, session.person)
    on = today()
    with acting("referral.take_role", by=session.person, on=[referral.id]) as act:
        made = open_dossier(
            act,
            circle=role.circle,
            programme=role.programme,
            holder=session.person,
            deputy=role.deputy,
            mode=role.mode,
            label=role.label,
            opened_on=on,
            identity=role.identity,
            referral=list(_kept(opened)),
        )
        _count(act, referral, Outcome.ROLE)
        shred_referral(act, referral)
        act.change(
            referral, accepted_at=timezone.now(), lane=Lane.DECIDED, outcome=Outcome.ROLE, decided_on=on, filed=False
        )
    return made


def proposal_of(opened: OpenReferral) -> Proposal | None:
    """The outcome that lies before the referrer."""
    row = ReferralRecord.objects.filter(referral=opened.referral, kind=PROPOSAL).first()
    return None if row is None else opened.keys.open(row, Proposal)


def notes_of(opened: OpenReferral) -> list[TalkNotes]:
    """The notes of the talks, oldest first."""
    rows = ReferralRecord.objects.filter(referral=opened.referral, kind=TALK)
    return sorted((opened.keys.open(row, TalkNotes) for row in rows), key=lambda notes: notes.at)


def _answered(act: Act, referral: Referral, answer: ReferrerAnswer) -> None:
    if answer.answer is not Answer.YES:
        act.change(referral, lane=Lane.DECIDING, confirmed_at=None)
        return
    if referral.proposed == Outcome.ROLE:
        act.change(referral, confirmed_at=timezone.now())
        return
    _count(act, referral, Outcome(referral.proposed))
    forgotten = not rules.keeps_content(referral.proposed)
    if forgotten:
        shred_referral(act, referral)
    act.change(
        referral,
        confirmed_at=timezone.now(),
        lane=Lane.DECIDED,
        outcome=referral.proposed,
        decided_on=today(),
        filed=referral.filed and not forgotten,
    )


def _count(act: Act, referral: Referral, outcome: str) -> None:
    """Tell the statistics office that a clarification ended so; nothing links it to a person."""
    fact = ClarificationDecided(
        referral=new_id(),
        outcome=outcome,
        referrer_kind=referral.referrer_kind,
        channel=referral.channel,
        arrived_on=timezone.localdate(referral.arrived_at),
        decided_on=today(),
    )
    facts.write(act, kind="clarification_decided", row_key=new_key(), event=referral.id, content=fact)


def _kept(opened: OpenReferral) -> Iterable[Kept]:
    yield Kept("referral", opened.content)
    for notes in notes_of(opened):
        yield Kept("talk", notes)
