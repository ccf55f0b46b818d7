"""Sending a word without reading anything, and taking out of one's own letterbox what one is done with."""

from datetime import timedelta

from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.codelists import Direction, Kind
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import case_now
from kring.support.contacts.rounds.opening import circle_of
from kring.support.contacts.word.content import ColleagueWord
from kring.support.contacts.word.queries import WORD, arrived, lying
from kring.team import queries as team
from kring.vault import letterbox, throttle
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.refusals import Refused

PACE = (60, timedelta(hours=1))
"""So many words an hour: a stolen session fills nobody's letterbox."""


def send_word(session: Session, *, to: str, word: ColleagueWord, once: str) -> None:
    """Leave a word for a colleague of the same circle; sent twice it lies there once.

    Raises `Refused` alike for somebody of another circle, somebody who does not exist, oneself, and too many.
    """
    receivers = {one.principal for one in team.members_of(circle_of(session.person))} - {session.person}
    tries, window = PACE
    if to not in receivers or throttle.count("word for a colleague", session.person, window) > tries:
        raise Refused
    with acting("word.send", by=session.person, on=[to]) as act:
        if act.once(f"word {once} {word.nickname} {word.sentence}", lock=to, outcome=to) is None:
            letterbox.drop(act, word, owner=to, kind=WORD, about=to, author=session.person)


def file_word(session: Session, letter_id: str, dossier: str) -> None:
    """Keep a word as a contact in a dossier one holds; then it is gone from the letterbox. Raises `Refused`.

    Written first and taken out afterwards: what is cut off in between is filed once more, and stands there once.
    """
    found = next((one for one in arrived(session) if one.id == letter_id), None)
    if found is None:
        raise Refused
    sentence = " · ".join(part for part in (found.word.nickname, found.word.sentence) if part)
    now = case_now()
    contact = Contact(Kind.CONTEXT.value, now, now, session.person, direction=Direction.THIRD.value, sentence=sentence)
    log_contact(session, [dossier], contact, once=f"word {letter_id}")
    throw_away(session, letter_id)


def throw_away(session: Session, letter_id: str) -> None:
    """Take a word out of one's own letterbox for good; one that is gone changes nothing."""
    with acting("word.throw_away", by=session.person, on=[session.person]) as act:
        act.erase(lying(session.person).filter(id=letter_id))
