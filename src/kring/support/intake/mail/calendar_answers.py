"""Answers of calendars to an invitation of ours: yes, no, perhaps, or another moment (iTIP REPLY and COUNTER).

Parts in, plain answers out. Which invitation an answer belongs to, and what follows from it, is not decided here:
anybody can type an answer, so what acts on one looks at uid and attendee first. Source: RFC 5546, 3.2.3 and 3.2.7.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from kring.support.intake.mail.letter import CalendarReply

PARTS: Final = 4
PART_BYTES: Final = 200_000
EVENTS: Final = 20
METHODS: Final = ("REPLY", "COUNTER")
ZONE: Final = ZoneInfo("Europe/Brussels")
"""Of a moment without a zone: the clock on the wall of the town."""
_LONGEST: Final = 250


def calendar_answers(parts: Iterable[bytes], sender: str = "") -> tuple[CalendarReply, ...]:
    """The answers in the calendar parts of one message, each once. A part that cannot be read holds none.

    sender: the address in the header; it chooses between the attendees when a program lists them all.
    """
    found: dict[CalendarReply, None] = {}
    for part in list(parts)[:PARTS]:
        if len(part) <= PART_BYTES and any(method.encode() in part.upper() for method in METHODS):
            found.update(dict.fromkeys(_answers_in(part, sender)))
    return tuple(found)


def _answers_in(part: bytes, sender: str) -> list[CalendarReply]:
    from icalendar import Calendar  # read when a calendar came: not at every start

    try:
        return [
            answer
            for calendar in Calendar.from_ical(part, multiple=True)
            for answer in _answers(calendar, str(calendar.get("method", "")).upper(), sender)
        ]
    except Exception:  # noqa: BLE001 - any bytes may come in; the message itself is kept
        return []


def _answers(calendar: Any, method: str, sender: str) -> Iterator[CalendarReply]:
    if method not in METHODS:
        return
    for event in list(calendar.walk("VEVENT"))[:EVENTS]:
        uid, attendee = str(event.get("uid", ""))[:_LONGEST], _attendee(event, sender)
        if uid and attendee is not None:
            yield CalendarReply(
                uid=uid,
                sequence=int(event.get("sequence", 0)),
                partstat=str(attendee.params.get("PARTSTAT", "")).upper()[:_LONGEST],
                attendee=_address(attendee),
                proposes=_moment(event) if method == "COUNTER" else None,
            )


def _attendee(event: Any, sender: str) -> Any:
    """Who answers: the only attendee, else the one that is the sender; None when that cannot be told."""
    named = event.get("attendee", [])
    attendees = named if isinstance(named, list) else [named]
    if len(attendees) == 1:
        return attendees[0]
    return next((one for one in attendees if _address(one).casefold() == sender.casefold()), None)


def _address(attendee: Any) -> str:
    text = str(attendee)
    return (text[7:] if text[:7].lower() == "mailto:" else text).strip()[:_LONGEST]


def _moment(event: Any) -> datetime | None:
    """The moment that is proposed, in UTC; a whole day is none."""
    at = event.decoded("dtstart", None)
    if not isinstance(at, datetime):
        return None
    return (at if at.tzinfo else at.replace(tzinfo=ZONE)).astimezone(UTC)
