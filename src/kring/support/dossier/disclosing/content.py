"""What is confidential about something that left the circle. Plain dataclasses; one lock for each."""

from dataclasses import dataclass
from datetime import date

LINK, WORD, DECLINED, URGENT = "link", "word", "declined", "urgent"
"""How it was told: behind a link, by word; not at all; and in haste, the weighing still to be written."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """Which lines, to which named person, on which ground, and what was weighed (SEC-04).

    kind: code of `Recipient`. ground: code of `Ground`. checklist: codes of the conditions that were ticked. informed:
    whether the client knows; why_not when not. way: as above. by: the author (principal).

    words: why it was not told, or why at once. at_once: code of `WhyNow`, once it was told in haste; task: the one to
    complete it. danger, alone: both parts of the test before a report, in words (SEC-08). protocol: the version of the
    protocol with another body it was told under (GDP-13). agreement: what the client agreed to (GBO-02).
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
    words: str = ""
    at_once: str = ""
    task: str = ""
    danger: str = ""
    alone: str = ""
    protocol: str = ""
    agreement: str = ""
