"""Reading back what one wrote while locked, and sending a kept form on to where it was going."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.http import HttpResponse, QueryDict
from django.urls import Resolver404, resolve

from kring.team.while_locked.actions import NOTE, UNSENT, own_letters, sent_on
from kring.team.while_locked.content import LockedNote, Unsent
from kring.vault import gate, letterbox
from kring.vault.doors import KeyedRequest
from kring.vault.gate import Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter
from kring.vault.primitives import as_id, is_id
from kring.vault.refusals import Refused

SENT = (301, 302, 303, 307)
"""A form that was taken answers by leading on; one that came back has something wrong in it and is kept."""
SHORT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One letter as its writer reads it. lines: the words in it; how: channel of a note."""

    id: str
    dropped_at: datetime
    lines: list[str] = field(repr=False)
    how: str = ""
    unsent: bool = False
    files: bool = False


def read_back(session: Session) -> list[Line]:
    """Everything of one's own letterbox, one entry in the journal."""
    letters = list(own_letters(session.person))
    if not letters:
        return []
    keys = gate.entering(session, act="locked.read_back", of=[session.person], parts=[OWN])
    notes, forms = _of(letters, NOTE), _of(letters, UNSENT)
    found = letterbox.read(keys, notes, LockedNote, owner=session.person)
    lines = [Line(row.id, row.dropped_at, [each.text], each.how) for row, each in zip(notes, found, strict=True)]
    kept = letterbox.read(keys, forms, Unsent, owner=session.person)
    lines += [
        Line(row.id, row.dropped_at, _words(each), unsent=True, files=each.files)
        for row, each in zip(forms, kept, strict=True)
    ]
    return sorted(lines, key=lambda line: line.dropped_at)


def send_on(request: KeyedRequest, letter_id: str) -> HttpResponse:
    """Give a kept form to the page it was for, through that page's own door; taken there, it is gone here.

    Raises `Refused` when there is no such form or no such page.
    """
    session = request.signed_in
    letters = list(own_letters(session.person).filter(id=as_id(letter_id), kind=UNSENT))
    if not letters:
        raise Refused
    keys = gate.entering(session, act="locked.send_on", of=[session.person], parts=[OWN])
    [kept] = letterbox.read(keys, letters, Unsent, owner=session.person)
    response = _asked(request, kept)
    if response.status_code in SENT:
        sent_on(session, letter_id)
    return response


def _asked(request: KeyedRequest, kept: Unsent) -> HttpResponse:
    try:
        found = resolve(kept.path)
    except Resolver404:
        raise Refused from None
    form = QueryDict(mutable=True)
    for name, value in kept.fields:
        form.appendlist(name, value)
    request.path = request.path_info = kept.path
    request.resolver_match = found
    request.POST = cast("Any", form)  # a form like any other
    return cast("HttpResponse", found.func(request, *found.args, **found.kwargs))


def _of(letters: list[Letter], kind: str) -> list[Letter]:
    return [letter for letter in letters if letter.kind == kind]


def _words(kept: Unsent) -> list[str]:
    """What somebody typed, as far as one can tell it from choices and ids."""
    return [value for _name, value in kept.fields if len(value) > SHORT and not is_id(value) and " " in value]
