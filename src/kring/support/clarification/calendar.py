"""Calendar items as other programs read them (iCalendar, iTIP): an invitation, its withdrawal, a personal agenda.

Pure: plain values in, bytes out. An item says when, and the call-word; no name, no place, no organisation, no number of
a file (SEC-11). Times are UTC, so every program shows them on its own clock. Source: RFC 5545, RFC 5546 3.2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from kring.support.intake.moments.rules import LENGTH

REQUEST, CANCEL = "REQUEST", "CANCEL"
_PRODUCT: Final = "-//Kring//Kring//NL"


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """One moment in somebody's calendar. `uid` and `sequence` tell a program which item of before it replaces."""

    uid: str
    at: datetime
    summary: str
    sequence: int = 0
    method: str = REQUEST
    length: timedelta = LENGTH


def invitation(item: CalendarItem, *, organiser: str, attendee: str, made_at: datetime) -> bytes:
    """An invitation of one attendee, its newer version, or its withdrawal, by `item.method`."""
    from icalendar import vCalAddress

    event = _event(item, made_at)
    event.add("status", "CANCELLED" if item.method == CANCEL else "CONFIRMED")
    inviting = vCalAddress(f"mailto:{organiser}")
    inviting.params["CN"] = "Kring"
    event.add("organizer", inviting)
    invited = vCalAddress(f"mailto:{attendee}")
    if item.method == REQUEST:
        invited.params.update({"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"})
    event.add("attendee", invited)
    return _calendar(item.method, [event])


def agenda(items: Iterable[CalendarItem], *, made_at: datetime) -> bytes:
    """A calendar to subscribe to."""
    return _calendar("PUBLISH", [_event(item, made_at) for item in items])


def _event(item: CalendarItem, made_at: datetime) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", made_at)
    event.add("dtstart", item.at)
    event.add("dtend", item.at + item.length)
    event.add("sequence", item.sequence)
    event.add("summary", item.summary)
    event.add("class", "PRIVATE")
    return event


def _calendar(method: str, events: Iterable[Any]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
