"""From entries of the journal to what somebody can read: who did what how often. Pure.

One time is one page that was opened, one form that was sent, one list in which the file stood, one key that was given.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from kring.privacy.looked.acts import LISTS
from kring.vault.entries import Entry
from kring.vault.journal import Verb

SYSTEM = "system"


class Did(StrEnum):
    """What was done, as it is counted."""

    WROTE = "wrote"
    OPENED = "opened"
    LISTED = "listed"
    GAVE = "gave"
    TRIED = "tried"


_DID = {
    Verb.WROTE: Did.WROTE,
    Verb.SHREDDED: Did.WROTE,
    Verb.GAVE: Did.GAVE,
    Verb.WITHDREW: Did.GAVE,
    Verb.REFUSED: Did.TRIED,
    Verb.LISTED: Did.LISTED,
    Verb.SEARCHED: Did.LISTED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """On one day, one person did the same so many times; last: when the last time was."""

    on: date
    actor: str
    did: Did
    act: str
    times: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """counts: per person, what was done how often. lines: the newest day first. broken: entries that are not sound."""

    counts: dict[str, Counter[Did]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    broken: int = 0

    @property
    def actors(self) -> set[str]:
        """Everybody who did something."""
        return set(self.counts)


def did(entry: Entry) -> Did:
    """What an entry counts as. A list is a list, also where it was opened to be searched in."""
    kind = _DID.get(entry.verb, Did.OPENED)
    return Did.LISTED if kind is Did.OPENED and entry.act in LISTS else kind


def summed(entries: Iterable[Entry], zone: object) -> Looked:
    """What was done, by whom, how often, and day by day. zone: in which days are counted."""
    counts: dict[str, Counter[Did]] = {}
    lines: dict[tuple[date, str, Did, str], tuple[int, datetime]] = {}
    broken = 0
    for one in entries:
        broken += not one.sound
        if not one.act:
            continue
        kind, at = did(one), one.at.astimezone(zone)  # type: ignore[arg-type]  # a tzinfo
        counts.setdefault(one.actor, Counter())[kind] += 1
        times, last = lines.get((key := (at.date(), one.actor, kind, one.act)), (0, at))
        lines[key] = times + 1, max(last, at)
    told = [Line(*key, times, last) for key, (times, last) in lines.items()]
    return Looked(counts, sorted(told, key=lambda line: line.last, reverse=True), broken)


def week_of(on: date) -> date:
    """The Monday of a week."""
    return on - timedelta(days=on.weekday())
