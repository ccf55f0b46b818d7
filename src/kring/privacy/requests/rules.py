"""The clock of a request, and its number."""

import secrets
from dataclasses import dataclass
from datetime import date

from kring.privacy.requests.models import PersonRequest
from kring.support.dossier.numbers import ALPHABET
from kring.support.dossier.rules import tell_by


@dataclass(frozen=True, slots=True)
class Clock:
    """Day `day` of `of`; late: beyond it."""

    day: int
    of: int

    @property
    def late(self) -> bool:
        """Whether it should have been answered."""
        return self.day > self.of

    @property
    def hundredths(self) -> int:
        """How far the clock is, for a bar: 0 to 100."""
        return min(100, max(0, round(100 * self.day / max(self.of, 1))))


def due(asked_on: date) -> date:
    """One month, within the next calendar month (GDPR art. 12(3))."""
    return tell_by(asked_on)


def clock(row: PersonRequest, today: date) -> Clock:
    """How far the term is; of an answered one on the day it was answered."""
    until = row.done_on or today
    return Clock((until - row.asked_on).days, (row.due_on - row.asked_on).days)


def fresh_number() -> str:
    """Random, so that it tells neither order nor date."""
    while True:
        number = "V-" + "".join(secrets.choice(ALPHABET) for _ in range(5))
        if not PersonRequest.objects.filter(number=number).exists():
            return number
