"""Contacts for the figures, from what stands of them in the clear: in which dossier, on which day.

How and where there was contact, and whether it was only tried, is sealed and told to nobody: a fact for each contact
would cost more than writing the contact itself (decision 0097). What does not live here: counting (reporting).
"""

from collections.abc import Iterator

from kring.support.contacts.log.models import ContactRecord
from kring.vault.asked import Clear

NOTED = "contact_noted"


def in_the_clear() -> Iterator[Clear]:
    """Each contact that was noted in a dossier; corrections and pins are none."""
    forms = (ContactRecord.Form.CONTACT, ContactRecord.Form.SHARED)
    rows = ContactRecord.objects.filter(form__in=forms).values_list("id", "dossier_id", "on")
    for record, dossier, on in rows.iterator(5000):
        yield Clear(NOTED, record, {"on": on.isoformat()}, of=dossier)
