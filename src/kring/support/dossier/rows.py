"""The row of a dossier with its summary and who it is: what every page inside one begins with.

In plain SQL, because every page asks it; still shut, and for who went through the gate already.
"""

from collections.abc import Sequence
from typing import Any

from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, IdentityRecord, Summary
from kring.vault.gate import Keys
from kring.vault.reading import among, beside, columns, pairs
from kring.vault.refusals import Refused

CARRIED = """
    SELECT id FROM support_dossier WHERE holder = %(me)s
    UNION ALL SELECT id FROM support_dossier WHERE deputy = %(me)s
    UNION ALL SELECT dossier_id FROM support_coworker WHERE person = %(me)s AND until_on IS NULL
"""
"""Ids of what somebody carries or works along on, open or closed. Each by an index of its own: with OR between them
PostgreSQL looks at every dossier of the town."""

_FROM = " FROM support_dossier d JOIN support_summary s ON s.dossier_id = d.id"
_WITH_IDENTITY = " LEFT JOIN support_identityrecord i ON i.dossier_id = d.id"


def one(dossier: str) -> Dossier | None:
    """One dossier, with who it is. Raises `Refused` when its row is not ours."""
    return next((row.verified() for row in where("d.id = %s", [dossier])), None)


def of(dossiers: Sequence[str]) -> list[Dossier]:
    """Those of these dossiers that are there, in this order. Raises `Refused` when a row is not ours."""
    which, ids = among(dossiers)
    asked = f"SELECT {columns(Dossier, 'd')}, {columns(Summary, 's')}{_FROM} WHERE d.id {which}"
    found = {row.id: _with(row.verified(), summary=summary) for row, summary in pairs(Dossier, Summary, asked, [ids])}
    return [found[each] for each in dossiers if each in found]


def where(asked: str, filled: Sequence[Any]) -> list[Dossier]:
    """Those for which a condition on `d` holds, with who it is, not verified yet."""
    tables = (Dossier, Summary, IdentityRecord)
    shown = ", ".join(columns(table, alias) for table, alias in zip(tables, "dsi", strict=True))
    found = beside(tables, f"SELECT {shown}{_FROM}{_WITH_IDENTITY} WHERE {asked}", filled)
    return [_with(row, summary=summary, identity=identity) for row, summary, identity in found]


def _with(row: Dossier, **beside: Any) -> Dossier:
    row._state.fields_cache |= beside
    return row


def summary(keys: Keys, row: Dossier) -> SummaryContent:
    """What the summary of one of many dossiers says. Raises `Refused` when it lies under the lock of another."""
    check_own(keys, row.summary)
    return keys.open(row.summary, SummaryContent)


def check_own(keys: Keys, row: Summary) -> None:
    """Raise `Refused` unless a summary lies under the lock of its own dossier: `keys` may open many."""
    if row.lock != keys.part(row.dossier_id, "summary").lock:
        raise Refused
