"""Looks at what a client agreed to share: all of it in one query, and where it stands with somebody."""

from dataclasses import dataclass

from kring.support.dossier.agreements.content import AgreedToShare
from kring.support.dossier.agreements.models import AgreementToShare
from kring.vault.gate import Keys
from kring.vault.primitives import as_id
from kring.vault.refusals import Refused

PART = "plan"


@dataclass(frozen=True, slots=True)
class Kept:
    """One agreement with the row it lies in."""

    row: AgreementToShare
    said: AgreedToShare


def agreements(keys: Keys, dossier: str) -> list[Kept]:
    """Every agreement, the newest first. Raises `Refused` where one was written and the part did not open."""
    rows = AgreementToShare.objects.filter(dossier=dossier).order_by("id")
    kept = [Kept(row, keys.open(row, AgreedToShare)) for row in rows]
    return sorted(kept, key=lambda one: one.said.on, reverse=True)


def agreed(keys: Keys, dossier: str) -> list[AgreedToShare] | None:
    """What they say; None where this colleague cannot read them."""
    try:
        return [one.said for one in agreements(keys, dossier)]
    except Refused:
        return None


def find(kept: list[Kept], agreement: str) -> Kept:
    """One of them. Raises `Refused`."""
    found = next((one for one in kept if one.row.id == as_id(agreement)), None)
    if found is None:
        raise Refused
    return found
