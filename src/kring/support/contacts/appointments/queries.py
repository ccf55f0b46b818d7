"""Looks at appointments: the hours of a colleague without a key, their words with the journal of the dossier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.vault.gate import Keys

PART = "journal"


@dataclass(frozen=True, slots=True)
class Planned:
    """An appointment with its words. revision: what a change is held against."""

    id: str
    dossier: str
    person: str
    meeting: Meeting
    revision: int

    @property
    def at(self) -> datetime:
        return self.meeting.at


def of_person(person: str, first: date, last: date) -> list[ClientAppointment]:
    """The appointments of a colleague from the first to the last day, still sealed; of open dossiers alone."""
    rows = ClientAppointment.objects.filter(person=person, at__gte=midnight(first))
    rows = rows.filter(at__lt=midnight(last + timedelta(days=1)), dossier__state=Dossier.State.OPEN)
    return list(rows.order_by("at", "id"))


def of_dossier(dossier: str, since: date) -> list[ClientAppointment]:
    """What lies ahead in one dossier, still sealed."""
    rows = ClientAppointment.objects.filter(dossier=dossier, at__gte=midnight(since))
    return list(rows.order_by("at", "id"))


def one(opened: Opened, appointment: str) -> Planned | None:
    """One appointment of a dossier whose journal is open, whenever it was; None when there is none."""
    rows = ClientAppointment.objects.filter(id=appointment, dossier=opened.dossier)
    return next(iter(read(opened.keys, rows)), None)


def read(keys: Keys, rows: Iterable[ClientAppointment]) -> list[Planned]:
    """Their words, by time; one whose journal did not open is left out.

    The key must be that of its own dossier: a page holds many.
    """
    found = []
    for row in rows:
        if keys.holds(row.dossier_id, PART) and keys.part(row.dossier_id, PART).lock == row.lock:
            meeting = keys.open(row, Meeting)
            found.append(Planned(row.id, row.dossier_id, row.person, meeting, row.revision))
    return sorted(found, key=lambda one: (one.at, one.id))


def midnight(on: date) -> datetime:
    """The begin of a day on the town's clock."""
    return timezone.make_aware(datetime.combine(on, time.min))
