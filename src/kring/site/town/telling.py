"""Telling a story: the referral is received, opened, talked about and decided by the actions that the pages use.

What has its own clock (arrival, the day of a decision) is told on its day; instants of writing are real.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kring.site.founding import House
from kring.site.town.caseload import DAY, Case
from kring.site.town.stories import Story
from kring.support.clarification import actions, answers, decision
from kring.support.clarification.content import Answer, ReferrerAnswer
from kring.support.clarification.decision import Role
from kring.support.dossier.actions import change_summary
from kring.support.intake.actions import OpenReferral, open_referral, receive_referral
from kring.team.clock import on_day
from kring.vault.acts import acting
from kring.vault.gate import Session

AGREES = ReferrerAnswer(Answer.YES, way="word")


def tell_stories(house: House, stories: Iterable[Story], cases: Iterable[Case]) -> None:
    """Tell all stories; a case that came from one is opened at its end."""
    began = {case.story: case for case in cases if case.story}
    for story in stories:
        tell(house, story, began)


def tell(house: House, story: Story, began: Mapping[str, Case]) -> None:
    """Tell one story as far as it goes; a decided one on the day of its decision."""
    with on_day(story.answered_at.date() if story.answered_at else DAY):
        referral = _arrive(house, story)
        if story.receiver:
            session = house.session(story.receiver)
            opened = open_referral(session, referral)
            _talk(house, session, opened, story)
            if story.answered_at:
                answers.confirm_by_word(session, opened, AGREES)
            if story.key in began:
                _begin(house, opened, began[story.key])


def _arrive(house: House, story: Story) -> str:
    return receive_referral(
        story.content,
        submission=f"town {story.key}",
        channel=story.channel,
        referrer_kind=story.referrer_kind,
        urgency=story.urgency,
        by=house.principal(story.taken_down_by) if story.taken_down_by else "",
        arrived_at=story.arrived_at,
    ).referral


def _talk(house: House, session: Session, opened: OpenReferral, story: Story) -> None:
    """Ask, plan, note, propose: whatever the story holds."""
    to = story.content.referrer.email
    actions.ask_colleague(session, opened, person=house.principal(story.asked or story.receiver))
    if story.talk_at:
        actions.plan_talk(session, opened, talk_at=story.talk_at, to=to)
    if story.notes:
        actions.write_notes(session, opened, text=story.notes)
    if story.proposal:
        asked = house.principal(story.proposal.asked) if story.proposal.asked else ""
        actions.propose(session, opened, replace(story.proposal, asked=asked), to=to)


def _begin(house: House, opened: OpenReferral, case: Case) -> None:
    """The asked colleague says yes: the dossier opens with the referral in it, and goes on to where it is now."""
    summary, session = case.summary, house.session(case.holder)
    role = Role(
        programme=summary.programme,
        deputy=house.principal(case.deputy),
        mode=summary.mode,
        label=summary.label,
        circle=house.groups[case.circle],
        identity=case.identity,
    )
    made = decision.take_role(session, opened, role)
    with acting("dossier.summary", by=session.person, on=[made.dossier.id]) as act:
        change_summary(
            act,
            made.keys,
            made.dossier.id,
            phase=summary.phase,
            rhythm_days=summary.rhythm_days,
            last_contact_on=summary.last_contact_on,
            attempts_since=summary.attempts_since,
            next_step=summary.next_step,
            next_step_on=summary.next_step_on,
            nickname=summary.nickname,
        )
