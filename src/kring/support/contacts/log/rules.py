"""What a contact changes in the summary of its dossier. Pure functions over open content."""

from datetime import date, datetime
from typing import Any

from kring.support.contacts.log.codelists import NOT_THE_CLIENT
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import A_LITTLE
from kring.support.dossier.content import SummaryContent


class NotYet(Exception):
    """A contact lies in the future: that is an appointment."""


def check_past(at: datetime, now: datetime) -> None:
    """Raise `NotYet` when it still has to happen."""
    if at > now + A_LITTLE:
        raise NotYet


def reaches(contact: Contact) -> bool:
    """Whether the client himself was reached."""
    return contact.made and contact.kind not in NOT_THE_CLIENT


def tries(contact: Contact) -> bool:
    """Whether the client himself was sought and not reached."""
    return not contact.made and contact.kind not in NOT_THE_CLIENT


def is_later(contact: Contact, on: date, summary: SummaryContent) -> bool:
    """Whether it is news: not written down afterwards about a time before the last contact."""
    return summary.last_contact_on is None or on >= summary.last_contact_on


def starts_anew(contact: Contact, on: date, summary: SummaryContent) -> bool:
    """Whether the attempts are counted from this contact on, and there were any: some may be of later days."""
    return bool(summary.attempts_since) and reaches(contact) and is_later(contact, on, summary)


def changes(contact: Contact, on: date, summary: SummaryContent, tries_after: int) -> dict[str, Any]:
    """What the summary says after this contact on that day. tries_after: attempts on later days."""
    new: dict[str, Any] = {}
    if is_later(contact, on, summary):
        if reaches(contact):
            new = {"last_contact_on": on, "attempts_since": tries_after}
        elif tries(contact):
            new = {"attempts_since": summary.attempts_since + 1}
    if contact.next_step or contact.next_step_on:
        new |= {"next_step": contact.next_step, "next_step_on": contact.next_step_on}
    return new
