"""What a measure is: a code, its definition in words, its unit, and how it is counted or why it is not held here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise

from kring.figures.asked import Apart, Condition
from kring.reporting.periods import Span
from kring.reporting.subjects import Subject


class Unit(StrEnum):
    """What one of it is; units are never added."""

    CASE = "case"
    PERSON = "person"
    HOUSEHOLD = "household"
    REFERRAL = "referral"
    TALK = "talk"
    CONTACT = "contact"
    ACTIVITY = "activity"
    ATTENDANCE = "attendance"
    MEETING = "meeting"
    HANDOVER = "handover"
    DAY = "day"
    PERCENT = "percent"
    RATIO = "ratio"
    FTE = "fte"
    HEAD = "head"
    POST = "post"
    EURO = "euro"
    GRANT = "grant"
    RECIPIENT = "recipient"
    VOLUNTEER = "volunteer"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Why a figure is not held here, and who can be asked."""

    reason: Promise
    ask: Promise


@dataclass(frozen=True, slots=True)
class OfFacts:
    """Counted in the facts. when: the conditions of a span. stock: how it stood on its last day.

    once: each subject counts once. days: tells the days between two dates, given the span. on_day: the conditions when
    a day is asked for and no period. split: the dimension it is split by when none is asked.
    beside: what is always told with it. beginning: of a case, who carried it when it began, not who does at the end.
    """

    subject: Subject
    when: Callable[[Span], tuple[Condition, ...]]
    stock: bool = False
    once: bool = False
    days: Callable[[Span], Apart] | None = None
    on_day: Callable[[Span], tuple[Condition, ...]] | None = None
    split: str = ""
    beside: str = ""
    beginning: bool = False


@dataclass(frozen=True, slots=True)
class OfStaff:
    """Counted in the team: (function, programme) -> how many, in a span."""

    count: Callable[[Span], dict[tuple[str, str], float]]


@dataclass(frozen=True, slots=True)
class Ratio:
    """One measure divided by another: rounded to one decimal, or a whole percentage of it."""

    over: str
    under: str
    percent: bool = False


@dataclass(frozen=True, slots=True)
class OfOthers:
    """Says something of the other measures that are asked: what they rest on, or how they differ from before."""

    trend: bool = False


type How = OfFacts | OfStaff | Ratio | OfOthers | NotHeld


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that may be asked. version: raised when what is counted changes. traps: what it must not be read as."""

    code: str
    unit: Unit
    says: Promise
    how: How
    base: Promise | None = None
    traps: tuple[Promise, ...] = field(default=())
    version: int = 1
