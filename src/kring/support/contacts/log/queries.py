"""Looks at the stream of a dossier, rows still sealed: the newest first, a page ends with a whole day.

A page holds whatever is pinned as well, from whichever day, and each correction and pin beside what it is about.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from kring.support.contacts.log.models import ContactRecord

Form = ContactRecord.Form
HEADS = (Form.CONTACT, Form.SHARED, Form.SENSITIVE, Form.OWN)
"""What stands in the stream by itself."""
BESIDE = (Form.CORRECTION, Form.PIN)
"""What stands with another row."""
PAGE = 30
WHOLE = 10_000
"""So many for who asks for everything at once: to print, to read back."""


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and what fills it; its rows: id, lock, lock_version, revision, blob, form, on, of."""

    sql: str
    filled: list[Any]


_SELECTED = 'id, lock, lock_version, revision, blob, form, "on", of_id'
_FORMS = ", ".join(["%s"] * len(BESIDE))


def stream(dossier: str, *, before: date | None = None, heads: Collection[str] = HEADS, most: int = PAGE) -> Statement:
    """The newest `most` rows and the rest of their last day; `before`: those of earlier days.

    In SQL, because building it through the ORM costs as much as opening forty notes.
    """
    until, till = (' AND "on" < %s', [before]) if before is not None else ("", [])
    shown = ", ".join(["%s"] * len(heads))
    last = (
        f'SELECT "on" FROM support_contactrecord WHERE dossier_id = %s AND form IN ({shown}){until}'  # noqa: S608
        ' ORDER BY "on" DESC LIMIT 1 OFFSET %s'
    )
    window = f'form IN ({shown}, {_FORMS}) AND "on" >= COALESCE(({last}), %s){until}'
    filled: list[Any] = [*heads, *BESIDE, dossier, *heads, *till, most - 1, date.min, *till]
    if before is None:
        pins = f"SELECT of_id FROM support_contactrecord WHERE dossier_id = %s AND form = '{Form.PIN}'"  # noqa: S608
        window = f"({window} OR id IN ({pins}) OR of_id IN ({pins}))"
        filled += [dossier, dossier]
    sql = f"SELECT {_SELECTED} FROM support_contactrecord WHERE dossier_id = %s AND {window}"  # noqa: S608
    return Statement(sql, [dossier, *filled])
