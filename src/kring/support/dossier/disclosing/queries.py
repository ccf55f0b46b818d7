"""Looks at what left the circle about one dossier: who may read it reads it, the rest stays a day."""

from collections.abc import Iterable
from dataclasses import dataclass

from kring.support.dossier.disclosing.actions import PART
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.models import Disclosure
from kring.vault import gate
from kring.vault.gate import Keys, Session
from kring.vault.primitives import as_id
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class Kept:
    """One record that opened, with the keys it came by."""

    row: Disclosure
    told: Disclosed
    keys: Keys


def one(session: Session, dossier: str, disclosure: str, *, act: str) -> Kept:
    """One record of a dossier. Raises `Refused`."""
    row = Disclosure.objects.filter(id=as_id(disclosure), dossier=dossier).first()
    keys = gate.entering(session, act=act, of=[disclosure], parts=[PART], about=[dossier])
    if row is None:
        raise Refused
    return Kept(row, keys.open(row, Disclosed), keys)


def bundles(dossier: str) -> list[str]:
    """The bundles of all records about a dossier: who takes a dossier over gets these too."""
    return list(Disclosure.objects.filter(dossier=dossier).order_by("on", "id").values_list("id", flat=True))


def disclosures(session: Session, dossier: str) -> list[tuple[Disclosure, Disclosed | None]]:
    """Newest first; None where this colleague holds no key: he sees that something was told, not what."""
    return read(session, dossier, Disclosure.objects.filter(dossier=dossier))


def read(session: Session, dossier: str, found: Iterable[Disclosure]) -> list[tuple[Disclosure, Disclosed | None]]:
    """The same of rows that were found already."""
    rows = sorted(sorted(found, key=lambda row: row.id), key=lambda row: row.on, reverse=True)
    keys = gate.entering(
        session, act="disclosure.list", of=[row.id for row in rows], parts=[PART], strict=False, about=[dossier]
    )
    return [(row, keys.open(row, Disclosed) if keys.holds(row.id, PART) else None) for row in rows]
