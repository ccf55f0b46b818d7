"""The copy behind a partner's link. Plain frozen dataclasses; no Django here."""

from dataclasses import dataclass
from datetime import date

from kring.concerns.threads.content import ConcernContent


@dataclass(frozen=True, slots=True)
class OwnConcern:
    """One thread as its partner may see it: no colleague is named in it."""

    concern: str
    content: ConcernContent


@dataclass(frozen=True, slots=True)
class PageShown:
    """Everything a partner raised, the oldest first. until: the last day of the page."""

    name: str
    works_as: str
    school: str
    until: date
    concerns: tuple[OwnConcern, ...] = ()
