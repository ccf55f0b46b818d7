"""Opening rows of the stream: a contact that stands here alone, or one that was written once for several dossiers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from kring.support.contacts.log import rules
from kring.support.contacts.log.content import Contact, Held
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.vault import enclosed
from kring.vault.gate import Keys
from kring.vault.refusals import Refused
from kring.vault.rows import Shut

Form = ContactRecord.Form
ALONE = frozenset({Form.CONTACT.value, Form.CORRECTION.value})


class StreamRow(Shut, Protocol):
    """A row of the stream, a `ContactRecord` or its plain columns."""

    @property
    def form(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def of_id(self) -> str | None: ...


def contacts_in(keys: Keys, rows: Iterable[StreamRow]) -> Mapping[str, Contact]:
    """Row id -> contact, for rows that hold one. Raises `Refused`."""
    alone: list[StreamRow] = []
    several: list[StreamRow] = []
    for row in rows:
        if row.form in ALONE:
            alone.append(row)
        elif row.form == Form.SHARED:
            several.append(row)
    opened = keys.open_all(ContactRecord, alone, Contact)
    found = {row.id: one for row, one in zip(alone, opened, strict=True)}
    if several:
        held = dict(zip((row.id for row in several), keys.open_all(ContactRecord, several, Held), strict=True))
        shared = SharedContact.objects.in_bulk({one.contact for one in held.values()})
        for row_id, one in held.items():
            if one.contact not in shared:
                raise Refused
            found[row_id] = enclosed.read(keys.actor, shared[one.contact], one.key, Contact)
    return found


def held_in(keys: Keys, row: ContactRecord) -> Held:
    """Where the contact of a shared row lies, and its key. Raises `Refused`."""
    return keys.open(row, Held)


def contact_in(keys: Keys, row: ContactRecord) -> Contact:
    """The one contact in a row. Raises `Refused`."""
    return contacts_in(keys, [row])[row.id]


def tries_after(keys: Keys, dossier: str, on: date) -> int:
    """Attempts on later days, corrections left aside: asked when a contact is written down afterwards."""
    rows = ContactRecord.objects.filter(dossier=dossier, on__gt=on, form__in=(Form.CONTACT, Form.SHARED))
    return sum(rules.tries(one) for one in contacts_in(keys, rows).values())
