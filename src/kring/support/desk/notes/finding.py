"""Words in all the notes one may open: of one's own cases and one's own notes, one entry in the journal.

Nothing is kept of what was looked for, and no index of what was read.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.support.contacts.log.content import Contact, OwnNote
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.support.contacts.log.notes import OWN, own_bundle
from kring.support.contacts.log.reading import held_in
from kring.support.dossier.models import Dossier
from kring.support.dossier.queries import of_colleague
from kring.support.dossier.rows import summary
from kring.vault import enclosed, gate
from kring.vault.codec import unpack
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb

Form = ContactRecord.Form
MOST = 50
"""So many are shown, the newest; who finds more looks closer."""


@dataclass(frozen=True, slots=True)
class Found:
    """One note with the words in it."""

    dossier: str
    record: str
    label: str
    on: date
    text: str
    own: bool


def find(session: Session, words: str) -> list[Found]:
    """The newest notes with all these words; small and capital letters and accents do not matter."""
    wanted = _plain(words).split()
    dossiers = list(
        Dossier.objects.filter(of_colleague(session.person), state=Dossier.State.OPEN).select_related("summary")
    )
    if not wanted or not dossiers:
        return []
    ids = [row.id for row in dossiers]
    keys = gate.entering(
        session,
        act="desk.notes",
        of=ids,
        beside=[own_bundle(one, session.person) for one in ids],
        parts=["summary", "journal", OWN],
        verb=Verb.SEARCHED,
        strict=False,
    )
    rows = ContactRecord.objects.filter(
        dossier__in=ids, form__in=(Form.CONTACT, Form.SHARED, Form.CORRECTION, Form.OWN)
    )
    found = sorted(_matching(keys, rows.order_by(), wanted), key=lambda one: (one[0].on, one[0].id), reverse=True)
    labels = {row.id: summary(keys, row).label for row in dossiers if keys.holds(row.id, "summary")}
    return [
        Found(
            str(row.dossier_id),
            row.of_id or row.id,
            labels.get(str(row.dossier_id), ""),
            row.on,
            text,
            row.form == Form.OWN,
        )
        for row, text in found[:MOST]
    ]


def _matching(keys: Keys, rows: Iterable[ContactRecord], wanted: list[str]) -> Iterable[tuple[ContactRecord, str]]:
    held = {part.lock for part in keys.all_parts.values()}
    mine = [row for row in rows if row.lock in held]
    shared = [row for row in mine if row.form == Form.SHARED]
    for row in mine:
        if row.form == Form.SHARED:
            continue
        kind: type[Contact] | type[OwnNote] = OwnNote if row.form == Form.OWN else Contact
        raw = keys.raw(row, kind)
        if _may_hold(raw, wanted):
            yield from _said(row, unpack(kind, raw), wanted)
    pointers = {row.id: held_in(keys, row) for row in shared}
    contents = SharedContact.objects.in_bulk({one.contact for one in pointers.values()}) if pointers else {}
    for row in shared:
        one = pointers[row.id]
        if one.contact in contents:
            yield from _said(row, enclosed.read(keys.actor, contents[one.contact], one.key, Contact), wanted)


def _may_hold(raw: bytes, wanted: list[str]) -> bool:
    """A quick look before anything is built: what it passes over has not all the words."""
    text = _plain(raw.decode())
    return all(word in text or json.dumps(word)[1:-1] in text for word in wanted)


def _said(row: ContactRecord, content: Contact | OwnNote, wanted: list[str]) -> Iterable[tuple[ContactRecord, str]]:
    parts = (
        [content.text]
        if isinstance(content, OwnNote)
        else [content.sentence, content.client_words, content.place, content.next_step]
    )
    text = " · ".join(filter(None, parts))
    plain = _plain(text)
    if all(word in plain for word in wanted):
        yield row, text


def _plain(text: str) -> str:
    low = text.casefold()
    if low.isascii():
        return low
    return "".join(sign for sign in unicodedata.normalize("NFKD", low) if not unicodedata.combining(sign))
