"""The work on one copy: the file opened with its request, what was decided, and that it was handed over."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import override

from kring.privacy.access import export
from kring.privacy.access.items import OpenFile, open_file
from kring.privacy.access.rules import Role, against
from kring.privacy.access.worksheet import Sheet, weigh
from kring.privacy.looked import queries as looked
from kring.privacy.looked import words
from kring.privacy.requests import actions
from kring.privacy.requests.models import PersonRequest
from kring.privacy.requests.queries import Known
from kring.privacy.requests.views import standing
from kring.team import queries as team
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.primitives import digest
from kring.vault.refusals import Refused

STAND_IN = frozenset({Role.REPRESENTATIVE, Role.TRUSTED})
"""Who asks for a client that is no grown-up."""


@dataclass(frozen=True, slots=True)
class Work:
    """An open file, the request for a copy of it, and the worksheet as it stands."""

    file: OpenFile
    known: Known
    sheet: Sheet


def work(session: Session, dossier: str, request: str, *, act: str) -> Work:
    """Open a file for the copy that was asked of it. Raises `Refused`."""
    file = open_file(session, dossier, act=act)
    known = actions.find(file.opened, request)
    if known.row.kind != PersonRequest.Kind.ACCESS:
        raise Refused
    return Work(file, known, weigh(file, known.content, today()))


def against_now(done: Work) -> Promise | None:
    """Why who stands in for the client gets nothing any more: a birthday or a judgement came meanwhile (MIN-04)."""
    role = done.sheet.role
    return against(role, **standing(done.file.opened)) if role in STAND_IN else None


def copy_of(done: Work) -> export.Copy:
    """What goes out. Raises `Refused` while a piece was not decided as it stands now, or to who may not ask now."""
    if done.sheet.undecided or against_now(done):
        raise Refused
    return export.make(done.file, done.known, today(), _looked(done))


def _looked(done: Work) -> list[str]:
    with override(export.LANGUAGE):
        ever = looked.everything(done.file.dossier.id)
        return words.summary(ever, team.colleagues(ever.actors))


def given(done: Work, *, once: str) -> None:
    """It was handed over: a line in the journal each time; the first ends the term. Raises `Conflict`."""
    opened, known = done.file.opened, done.known
    on = [opened.dossier.id, known.row.id]
    with acting("privacy.give", by=opened.keys.actor, verb=Verb.GAVE, on=on) as act:
        key = f"give {once} {digest(known.row.id.encode()).hex()}"
        if act.once(key, lock=opened.dossier.id, outcome=known.row.id) is None and known.row.done_on is None:
            actions.answered(act, opened, known, outcome="given")
