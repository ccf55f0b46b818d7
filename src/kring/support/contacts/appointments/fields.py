"""The line of every field of an appointment in the field catalogue."""

from kring.vault.catalogue import Category, Field

TERM = "as long as the dossier; one that was called off is destroyed at once"


def _clear(purpose: str) -> Field:
    return Field(purpose, Category.TECHNICAL, TERM)


def _sealed(purpose: str, category: Category = Category.ORDINARY) -> Field:
    return Field(purpose, category, TERM, sealed=True)


FIELDS = {
    "support.ClientAppointment.id": _clear("names the appointment; random"),
    "support.ClientAppointment.lock": _clear("which lock the record lies under"),
    "support.ClientAppointment.lock_version": _clear("which version of the lock sealed it"),
    "support.ClientAppointment.revision": _clear("refuses a write on top of somebody else's"),
    "support.ClientAppointment.blob": _sealed("the content itself, encrypted"),
    "support.ClientAppointment.dossier": _clear("which dossier it belongs to"),
    "support.ClientAppointment.person": _clear("whose day it stands in, and who is replaced when absent"),
    "support.ClientAppointment.at": _clear("the hour in the colleague's own calendar"),
    "support.Meeting.at": _sealed("when they meet"),
    "support.Meeting.way": _sealed("how they meet"),
    "support.Meeting.by": _sealed("who made the appointment"),
    "support.Meeting.place": _sealed("where they meet"),
    "support.Meeting.along": _sealed("who else is there"),
    "support.Meeting.about": _sealed("what it is about, in one line", Category.SPECIAL),
}
