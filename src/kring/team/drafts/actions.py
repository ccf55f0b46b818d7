"""Keeping a draft, ending it once its form was taken, and throwing it away.

A draft is a letter in one's own letterbox, so that keeping it needs no key and goes on while locked. It is known by the
`pen` of the open page: a page that found an older draft takes it over, and two pages never write over each other.
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from kring.team.drafts.content import Draft
from kring.vault import letterbox, throttle, ties
from kring.vault.acts import acting, outcome_of
from kring.vault.doors import KeyedRequest
from kring.vault.gate import Session
from kring.vault.models import Letter, Letterbox
from kring.vault.primitives import as_id, is_id
from kring.vault.refusals import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet

KIND = "draft"
PEN = "pen"
"""The field a page adds to its form: which draft it writes."""
NO_RECORD = frozenset({"once", "pen"})
"""Fields with an id that names no record."""
PACE = (3000, timedelta(hours=1))
AT_MOST = 100
"""So many drafts one person may have: a stolen cookie fills no disk."""


def keep(person: str, draft: Draft, *, pen: str, turn: int, before: str = "") -> bool:
    """Keep what was typed so far; whether it lies there now (False: the form was taken meanwhile).

    pen: of the open page. turn: how often it kept already; an older turn that comes late changes nothing. before: the
    pen of the draft that the page went on with. Raises `Refused` when there are too many.
    """
    tries, window = PACE
    if not is_id(pen) or throttle.count("drafts", person, window) > tries:
        raise Refused
    with acting("draft.keep", by=person, on=[person]) as act:
        Letterbox.objects.select_for_update(no_key=True).filter(owner=person).first()
        if outcome_of(_taken(pen), actor=person, lock=person) is not None:
            return False
        letter = letters(person).filter(about=pen).first() or letters(person).filter(about=before or pen).first()
        if letter is None:
            if letters(person).count() >= AT_MOST:
                raise Refused
            letterbox.drop(act, draft, owner=person, kind=_kind(turn), about=pen, author=person, names=named(draft))
        elif letter.about != pen or turn > _turn(letter):
            letterbox.drop_anew(act, letter, draft, kind=_kind(turn), about=pen, names=named(draft))
    return True


def named(draft: Draft) -> list[str]:
    """What a draft is about, by the ids in it: when one of them is destroyed, it goes too."""
    return ties.ids_in(draft.on, draft.path, *(value for name, value in draft.fields if name not in NO_RECORD))


def accepted(request: KeyedRequest) -> None:
    """The form of this request was taken: its draft is destroyed, and what comes late is not kept again.

    A back-up that is put back may have lost what the form did, and has the draft.
    """
    person, pen = writer(request), request.POST.get(PEN, "")
    if not is_id(pen):
        return
    with acting("draft.end", by=person, on=[person]) as act:
        act.once(_taken(pen), lock=person, outcome=person)
        act.remove(list(letters(person).filter(about=pen)))


def writer(request: KeyedRequest) -> str:
    """Who types, with an open session or a locked one."""
    return request.locked.person if request.locked is not None else request.signed_in.person


def throw_away(session: Session, letter_id: str) -> None:
    """Take a draft away for good; one that is gone changes nothing."""
    with acting("draft.throw_away", by=session.person, on=[session.person]) as act:
        act.erase(letters(session.person).filter(id=as_id(letter_id)))


def letters(person: str) -> "QuerySet[Letter]":
    """The drafts of a person, the newest first; still sealed. `count()` is the number of unfinished forms."""
    found = Letter.objects.filter(letterbox__owner=person, kind__startswith=KIND)
    return found.order_by("-dropped_at", "id")


def _taken(pen: str) -> str:
    return f"draft {pen}"


def _kind(turn: int) -> str:
    return f"{KIND} {max(turn, 0) % 10**9}"


def _turn(letter: Letter) -> int:
    return int(letter.kind.removeprefix(KIND))
