"""The team exchange of a rich town: a meeting with a full agenda, an empty one, one that is over. Nobody exists."""

from django.utils import timezone

from kring.exchange.lessons import actions as lessons
from kring.exchange.lessons import collecting
from kring.exchange.lessons.content import LessonCard
from kring.exchange.lessons.library import open_library
from kring.exchange.meetings import actions, ending
from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import MeetingContent, TeamAgreement, TopicContent
from kring.exchange.testing import a_meeting, opened
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.primitives import new_id

STORY = (
    "Een school vraagt elke week een verslag over een jongere. De jongere wil dat de school weet dat het beter gaat, "
    "maar niet waarover de gesprekken gaan. De leerkracht bedoelt het goed en belt vaak."
)
TOPICS = (
    (Kind.VIGNETTE, "Een school vraagt elke week een verslag", STORY, "Hoe houden we de leerkracht betrokken?"),
    (Kind.QUIET, "Stil sinds de zomer", "Geen antwoord meer, geen ruzie.", "Hoe lang blijf je aankloppen?"),
    (Kind.SIGNAL, "Drie wijken zonder zaaltje na 21 uur", "Overal dezelfde deur dicht. " * 9, ""),
    (Kind.QUESTION, "Wieheefteenheellangwoordzonderspatiesvooreenheelsmalschermvandrieentwintig", "", "Wie kent dat?"),
)


CARDS = (
    LessonCard(
        "Eén zin van de jongere is meer waard dan een verslag",
        STORY,
        "Kies elke twee weken samen één zin voor school. " * 3,
        "De zin is van de jongere. Geen zin is ook goed.",
        ("school", "network"),
        "talk",
    ),
    LessonCard("Wie belt uit onrust, wil een datum", "Een buur belt.", "Geef meteen het volgende belmoment.", ""),
    LessonCard("Wieheefteenheellangwoordzonderspatiesvooreenheelsmalscherm", "x", "Lang. " * 90, "Kort."),
)


def exchange(town: Town) -> dict[str, str]:
    """Where its pages are."""
    noor, place = town.noor, MeetingContent("9.30 uur", "Zaal 2, boven het buurthuis aan de Vaart")
    meeting = a_meeting(noor, on=today(), frame=place)
    topics = [
        actions.put_topic(opened(noor, meeting), TopicContent(*said, noor.principal, timezone.now()), once=new_id())
        for said in TOPICS
    ]
    for who, words in ((town.samir, "Laat de jongere zelf één zin kiezen."), (town.nele, "Spreek een uur af. " * 12)):
        actions.bring_in(opened(who, meeting), topics[0], words, once=new_id())
    noted = opened(noor, meeting)
    actions.write_notes(noted, "We proberen één zin.\n" * 6, seen=noted.frame.record.revision, once=new_id())
    for owner, what in ((noor, "Vraag het zaaltje na"), (town.nele, "Bel de drie scholen. " * 8)):
        actions.agree(opened(noor, meeting), TeamAgreement(what, owner.principal, today()), once=new_id())
    empty, over = a_meeting(town.nele, circle="samen"), a_meeting(noor)
    ending.end_meeting(opened(noor, over))
    shelf = open_library(noor.session, act="test.library")
    cards = [lessons.write_card(shelf, one, once=new_id()) for one in CARDS]
    made = collecting.gather(shelf, "Scholen", "Voor het nieuwe project met scholen", once=new_id())
    collecting.put_in(shelf, made, cards[0])
    return {
        "card": cards[0],
        "collection": made,
        "meeting": meeting,
        "topic": topics[0],
        "meeting-empty": empty,
        "meeting-over": over,
    }
