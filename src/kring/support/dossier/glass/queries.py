"""Looks at broken glass: the dossier behind a number, notices in a letterbox, and everything of a period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kring.support.dossier.glass.content import GlassReason
from kring.support.dossier.glass.models import GlassBreak
from kring.support.dossier.models import Dossier
from kring.vault import gate, letterbox
from kring.vault.gate import Keys, Session
from kring.vault.models import Letter
from kring.vault.refusals import Refused

if TYPE_CHECKING:
    from django.db.models import QuerySet

GLASS = "glass"
"""The kind of the letters that say why."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One time the glass was broken, and why. letter: where that lies in the letterbox it was read from.

    sound: whether row and letter are as they were written; what is not is told all the same, and hides no other.
    """

    row: GlassBreak
    number: str
    why: GlassReason | None
    letter: str = ""
    sound: bool = True


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
    rows = _rows(letter.about for letter in letters)
    return [
        Broken(row, row.dossier.number, why, letter.id, sound=why is not None and _is_ours(row))
        for letter, why in zip(letters, _reasons(keys, letters, owner), strict=True)
        if (row := rows.get(letter.about)) is not None
    ]


def _reasons(keys: Keys, letters: list[Letter], owner: str) -> Sequence[GlassReason | None]:
    """At once; one by one when somebody meddled with one of them."""
    try:
        return letterbox.read(keys, letters, GlassReason, owner=owner)
    except Refused:
        return [_reason(keys, letter, owner) for letter in letters]


def _reason(keys: Keys, letter: Letter, owner: str) -> GlassReason | None:
    try:
        [why] = letterbox.read(keys, [letter], GlassReason, owner=owner)
    except Refused:
        return None
    return why


def _is_ours(row: GlassBreak) -> bool:
    try:
        row.verified()
    except Refused:
        return False
    return True


def _rows(ids: Iterable[str]) -> dict[str, GlassBreak]:
    found = GlassBreak.objects.filter(id__in=list(ids)).select_related("dossier")
    return {row.id: row for row in found}
