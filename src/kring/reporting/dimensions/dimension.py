"""What a dimension is: a code, its definition in words, and how a subject is split by it or why that is not held."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise

from kring.figures.asked import Carrier, Field, How
from kring.reporting.measures.measure import NotHeld
from kring.reporting.periods import Span
from kring.reporting.subjects import CASE, Subject, carried_on


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: which subject in which span. stock: how it stands on its last day. beginning: as it began.

    roles: the pseudonym of a colleague -> the function he has.
    """

    subject: Subject
    span: Span
    stock: bool = False
    beginning: bool = False
    roles: Mapping[str, str] = field(default_factory=dict)

    @property
    def at(self) -> Field | date:
        """The day it is looked at: the last one of the span, or that on which it happened."""
        return self.span.end if self.stock else self.subject.on

    @property
    def worker(self) -> Field | Carrier | None:
        """Who carries it: a case, who does on the last day of the span, or did when it began."""
        if self.subject is not CASE:
            return self.subject.worker
        return carried_on(None if self.beginning else self.span.end)


def no_groups(_look: Look) -> tuple[str, ...]:
    """Only groups that are found are shown."""
    return ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to split. how: None where it says nothing of a subject. groups: those shown with 0 too.

    also: other words for a group, as a filter may say it. time: it parts the period, and is no facet. staff: 0 or 1,
    which of function and programme of the team it is.
    """

    code: str
    says: Promise
    how: Callable[[Look], How | None] | NotHeld
    groups: Callable[[Look], tuple[str, ...]] = no_groups
    label: Callable[[str], str] = str
    also: Mapping[str, str] = field(default_factory=dict)
    time: bool = False
    staff: int | None = None
    version: int = 1


def nothing(_look: Look) -> How | None:
    """Of a dimension of time: it is no facet."""
    return None
