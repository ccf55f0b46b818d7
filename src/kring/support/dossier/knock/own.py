"""Likeness over the dossiers one may open oneself, in one circle: by identity, or by label where none was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.likeness.verdict import Likeness, Person, compare, person
from kring.support.dossier.models import Dossier, IdentityRecord, Summary
from kring.vault.gate import Keys

OPENED = ("identity", "summary")
"""The parts this looks into."""


@dataclass(frozen=True, slots=True)
class Own:
    """A dossier the asker holds a key of, and how like it is: the same, or to be asked."""

    dossier: str
    number: str
    likeness: Likeness


def alike(keys: Keys, mine: Iterable[Dossier], who: Identity) -> list[Own]:
    """Those of `mine` that may be about this person, the same ones first."""
    numbers = {row.id: row.number for row in mine}
    asked = person(who.name or who.nickname, who.born_on)
    found = [Own(id_, numbers[id_], compare(asked, one)) for id_, one in _known(keys, numbers).items()]
    like = [one for one in found if one.likeness is not Likeness.DIFFERENT]
    return sorted(like, key=lambda one: (one.likeness is not Likeness.SAME, one.number))


def _known(keys: Keys, numbers: Mapping[str, str]) -> dict[str, Person]:
    known: dict[str, Person] = {}
    for row in IdentityRecord.objects.filter(dossier__in=numbers):
        if keys.holds(row.dossier_id, "identity"):
            identity = keys.open(row, Identity)
            known[row.dossier_id] = person(identity.name or identity.nickname, identity.born_on)
    for summary in Summary.objects.filter(dossier__in=numbers.keys() - known.keys()):
        if keys.holds(summary.dossier_id, "summary"):
            known[summary.dossier_id] = person(keys.open(summary, SummaryContent).label)
    return known
