"""Likeness over the dossiers one carries oneself, in one circle: by identity, or by label where none was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.likeness.dates import Dates, between
from kring.support.dossier.likeness.verdict import Likeness, Person, compare, person
from kring.support.dossier.models import IdentityRecord, Summary
from kring.support.dossier.rows import CARRIED
from kring.vault.gate import Keys
from kring.vault.reading import within


@dataclass(frozen=True, slots=True)
class Own:
    """A dossier the asker holds a key of, and how like it is: the same, or to be asked."""

    dossier: str
    number: str
    likeness: Likeness


_ASKED = """
    SELECT r.id, r.lock, r.lock_version, r.revision, r.blob, r.dossier_id, d.number
    FROM {table} r JOIN support_dossier d ON d.id = r.dossier_id
    WHERE d.circle = %(circle)s AND d.id {carried}
"""
_BARE = " AND NOT EXISTS (SELECT 1 FROM support_identityrecord i WHERE i.dossier_id = d.id)"
"""In SQL: hundreds of rows of three tables through the ORM cost as much as opening them."""


def identities(me: str, circle: str) -> list[Any]:
    """Sealed identities of the dossiers somebody carries in a circle, closed ones too."""
    asked = _ASKED.format(table="support_identityrecord", carried=within(CARRIED))
    return list(IdentityRecord.objects.raw(asked, {"me": me, "circle": circle}))


def labels(me: str, circle: str) -> list[Any]:
    """Sealed summaries of those among them in which nobody wrote who it is."""
    asked = _ASKED.format(table="support_summary", carried=within(CARRIED)) + _BARE
    return list(Summary.objects.raw(asked, {"me": me, "circle": circle}))


def alike(keys: Keys, rows: list[Any], who: Identity) -> list[Own]:
    """Those that may be about this person, the same ones first."""
    asked = person(who.name or who.nickname, who.born_on)
    found = [Own(row.dossier_id, row.number, compare(asked, known)) for row, known in _known(keys, rows, asked)]
    like = [one for one in found if one.likeness is not Likeness.DIFFERENT]
    return sorted(like, key=lambda one: (one.likeness is not Likeness.SAME, one.number))


def _known(keys: Keys, rows: list[Any], asked: Person) -> Iterator[tuple[Any, Person]]:
    """What opened under its own dossier's key; of somebody born on another day the name is not even read."""
    for row in rows:
        part = "identity" if isinstance(row, IdentityRecord) else "summary"
        if not keys.holds(row.dossier_id, part) or row.lock != keys.part(row.dossier_id, part).lock:
            continue
        if part == "summary":
            yield row, person(keys.open(row, SummaryContent).label)
            continue
        identity = keys.open(row, Identity)
        if between(asked.born_on, identity.born_on) is not Dates.APART:
            yield row, person(identity.name or identity.nickname, identity.born_on)
