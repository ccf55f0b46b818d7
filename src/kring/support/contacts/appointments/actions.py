"""Make, move or call off an appointment. Keys are those of the dossier's journal, founded at the first word in it."""

from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.appointments.models import ClientAppointment
from kring.support.contacts.appointments.queries import PART
from kring.support.dossier.actions import at_hand
from kring.support.dossier.opening import Opened
from kring.vault.acts import acting
from kring.vault.codec import pack
from kring.vault.primitives import digest, new_id
from kring.vault.refusals import Conflict, Refused


def make(opened: Opened, meeting: Meeting, *, person: str, once: str) -> str:
    """A new appointment of `person`; its id. The same form twice makes one; with other words another."""
    dossier = opened.dossier
    row = ClientAppointment(id=new_id(), dossier=dossier, person=person, at=meeting.at)
    with acting("appointment.make", by=opened.keys.actor, on=[dossier.id]) as act:
        earlier = act.once(f"appointment {once} {digest(pack(meeting)).hex()}", lock=dossier.id, outcome=row.id)
        if earlier is not None:
            return earlier
        keys = at_hand(act, opened.keys, dossier, PART)
        keys.seal(row, meeting, bundle=dossier.id, part=PART)
        act.add(row)
    return row.id


def change(opened: Opened, appointment: str, meeting: Meeting, *, seen: int) -> None:
    """Another hour, place or way. `seen`: the revision one had before one's eyes. Raises `Conflict`, `Refused`."""
    row = _row(opened, appointment)
    if row.revision != seen:
        raise Conflict
    opened.keys.seal(row, meeting, bundle=opened.dossier.id, part=PART)
    with acting("appointment.change", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        act.rewrite(row, at=meeting.at)


def call_off(opened: Opened, appointment: str) -> None:
    """It does not take place: nothing of it stays. One that is gone already changes nothing."""
    rows = list(ClientAppointment.objects.filter(id=appointment, dossier=opened.dossier))
    if rows and not opened.holds(PART):
        raise Refused
    with acting("appointment.call_off", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        act.erase(rows)


def _row(opened: Opened, appointment: str) -> ClientAppointment:
    row = ClientAppointment.objects.filter(id=appointment, dossier=opened.dossier).first()
    if row is None or not opened.holds(PART):
        raise Refused
    return row
