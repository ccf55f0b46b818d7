"""What a mark says. Nothing is asked: the default says all."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class About(StrEnum):
    """Whom the words are about (MIN-01)."""

    CLIENT = "client"
    CONTEXT = "context"
    THIRD_PARTY_ONLY = "third_party_only"


@dataclass(frozen=True, slots=True)
class AgogicException:
    """Why the client does not read this for now, and when that is looked at again (MIN-01)."""

    reason: str
    review_on: date


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one item. from_police: from police or justice, so in no copy, nor mentioned (GDP-14)."""

    about: About = About.CLIENT
    in_confidence: bool = False
    for_court: bool = False
    agogic: AgogicException | None = None
    from_police: bool = False
