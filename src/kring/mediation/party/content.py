"""What a party is shown and what it answers. Plain frozen dataclasses; no Django here."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PartyShown:
    """The copy behind the link of one side. wish: its own words; when: its own appointment, in words.

    talked_on: when a mediator talked with this party; other_talked: that he talked with the other one, and no more.
    """

    side: str
    wish: str
    when: str
    talked_on: date | None
    other_talked: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class PartyAnswer:
    """What a party wrote on its page: what should change, and whether it takes part (a value of the code list)."""

    wish: str
    willing: str
