"""Meetings of the tests, made through the product's own verbs. Nobody here exists."""

from datetime import date, timedelta

from django.utils import timezone

from kring.exchange.meetings import actions
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import MeetingContent, TopicContent
from kring.exchange.meetings.opening import OpenMeeting, open_meeting
from kring.team.clock import today
from kring.team.testing import Persona
from kring.vault.primitives import new_id

WORDS = "Een school vraagt elke week een verslag over een jongere."
FRAME = MeetingContent("9.30 uur", "Zaal 2")


def a_meeting(who: Persona, *, circle: str = "", on: date | None = None, frame: MeetingContent = FRAME) -> str:
    """A meeting planned by somebody, in a week unless it is said."""
    on = on or today() + timedelta(days=7)
    return actions.plan_meeting(who.session, frame, circle=circle, on=on, once=new_id())


def opened(who: Persona, meeting: str) -> OpenMeeting:
    """The meeting as somebody opens it now."""
    return open_meeting(who.session, meeting, act="test.open")


def a_topic(who: Persona, meeting: str, *, kind: str = Kind.VIGNETTE, words: str = WORDS) -> str:
    """Something somebody puts on the agenda."""
    topic = TopicContent(kind, "Een school vraagt", words, "En de leerkracht?", who.principal, timezone.now())
    return actions.put_topic(opened(who, meeting), topic, once=new_id())
