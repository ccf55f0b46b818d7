"""The team exchange with a word in each of its parts.

What does not live here: who may see what (need_to_know_exchange_table.py).
"""

from django.urls import reverse
from django.utils import timezone

from kring.exchange.lessons import actions as lessons
from kring.exchange.lessons import collecting
from kring.exchange.lessons.content import LessonCard
from kring.exchange.lessons.library import open_library
from kring.exchange.meetings import actions
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import MeetingContent, TeamAgreement, TopicContent
from kring.exchange.testing import a_meeting, opened
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def exchanged(town: Town) -> dict[str, Thing]:
    """A meeting of all circles, and one of SAMEN alone."""
    return {"meeting": _meeting(town), "meeting within": _within(town), "lesson": _lesson(town)}


def _meeting(town: Town) -> Thing:
    thing, noor = Thing(), town.noor
    thing.id = a_meeting(noor, frame=MeetingContent("9 uur", thing.text("place")))
    topic = _topic(noor, thing.id, "Een school belt.")
    actions.bring_in(opened(town.samir, thing.id), topic, thing.text("brought"), once=new_id())
    noted = opened(noor, thing.id)
    actions.write_notes(noted, thing.text("notes"), seen=noted.frame.record.revision, once=new_id())
    deal = TeamAgreement(thing.text("agreed"), noor.principal)
    actions.agree(opened(noor, thing.id), deal, once=new_id())
    return thing.seen_by(*_pages(thing.id, topic))


def _within(town: Town) -> Thing:
    thing = Thing()
    thing.id = a_meeting(town.nele, circle="samen", frame=MeetingContent("", thing.text("place")))
    actions.agree(opened(town.nele, thing.id), TeamAgreement("Bel de school", town.eline.principal), once=new_id())
    return thing.seen_by(*_pages(thing.id, _topic(town.nele, thing.id, thing.text("topic"))))


def _lesson(town: Town) -> Thing:
    """A card that Noor wrote, in a collection of Nele."""
    thing, noor = Thing(), open_library(town.noor.session, act="test.library")
    card = LessonCard(thing.text("title"), "Een school belt.", thing.text("helped"), "", ("school",), "talk")
    thing.id = lessons.write_card(noor, card, once=new_id())
    nele = open_library(town.nele.session, act="test.library")
    made = collecting.gather(nele, thing.text("collection"), "", once=new_id())
    collecting.put_in(nele, made, thing.id)
    thing.seen_by(reverse("exchange:card", args=[thing.id]), reverse("exchange:collection", args=[made]))
    thing.ways["search"] += [("POST", reverse("exchange:library"), (("words", one),)) for one in thing.handles]
    return thing


def _topic(who: Persona, meeting: str, words: str) -> str:
    topic = TopicContent(Kind.VIGNETTE, "Vignet", words, "En dan?", who.principal, timezone.now())
    return actions.put_topic(opened(who, meeting), topic, once=new_id())


def _pages(meeting: str, topic: str) -> tuple[str, str]:
    return reverse("exchange:meeting", args=[meeting]), reverse("exchange:topic", args=[meeting, topic])
