"""Referrals for tests, received through the product's own verbs and brought to where a story begins. Invented words."""

from datetime import UTC, datetime
from typing import Any

from kring.support.clarification import actions, answers, rules
from kring.support.clarification.content import Answer, Proposal, ReferrerAnswer
from kring.support.intake.actions import OpenReferral, open_referral, receive_referral
from kring.support.intake.codelists import Channel, ReferrerKind
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.intake.models import Referral
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.primitives import new_id

Outcome = Referral.Outcome
TALK_AT = datetime(2031, 3, 11, 12, tzinfo=UTC)
SCHOOL = Referrer(name="Mia Stevens", organisation="De Regenboog", email="mia@school.example", phone="015 00 00 00")
WORRY = ReferralContent(SCHOOL, concern="He sleeps in the bus shelter near the canal.", domains=("school", "leisure"))
PROPOSALS: dict[str, dict[str, Any]] = {
    Outcome.TALK_ENOUGH: {"referrer_does": "speaks with the parents on Monday", "we_do": "call you on 30 March"},
    Outcome.ROLE: {"mode": "hands_on"},
    Outcome.BETTER_PLACED: {"we_do": "go along to the first talk"},
    Outcome.NO_ROLE: {"why": "Another team is there already."},
    Outcome.LATER: {"again_on": datetime(2031, 4, 1, tzinfo=UTC).date()},
}


def a_referral(content: ReferralContent = WORRY, **about: Any) -> str:
    """The id of a referral that has just come in by the form."""
    given = {"submission": new_id(), "channel": Channel.FORM, "referrer_kind": ReferrerKind.SCHOOL, **about}
    return receive_referral(content, **given).referral


def opened_by(who: Persona, referral: str) -> OpenReferral:
    """The referral as this colleague opens it now."""
    return open_referral(who.session, referral)


def proposal(town: Town, outcome: str, **words: Any) -> Proposal:
    """A proposal that names what its outcome needs; Fatma is asked for a role."""
    given: dict[str, Any] = {**PROPOSALS[outcome], **words}
    if outcome == Outcome.ROLE:
        given.setdefault("asked", town.fatma.principal)
    return Proposal(outcome, **given)


def brought_to(town: Town, lane: str, *, outcome: str = Outcome.TALK_ENOUGH, to: str = "", **about: Any) -> str:
    """A referral that Noor brought to a lane, through every step before it."""
    referral, lanes = a_referral(**about), rules.Lane
    if lane == lanes.NEW:
        return referral
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=TALK_AT, to=to)
    if lane == lanes.TALK_PLANNED:
        return referral
    actions.write_notes(town.noor.session, opened_by(town.noor, referral), text="We spoke about the bus shelter.")
    if lane == lanes.DECIDING:
        return referral
    actions.propose(town.noor.session, opened_by(town.noor, referral), proposal(town, outcome), to=to)
    if lane == lanes.DECIDED:
        yes = ReferrerAnswer(Answer.YES, way="word")
        answers.confirm_by_word(town.noor.session, opened_by(town.noor, referral), yes)
    return referral


def posted_token() -> str:
    """The token of the newest mail in the outbox."""
    return list(outbox.waiting())[-1].words["token"]
