"""The tables of contacts, gathered from its folders."""

from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.contacts.attachments.models import Attachment, AttachmentPiece, AttachmentPreview
from kring.support.contacts.log.models import ContactRecord, SharedContact
from kring.support.contacts.rounds.models import StreetRecord

__all__ = [
    "Attachment",
    "AttachmentPiece",
    "AttachmentPreview",
    "ClientAppointment",
    "ContactRecord",
    "SharedContact",
    "StreetRecord",
]
