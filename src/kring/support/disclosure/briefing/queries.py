"""Looks at letters upward: those of a dossier for who wrote them, and those for who is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from kring.support.disclosure.briefing.content import BriefingContent
from kring.support.disclosure.briefing.models import Briefing
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.primitives import as_id
from kring.vault.refusals import Refused

PART = "briefing"


@dataclass(frozen=True, slots=True)
class Kept:
    """One letter that opened, with the keys it came by."""

    row: Briefing
    letter: BriefingContent
    keys: Keys


def of_dossier(session: Session, dossier: str) -> list[Kept]:
    """The letters about a dossier that this colleague wrote, newest first. Two queries."""
    return _read(session, Briefing.objects.filter(dossier=dossier), act="briefing.of_dossier", about=[dossier])


def for_reader(session: Session) -> list[Kept]:
    """The letters to this colleague that still open, newest first. Two queries."""
    return _read(session, Briefing.objects.filter(reader=session.person), act="briefing.list")


def one(session: Session, briefing: str, *, act: str) -> Kept:
    """One letter to this colleague, or by him. Raises `Refused`."""
    row = Briefing.objects.filter(id=as_id(briefing)).first()
    keys = gate.entering(session, act=act, of=[briefing], parts=[PART])
    if row is None:
        raise Refused
    return _kept(row, keys)


def _kept(row: Briefing, keys: Keys) -> Kept:
    """What the row says in the clear has to be what lies sealed: for whom, of which dossier, above which letter."""
    letter = keys.open(row, BriefingContent)
    if (row.reader, row.dossier_id, row.above) != (letter.to, letter.dossier, letter.above):
        raise Refused
    return Kept(row, letter, keys)


def _read(session: Session, found: Iterable[Briefing], *, act: str, about: Iterable[str] = ()) -> list[Kept]:
    rows = sorted(found, key=lambda row: row.id)
    keys = gate.entering(session, act=act, of=[row.id for row in rows], parts=[PART], strict=False, about=about)
    kept = [_kept(row, keys) for row in rows if keys.holds(row.id, PART)]
    return sorted(kept, key=lambda one: one.letter.on, reverse=True)
