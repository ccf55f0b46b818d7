"""Saying how one's work goes: the same words into the letterbox of the head of service and into one's own.

Each lies in the place of the one before, so no row of weeks is ever kept of a colleague.
"""

from contextlib import suppress

from kring.support.desk.checkin.content import CheckIn
from kring.support.desk.pulse.sealing import OFFICE
from kring.team import queries as team
from kring.vault import letterbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Letter
from kring.vault.refusals import Conflict, Refused

CHECK_IN = "check_in"
"""The kind of its letters."""


def say(session: Session, said: CheckIn, *, seen: str) -> None:
    """Seal it for both. seen: id and moment of the own letter that was on the screen, "" for none.

    Raises `Conflict` when something else was said meanwhile in another window, `Refused` in a town without the office.
    """
    me, owner = session.person, team.office(OFFICE).principal
    if mark(newest(me, me)) != seen:
        raise Conflict
    with acting("checkin.say", by=me, on=[me]) as act:
        for box in (me, owner):
            _put(act, said, newest(box, me), owner=box, me=me)


def newest(owner: str, about: str) -> Letter | None:
    """The letter of a colleague in one letterbox; what was changed outside Kring is left for who looks into it."""
    for letter in Letter.objects.filter(letterbox__owner=owner, kind=CHECK_IN, about=about).order_by("-dropped_at"):
        with suppress(Refused):
            return letter.verified()
    return None


def mark(letter: Letter | None) -> str:
    """What tells one state of a letter from another."""
    return f"{letter.id} {letter.dropped_at.isoformat()}" if letter else ""


def _put(act: Act, said: CheckIn, earlier: Letter | None, *, owner: str, me: str) -> None:
    if earlier is None:
        letterbox.drop(act, said, owner=owner, kind=CHECK_IN, about=me, author=me)
    else:
        letterbox.drop_anew(act, earlier, said, kind=CHECK_IN, about=me)
