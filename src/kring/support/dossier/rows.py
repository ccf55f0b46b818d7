"""The row of a dossier with its summary and who it is: what every page inside one begins with.

In plain SQL, because every page asks it; still shut, and for who went through the gate already.
"""

from collections.abc import Sequence
from typing import Any

from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, IdentityRecord, Summary
from kring.vault.gate import Keys
from kring.vault.reading import among, beside, columns
from kring.vault.refusals import Refused

_TABLES = (Dossier, Summary, IdentityRecord)
_SELECT = (
    f"SELECT {', '.join(columns(table, alias) for table, alias in zip(_TABLES, 'dsi', strict=True))}"  # noqa: S608  our own
    " FROM support_dossier d JOIN support_summary s ON s.dossier_id = d.id"
    " LEFT JOIN support_identityrecord i ON i.dossier_id = d.id WHERE "
)


def one(dossier: str) -> Dossier | None:
    """One dossier. Raises `Refused` when its row is not ours."""
    return next(iter(of([dossier])), None)


def of(dossiers: Sequence[str]) -> list[Dossier]:
    """Those of these dossiers that are there, in this order. Raises `Refused` when a row is not ours."""
    which, ids = among(dossiers)
    found = {row.id: row.verified() for row in where(f"d.id {which}", [ids])}
    return [found[each] for each in dossiers if each in found]


def where(asked: str, filled: Sequence[Any]) -> list[Dossier]:
    """Those for which a condition on `d` holds, not verified yet."""
    found = []
    for row, summary, identity in beside(_TABLES, _SELECT + asked, filled):
        row._state.fields_cache |= {"summary": summary, "identity": identity}
        found.append(row)
    return found


def summary(keys: Keys, row: Dossier) -> SummaryContent:
    """What the summary of one of many dossiers says. Raises `Refused` when it lies under the lock of another."""
    check_own(keys, row.summary)
    return keys.open(row.summary, SummaryContent)


def check_own(keys: Keys, row: Summary) -> None:
    """Raise `Refused` unless a summary lies under the lock of its own dossier: `keys` may open many."""
    if row.lock != keys.part(row.dossier_id, "summary").lock:
        raise Refused
