"""What is confidential about something that left the circle. Plain dataclasses; one lock for each."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Which lines, to which named person, on which ground, and what was weighed (SEC-04).

    kind: code of `Recipient`. ground: code of `Ground`. checklist: codes of the conditions that were ticked. informed:
    whether the client knows; why_not when not. way: "link" or "word". by: the author (principal).
    """

    items: tuple[str, ...]
    recipient: str
    kind: str
    ground: str
    checklist: tuple[str, ...]
    informed: bool
    why_not: str
    way: str
    on: date
    by: str
    organisation: str = ""
