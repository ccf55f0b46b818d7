"""What is confidential about an agreement to share. Plain frozen dataclasses, sealed; no Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Way(StrEnum):
    """How the client said so."""

    SPOKEN = "spoken"
    WRITTEN = "written"


class Sort(StrEnum):
    """Which sorts of information; `LINES`: what is written in that one telling alone."""

    LINES = "lines"
    REACH = "reach"
    PLAN = "plan"
    SCHOOL = "school"
    HOME = "home"
    FAMILY = "family"
    HEALTH = "health"
    JUSTICE = "justice"


@dataclass(frozen=True, slots=True)
class AgreedToShare:
    """With one named person. until: the last day. by: who wrote it down (principal).

    withdrawn_on: from this day on it holds no more; told_by: who told us; noted_by: who wrote that down (principal).
    """

    partner: str
    organisation: str
    sorts: tuple[str, ...]
    purpose: str
    way: str
    on: date
    until: date
    by: str
    withdrawn_on: date | None = None
    told_by: str = ""
    noted_by: str = ""

    @property
    def once(self) -> bool:
        """Whether it was given for one telling alone: what is told next is asked anew."""
        return self.sorts == (Sort.LINES,)

    def holds(self, day: date) -> bool:
        """Whether it runs on a day."""
        return self.on <= day <= self.until and (self.withdrawn_on is None or day < self.withdrawn_on)
