"""Reading the journal back: the entries that name something, since a moment. Ids only, as they were written.

Walks from the newest entry backwards, a stretch of ids a query, until what it meets is older: the moment of an entry
stands in its text alone. Whoever can write into the database can put anything there: what is no entry of ours is told
as such, and stops nobody from reading the rest. What does not live here: proving that nothing is missing
(checkpoints.py, sweeping.py).
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from kring.vault import journal
from kring.vault.journal import Verb
from kring.vault.models import JournalEntry

STRETCH = 20_000
EARLY = timedelta(minutes=5)
"""Ids are given out before an entry is committed: one that took so long may stand before an older one."""
_COLUMNS = "id, boot, counter, text, salt, commitment, mac"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. on: the ids it names. sound: whether it is as it was written. act: "" where nothing can be read."""

    at: datetime
    verb: Verb
    act: str
    actor: str
    on: tuple[str, ...]
    sound: bool = True


def naming(what: str, since: datetime) -> list[Entry]:
    """The entries since a moment that name this id, oldest first. One whose text was dropped names nothing any more."""
    found: list[Entry] = []
    until = _newest() + 1
    while until > 1:
        rows, oldest = _stretch(what, max(until - STRETCH, 1), until)
        entries = [_entry(row) or Entry(since, Verb.REFUSED, "", "", (what,), sound=False) for row in rows]
        found += [one for one in reversed(entries) if one.at >= since and what in one.on]
        if oldest is not None and oldest < since - EARLY:
            break
        until -= STRETCH
    return sorted(found, key=lambda one: one.at)


def _newest() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(id), 0) FROM vault_journalentry")
        return int(cursor.fetchone()[0])


def _stretch(what: str, first: int, until: int) -> tuple[list[JournalEntry], datetime | None]:
    """The rows of a stretch that hold these signs, and the moment of the first of all that still has a text."""
    holds = "instr(text, %s) > 0" if connection.vendor == "sqlite" else "position(%s::bytea in text) > 0"
    question = (
        f"SELECT {_COLUMNS} FROM vault_journalentry WHERE id >= %s AND id < %s AND text IS NOT NULL AND ({holds}"  # noqa: S608
        " OR id = (SELECT MIN(id) FROM vault_journalentry WHERE id >= %s AND id < %s AND text IS NOT NULL)) ORDER BY id"
    )
    rows = list(JournalEntry.objects.raw(question, [first, until, what.encode(), first, until]))
    return rows, _at(rows[0]) if rows else None


def said(row: JournalEntry) -> dict[str, Any] | None:
    """What stands in the text of an entry; None when it was taken away, or is not what an entry says."""
    try:
        found = json.loads(bytes(row.text or b""))
        timezone.localtime(datetime.fromisoformat(found["at"]))
        texts, on = [found["act"], found["actor"], Verb(found["verb"])], found["on"]
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    return found if isinstance(on, list) and all(isinstance(one, str) for one in (*texts, *on)) else None


def _at(row: JournalEntry) -> datetime | None:
    """Its moment, when it is ours: an edited one could end the reading early."""
    found = said(row) if journal.genuine(row) else None
    return datetime.fromisoformat(found["at"]) if found else None


def _entry(row: JournalEntry) -> Entry | None:
    found = said(row)
    if found is None:
        return None
    at, on = datetime.fromisoformat(found["at"]), tuple(found["on"])
    return Entry(at, Verb(found["verb"]), found["act"], found["actor"], on, journal.genuine(row))
