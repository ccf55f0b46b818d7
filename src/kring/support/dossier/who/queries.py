"""Looks at what is written about who it is."""

from dataclasses import dataclass

from kring.support.dossier.content import Identity
from kring.support.dossier.models import IdentityRecord
from kring.support.dossier.opening import Opened

PART = "identity"


@dataclass(frozen=True, slots=True)
class Known:
    """How it stands. identity: None when it was never written. revision: of its row, 0 when there is none."""

    identity: Identity | None
    revision: int


def known(opened: Opened) -> Known:
    """How it stands now. Raises `Refused` when it is shut."""
    row = row_of(opened)
    return Known(opened.keys.open(row, Identity), row.revision) if row else Known(None, 0)


def row_of(opened: Opened) -> IdentityRecord | None:
    """Still shut: what a colleague founded since the dossier opened does not open yet, its revision tells."""
    return IdentityRecord.objects.filter(dossier=opened.dossier).first()
