"""What a colleague says of the own work. A plain frozen dataclass, sealed; no Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Room(StrEnum):
    """How the work fits in the week."""

    ROOM = "room"
    RIGHT = "right"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The answer of one week. words: what one wants to say with it, or ""; never of a client."""

    on: date
    room: Room
    words: str = ""
