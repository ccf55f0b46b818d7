"""The role: the colleague who was asked says yes, a dossier opens, and the intake keeps nothing of the referral."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kring.support.clarification import answers, rules
from kring.support.clarification.actions import ACUTE, INVITED, MERGED, MERGED_RAW, NOTED, PROPOSAL, TALK, claim
from kring.support.clarification.content import AcuteCall, Merged, Proposal, Shown, StepNote, TalkNotes
from kring.support.clarification.days import case_day
from kring.support.dossier.actions import Kept, OpenedDossier, open_dossier
from kring.support.dossier.content import Begun, Identity, Mode
from kring.support.dossier.knock.registry import entered
from kring.support.intake import replies
from kring.support.intake.actions import ORIGINAL, OpenReferral
from kring.support.intake.content import Original
from kring.support.intake.models import Referral, ReferralRecord
from kring.support.intake.moments import actions as moments
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.codec import Content
from kring.vault.gate import Session

Lane, Outcome = Referral.Lane, Referral.Outcome

RECORDS: dict[str, type[Content]] = {
    TALK: TalkNotes,
    PROPOSAL: Proposal,
    ACUTE: AcuteCall,
    INVITED: Shown,
    NOTED: StepNote,
    MERGED: Merged,
    MERGED_RAW: Original,
    ORIGINAL: Original,
    **replies.KINDS,
}
"""kind of a record -> what is sealed in it; all of it goes along into the dossier."""


@dataclass(frozen=True, slots=True)
class Role:
    """What opens the dossier; nothing about the person is mandatory."""

    circle: str
    programme: str
    deputy: str
    mode: Mode
    label: str
    identity: Identity | None = None
    told_by_client: bool = False


def take_role(session: Session, opened: OpenReferral, role: Role, *, once: str = "") -> OpenedDossier:
    """The asked colleague says yes: the dossier opens, the referral is re-sealed in it, the intake copy is destroyed.

    Raises `NotNow`, and `MayNotCarry` when the deputy or holder may not carry it.
    """
    referral = opened.referral
    rules.check("take_role", referral)
    rules.check_asked(referral.role_asked, session.person)
    on, kept = today(), list(_kept(opened))
    registry = entered(session, role.circle, act="referral.take_role") if role.identity else None
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
            told_by_client=role.told_by_client,
            referral=kept,
            begun=_begun(opened),
            registry=registry,
        )
        claim(act, referral, once, outcome=made.dossier.id)
        answers.count(act, referral, Outcome.ROLE)
        moments.release(act, referral.id)
        answers.forget(act, referral, into=made.keys.part(made.dossier.id, "referral").lock)
        act.change(referral, lane=Lane.DECIDED, outcome=Outcome.ROLE, decided_on=on, filed=False)
    return made


def _begun(opened: OpenReferral) -> Begun:
    """What the figures tell of how it came to us."""
    referral, talk = opened.referral, opened.referral.talk_at
    return Begun(
        referrer_kind=referral.referrer_kind,
        channel=referral.channel,
        referred_on=case_day(referral.arrived_at),
        talk_on=case_day(talk) if talk else None,
        domains=opened.content.domains,
    )


def proposal_of(opened: OpenReferral) -> Proposal | None:
    """The outcome that lies before the referrer."""
    return next((found for found in records(opened, PROPOSAL) if isinstance(found, Proposal)), None)


def notes_of(opened: OpenReferral) -> list[TalkNotes]:
    """The notes of the talks, oldest first."""
    return sorted(
        (found for found in records(opened, TALK) if isinstance(found, TalkNotes)), key=lambda notes: notes.at
    )


def records(opened: OpenReferral, *kinds: str) -> list[Content]:
    """What was kept of these kinds, opened, in one query."""
    rows = ReferralRecord.objects.filter(referral=opened.referral, kind__in=kinds)
    return [opened.keys.open(row, RECORDS[row.kind]) for row in rows]


def _kept(opened: OpenReferral) -> Iterable[Kept]:
    """Everything that was written goes along, with the code: by it alone the dossier finds its referral again."""
    yield Kept("referral", opened.content)
    for row in ReferralRecord.objects.filter(referral=opened.referral, kind__in=RECORDS):
        kept = opened.keys.open(row, RECORDS[row.kind])
        if isinstance(kept, Merged):
            kept = replace(kept, content=replace(kept.content, code=""))
        yield Kept(row.kind, kept)
    for _letter, answer in answers.answers_of(opened):
        yield Kept(answers.ANSWER, answer)
    for kind, content in replies.waiting(opened, *replies.KINDS):
        yield Kept(kind, content)
