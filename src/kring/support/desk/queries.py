"""Looks with keys: the caseload of a colleague in one query and one journal entry, and one dossier.

What does not live here: who may open (the gate decides by key) and how it is shown (lines.py, card.py).
"""

from dataclasses import dataclass
from typing import Any

from kring.support.desk import rules
from kring.support.desk.rules import Case
from kring.support.dossier.content import Phase, SummaryContent
from kring.support.dossier.models import Dossier, Summary
from kring.support.dossier.queries import of_colleague
from kring.support.dossier.rows import CARRIED
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.reading import within
from kring.vault.refusals import Refused

MINE, ALONG = "mine", "along"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of the own caseload. Words and phase come by POST and are kept nowhere."""

    role: str = ""
    phase: Phase | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Caseload:
    """The cases that fit what was asked; the counts are of all open dossiers of this colleague."""

    cases: list[Case]
    held: int
    along: int
    shut: list[tuple[str, str]]
    """Id and number of those that do not open for who carries them."""


def closed(me: str, asked: Asked) -> Dossier | None:
    """The closed dossier of one's own that was asked for by its number: it stands in no list."""
    if not rules.looks_like_number(asked.words):
        return None
    number = rules.as_number(asked.words)
    found = Dossier.objects.filter(of_colleague(me), number=number, state=Dossier.State.CLOSED).first()
    return found.verified() if found is not None else None


def caseload(session: Session, asked: Asked) -> Caseload:
    """Open the summaries that are asked for, no more: by number or role before opening, by name and phase after."""
    me = session.person
    rows = _listed(me)
    held = sum(row.holder == me for row in rows)
    wanted = [row for row in rows if _before_opening(row.number, row.holder == me, asked)]
    keys = gate.entering(
        session,
        act="desk.search" if asked.words else "desk.my_dossiers",
        of=[row.dossier_id for row in wanted],
        parts=["summary"],
        verb=Verb.SEARCHED if asked.words else Verb.LISTED,
        strict=False,
    )
    cases = [
        Case(row.dossier_id, row.number, row.holder == me, row.opened_on, _opened(keys, row))
        for row in wanted
        if keys.holds(row.dossier_id, "summary")
    ]
    shut = [(row.dossier_id, row.number) for row in wanted if not keys.holds(row.dossier_id, "summary")]
    return Caseload(_after_opening(cases, asked), held, len(rows) - held, sorted(shut, key=lambda one: one[1]))


def _opened(keys: Keys, row: Any) -> SummaryContent:
    """The summary of its own dossier: of all that are open here, the key must be that dossier's. Raises `Refused`."""
    if row.lock != keys.part(row.dossier_id, "summary").lock:
        raise Refused
    return keys.open(row, SummaryContent)


_LISTED = f"""
    SELECT s.id, s.lock, s.lock_version, s.revision, s.blob, s.dossier_id, d.number, d.holder, d.opened_on
    FROM support_summary s JOIN support_dossier d ON d.id = s.dossier_id
    WHERE d.state = 'open' AND d.id {within(CARRIED)}
"""  # noqa: S608  words of our own


def _listed(me: str) -> list[Any]:
    """Sealed summaries of the open dossiers somebody carries or works along on.

    In SQL, because this page is asked most: saying the same with the ORM costs a millisecond each time.
    """
    return list(Summary.objects.raw(_LISTED, {"me": me}))


def _before_opening(number: str, mine: bool, asked: Asked) -> bool:
    if rules.looks_like_number(asked.words):
        return number == rules.as_number(asked.words)
    return asked.role == "" or mine == (asked.role == MINE)


def _after_opening(cases: list[Case], asked: Asked) -> list[Case]:
    if asked.phase is not None:
        cases = [case for case in cases if case.summary.phase == asked.phase]
    if not asked.words or rules.looks_like_number(asked.words):
        return cases
    return list(filter(rules.looking_for(asked.words), cases))
