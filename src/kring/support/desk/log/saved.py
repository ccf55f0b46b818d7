"""What the page says when a contact is kept."""

from dataclasses import dataclass

from django.utils import timezone

from kring.support.contacts.log.codelists import Kind
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.reading import contact_in
from kring.support.desk import parts
from kring.support.dossier import words
from kring.support.dossier.opening import opening
from kring.team.clock import today
from kring.vault.gate import Session
from kring.vault.refusals import Refused

CONTACTS = (ContactRecord.Form.CONTACT, ContactRecord.Form.SHARED)


@dataclass(frozen=True, slots=True)
class Kept:
    """A contact that was just kept, in words. readers: first names of colleagues who can read it too."""

    label: str
    how: str
    when: str
    others: int
    readers: tuple[str, ...]


def kept(session: Session, dossier: str, record: str) -> Kept:
    """Raises `Refused`."""
    opened = opening(session, dossier, act="desk.logged", needed=["journal"])
    row = ContactRecord.objects.filter(id=record, dossier=dossier, form__in=CONTACTS).first()
    if row is None:
        raise Refused
    contact = contact_in(opened.keys, row)
    at = timezone.localtime(contact.at)
    day = "" if at.date() == today() else f"{words.day(at.date())}, "
    return Kept(
        label=opened.summary.label,
        how=str(Kind(contact.kind).label),
        when=f"{day}{at:%H.%M}",
        others=max(len(contact.dossiers) - 1, 0),
        readers=parts.readers(dossier, "journal", session.person),
    )
