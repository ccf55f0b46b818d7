"""Looks at what left the circle about one dossier: who may read it reads it, the rest stays a day."""

from collections.abc import Iterable

from kring.support.dossier.disclosing.actions import PART
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.models import Disclosure
from kring.vault import gate
from kring.vault.gate import Session


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
