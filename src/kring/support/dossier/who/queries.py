"""Looks at what is written about who it is."""

from dataclasses import dataclass

from kring.support.dossier.content import Identity
from kring.support.dossier.models import IdentityRecord
from kring.support.dossier.opening import Opened
from kring.vault.refusals import Conflict

PART = "identity"


@dataclass(frozen=True, slots=True)
class Known:
    """How it stands. identity: None when it was never written. revision: of its row, 0 when there is none."""

    identity: Identity | None
    revision: int


def known(opened: Opened, *, expected: int | None = None) -> Known:
    """How it stands now. Raises `Refused` when it is shut, and `Conflict` when it is at another revision than expected:
    that first, since what a colleague founded meanwhile does not open yet.
    """
    row = IdentityRecord.objects.filter(dossier=opened.dossier).first()
    revision = row.revision if row else 0
    if expected not in (None, revision):
        raise Conflict
    return Known(opened.keys.open(row, Identity) if row else None, revision)
