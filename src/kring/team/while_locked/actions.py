"""Dropping into one's own letterbox without reading, and taking out what one is done with."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import QueryDict

from kring.team.while_locked.content import LockedNote, Unsent
from kring.vault import letterbox, throttle, ties
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.primitives import as_id, digest, encode
from kring.vault.refusals import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet

NOTE, UNSENT = "note", "unsent"
NEVER_KEPT = frozenset(
    {"csrfmiddlewaretoken", "password", "code", "paper", "device", "answer", "prf", "secret", "pen_of"}
)
"""Names of fields that are dropped: what opens something is typed again; which form a page had is nobody's words."""
PACE = (200, timedelta(hours=1))
"""So much one session may leave behind: a stolen cookie fills no disk."""


def write_note(person: str, note: LockedNote, *, once: str) -> None:
    """Leave a note for oneself. Sent twice it lies there once. Raises `Refused` when there are too many."""
    _slow_down(person)
    with acting("locked.note", by=person, on=[person]) as act:
        if act.once(f"note {once}", lock=person, outcome=person) is None:
            letterbox.drop(act, note, owner=person, kind=NOTE, about=person, author=person)


def keep_unsent(person: str, path: str, form: QueryDict, *, files: bool = False) -> None:
    """Keep a form that came to a locked door. Raises `Refused` when there are too many."""
    _slow_down(person)
    fields = tuple((name, value) for name, values in form.lists() if name not in NEVER_KEPT for value in values)
    names = ties.ids_in(path, *(value for name, value in fields if name != "once"))
    once = digest(encode(path, *(text for pair in fields for text in pair))).hex()
    with acting("locked.unsent", by=person, on=[person]) as act:
        if act.once(f"unsent {once}", lock=person, outcome=person) is None:
            content = Unsent(path, fields, files=files)
            letterbox.drop(act, content, owner=person, kind=UNSENT, about=person, author=person, names=names)


def throw_away(session: Session, letter_id: str) -> None:
    """Take a letter out of one's own letterbox for good; one that is gone changes nothing."""
    with acting("locked.throw_away", by=session.person, on=[session.person]) as act:
        act.erase(own_letters(session.person).filter(id=as_id(letter_id)))


def sent_on(session: Session, letter_id: str) -> None:
    """The form in it went where it was going: a back-up that is put back may have lost that, and has the letter."""
    with acting("locked.sent_on", by=session.person, on=[session.person]) as act:
        act.remove(list(own_letters(session.person).filter(id=as_id(letter_id))))


def own_letters(person: str) -> "QuerySet[Letter]":
    """What lies in a person's letterbox from when it was locked, the oldest first; still sealed."""
    found = Letter.objects.filter(letterbox__owner=person, kind__in=(NOTE, UNSENT))
    return found.order_by("dropped_at", "id")


def _slow_down(person: str) -> None:
    tries, window = PACE
    if throttle.count("locked writing", person, window) > tries:
        raise Refused
