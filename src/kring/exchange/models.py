"""The tables of the exchange, gathered from its steps, so that Django finds them; nothing is defined here."""

from kring.exchange.meetings.models import Meeting, MeetingRecord

__all__ = ["Meeting", "MeetingRecord"]
