"""The tables of the exchange, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.exchange.lessons.models import Library, LibraryRecord
from kring.exchange.meetings.models import Meeting, MeetingRecord

__all__ = ["Library", "LibraryRecord", "Meeting", "MeetingRecord"]
