"""The sweep: every guarded row held against what the journal last saw of it. Needs no key.

Encryption and MACs catch a row that was changed; they cannot catch an older genuine row put back, or one taken away.
The journal can: each act names every row it added, changed or removed, with a trace of how it stood.
"""

import json
from dataclasses import dataclass

from kring.vault import journal
from kring.vault.models import JournalEntry
from kring.vault.rows import GuardedModel, MacedModel, concrete


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that is not as the journal left it. what: changed | missing | unknown."""

    table: str
    row: str
    what: str


def last_seen() -> dict[tuple[str, str], str]:
    """(table, id) -> hex trace of every row that should exist now.

    In the order of the tree, which `verify_journal` proves: ids of entries are nobody's proof.
    """
    while journal.seal_pending():
        pass
    rows: dict[tuple[str, str], str] = {}
    for text in JournalEntry.objects.order_by("index").values_list("text", flat=True).iterator(2000):
        if text is None or b'"touched"' not in bytes(text):
            continue
        for table, row, how, trace in _touched(bytes(text)):
            if how == "r":
                rows.pop((table, row), None)
            else:
                rows[table, row] = trace
    return rows


def _touched(text: bytes) -> list[tuple[str, str, str, str]]:
    """What an entry says it touched; nothing, where somebody put other words: `verify_journal` tells of those."""
    try:
        rows = [(str(table), str(row), str(how), str(trace)) for table, row, how, trace in json.loads(text)["touched"]]
    except (ValueError, TypeError, KeyError):
        return []
    return rows


def sweep() -> list[Finding]:
    """All rows that were rolled back, edited, deleted or inserted behind the journal's back."""
    expected = last_seen()
    findings = []
    for model in concrete():
        table = model._meta.db_table
        for row in model.objects.iterator(2000):
            trace = expected.pop((table, row.pk), None)
            if trace is None:
                findings.append(Finding(table, row.pk, "unknown"))
            elif trace != row.trace().hex() or not _genuine(row):
                findings.append(Finding(table, row.pk, "changed"))
    return findings + [Finding(table, row, "missing") for table, row in expected]


def _genuine(row: GuardedModel) -> bool:
    """An envelope's trace leaves out its bytes; its MAC does not."""
    if not isinstance(row, MacedModel):
        return True
    return row.genuine([getattr(row, name) for name in row.maced_columns()], row.mac)
