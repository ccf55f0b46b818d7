"""Looks at broken glass: the dossier behind a number, notices in a letterbox, and everything of a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kring.support.dossier.glass.content import GlassReason
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.models import Dossier
from kring.vault import gate, letterbox
from kring.vault.gate import Session
from kring.vault.models import Letter

if TYPE_CHECKING:
    from django.db.models import QuerySet

GLASS = "glass"
"""The kind of the letters that say why."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One time the glass was broken, and why. letter: where that lies in the letterbox it was read from."""

    row: GlassBreak
    number: str
    why: GlassReason | None
    letter: str = ""


def by_number(number: str) -> Dossier | None:
    """The dossier with this number, however it was typed."""
    signs = "".join(sign for sign in number.upper() if sign.isalnum()).removeprefix("K")
    found: Dossier | None = Dossier.objects.filter(number=f"K-{signs}").first()
    return found.verified() if found is not None else None


def lying(owner: str) -> "QuerySet[Letter]":
    """Notices in a letterbox, the newest first; still sealed."""
    return Letter.objects.filter(letterbox__owner=owner, kind=GLASS).order_by("-dropped_at", "id")


def told(session: Session, owner: str, part: str, *, since: datetime | None = None) -> list[Broken]:
    """What a letterbox says of broken glass, the newest first. owner: this person or an office; part: what opens it.

    One entry in the journal, none when there is nothing.
    """
    letters = list(lying(owner).filter(dropped_at__gte=since) if since else lying(owner))
    if not letters:
        return []
    keys = gate.entering(session, act="glass.read", of=[owner], parts=[part])
    reasons = letterbox.read(keys, letters, GlassReason, owner=owner)
    rows = _rows(letter.about for letter in letters)
    return [
        Broken(rows[letter.about], rows[letter.about].dossier.number, why, letter.id)
        for letter, why in zip(letters, reasons, strict=True)
        if letter.about in rows
    ]


def _rows(ids: Iterable[str]) -> dict[str, GlassBreak]:
    found = GlassBreak.objects.filter(id__in=list(ids)).select_related("dossier")
    return {row.id: row.verified() for row in found}
