"""Who stands around a referral: who may be asked, and what the colleague who looks may carry himself."""

from datetime import datetime

from kring.support.clarification import answers, rules, words
from kring.support.clarification.forms import Around, Choices
from kring.support.clarification.queries import open_ones
from kring.support.intake.actions import OpenReferral
from kring.team import queries as team
from kring.team.clock import today
from kring.team.programmes import PROGRAMMES


def around(opened: OpenReferral, me: str, *, takes_role: bool) -> Around:
    """What the forms of a referral need to know. Programmes and deputies only where a role may be taken."""
    known = open_ones(opened.referral.id)
    received = known.received
    others: Choices = [(row.id, words.other(row, today())) for row in known.others]
    people = {one.principal: one.name for one in team.members_of(answers.circle_of(opened))}
    if not takes_role:
        return Around(opened, people, me, [], [], _proposed(opened), received, others)
    circles = {group.code: group.principal for group in team.circles_of(me)}
    mine = {row.programme for row in team.functions_of(me)}
    carried = [one for one in PROGRAMMES if one.circle in circles and one.code in mine]
    deputies: dict[str, str] = {}
    for principal in {circles[one.circle] for one in carried}:
        deputies |= {one.principal: one.name for one in team.members_of(principal) if one.principal != me}
    programmes: Choices = [(one.code, one.name) for one in carried]
    ordered: Choices = sorted(deputies.items(), key=lambda one: one[1])
    return Around(opened, people, me, programmes, ordered, None, received, others)


def _proposed(opened: OpenReferral) -> datetime | None:
    """The moment the referrer asked for last, while there is a talk to plan."""
    if not rules.can("plan", opened.referral):
        return None
    asked = [answer.proposes for _letter, answer in answers.answers_of(opened) if answer.proposes]
    return asked[-1] if asked else None
