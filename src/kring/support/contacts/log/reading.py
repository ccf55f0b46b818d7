"""Opening rows of the stream: a contact that stands here alone, or one that was written once for several dossiers."""

from collections.abc import Iterable, Mapping
from datetime import date

from kring.support.contacts.log import rules
from kring.support.contacts.log.content import Contact, Held
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.vault import enclosed
from kring.vault.gate import Keys
from kring.vault.refusals import Refused

Form = ContactRecord.Form


def contacts_in(keys: Keys, rows: Iterable[ContactRecord]) -> Mapping[str, Contact]:
    """Row id -> contact, for rows that hold one. Raises `Refused`."""
    found: dict[str, Contact] = {}
    held: dict[str, Held] = {}
    for row in rows:
        if row.form in (Form.CONTACT, Form.CORRECTION):
            found[row.id] = keys.open(row, Contact)
        elif row.form == Form.SHARED:
            held[row.id] = held_in(keys, row)
    if held:
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
