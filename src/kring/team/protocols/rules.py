"""What a protocol says, and on which days it holds. Pure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Protocol:
    """One version. protocol: which one, the same in each version. row: the id of this version, or "".

    parties, categories: in words, one on each line. ended_on: the first day on which it holds no more.
    """

    protocol: str
    number: int
    parties: str
    purpose: str
    categories: str
    published: str
    document: str
    from_on: date
    until_on: date
    ended_on: date | None = None
    row: str = ""

    def holds(self, on: date) -> bool:
        """Whether something may be told under it on a day; both ends of the term count in."""
        return self.from_on <= on <= self.until_on and (self.ended_on is None or on < self.ended_on)

    @property
    def last_on(self) -> date:
        """Up to which day: the term, or the day it was ended."""
        return min(self.until_on, self.ended_on) if self.ended_on else self.until_on

    @property
    def bodies(self) -> list[str]:
        """With whom, line by line."""
        return self.parties.splitlines()

    @property
    def label(self) -> str:
        """How it is called where one is chosen."""
        return f"{', '.join(self.bodies)} ({self.document})"
