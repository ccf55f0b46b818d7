"""The appointments of a colleague for his own calendar: an hour and a call-word, and nothing else (SEC-11)."""

from datetime import datetime

from kring.support.clarification.calendar import CalendarItem
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.dossier.models import Dossier
from kring.support.intake.callwords import call_word
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys


def items(person: str, since: datetime) -> list[CalendarItem]:
    """What stands in his calendar; a dossier that was closed takes its appointments out of it."""
    rows = ClientAppointment.objects.filter(person=person, at__gte=since, dossier__state=Dossier.State.OPEN)
    return [_item(row) for row in rows.order_by("at", "id")]


def _item(row: ClientAppointment) -> CalendarItem:
    uid = mac(server_keys().of("agenda", 0), encode("appointment", row.id)).hex()[:32]
    return CalendarItem(uid=f"{uid}@kring", at=row.at, summary=call_word(row.id), sequence=row.revision - 1)
