"""Looks at words in one's own letterbox: what lies there (no key), and what it says (one's own)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kring.support.contacts.word.content import ColleagueWord
from kring.support.dossier.models import Dossier
from kring.support.dossier.queries import of_colleague
from kring.support.dossier.rows import summary
from kring.vault import gate, letterbox
from kring.vault.gate import Session
from kring.vault.keycheck import OWN
from kring.vault.models import Letter

if TYPE_CHECKING:
    from django.db.models import QuerySet

WORD = "word"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A word as its receiver reads it. by: principal of who sent it."""

    id: str
    by: str
    at: datetime
    word: ColleagueWord


def lying(person: str) -> "QuerySet[Letter]":
    """What lies in somebody's letterbox, the oldest first; still sealed."""
    return Letter.objects.filter(letterbox__owner=person, kind=WORD).order_by("dropped_at", "id")


def own_dossiers(session: Session) -> list[tuple[str, str]]:
    """(id, label) of the open dossiers one carries, by label: where a word may be filed. One entry in the journal."""
    rows = Dossier.objects.filter(of_colleague(session.person), state=Dossier.State.OPEN).select_related("summary")
    carried = {row.id: row for row in rows}
    if not carried:
        return []
    keys = gate.entering(session, act="word.where", of=list(carried), parts=["summary"], strict=False)
    open_ones = [row for row in carried.values() if keys.holds(row.id, "summary")]
    labels = [(row.id, f"{summary(keys, row).label} · {row.number}") for row in open_ones]
    return sorted(labels, key=lambda one: one[1].casefold())


def arrived(session: Session) -> list[Arrived]:
    """Every word for me; one entry in the journal, none when there is nothing."""
    letters = list(lying(session.person))
    if not letters:
        return []
    keys = gate.entering(session, act="word.read", of=[session.person], parts=[OWN])
    words = letterbox.read(keys, letters, ColleagueWord, owner=session.person)
    return [Arrived(row.id, row.author, row.dropped_at, word) for row, word in zip(letters, words, strict=True)]
