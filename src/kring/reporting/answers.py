"""What an answer consists of: figures of a measure in a span, each whole, withheld, unsafe, or not held here. Values.

Zero, withheld, not known and not held are four different things and stay so: 0, None, the group `unknown`, `NotHeld`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kring.figures.guarding import Nearest
from kring.figures.showing import State
from kring.reporting.asking import Question
from kring.reporting.content import Audience
from kring.reporting.dimensions.dimension import Dimension
from kring.reporting.measures.measure import Measure, NotHeld
from kring.reporting.periods import Span


class Standing(StrEnum):
    """How an answer stands as a whole."""

    ANSWERED = "answered"
    PARTLY = "partly withheld"
    NOT_HELD = "not held here"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Figure:
    """A table of numbers. cells: None is withheld; what cannot be computed is absent. carriers: workers behind it.

    known, mean, median: of days. overlapping: its groups do not add up to the whole. nearest: to ask instead.
    """

    cells: Mapping[tuple[str, ...], float | None]
    whole: float | None
    carriers: int = 0
    state: State = State.WHOLE
    known: int | None = None
    mean: int | None = None
    median: int | None = None
    overlapping: bool = False
    nearest: Nearest | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One measure in one span, split one way. of: the measure a trend or a base is of, itself otherwise."""

    measure: Measure
    span: Span
    dims: tuple[Dimension, ...]
    figure: Figure
    of: Measure


@dataclass(frozen=True, slots=True)
class Missing:
    """A measure, or a way to split it, that is not held here."""

    measure: Measure
    why: NotHeld
    dims: tuple[Dimension, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that is said to a question, to one audience."""

    question: Question
    audience: Audience
    parts: tuple[Part, ...]
    missing: tuple[Missing, ...] = field(default=())

    @property
    def standing(self) -> Standing:
        """Not held when nothing is; unsafe when every table is; partly withheld when anything asked is not shown."""
        if not self.parts:
            return Standing.NOT_HELD
        states = {part.figure.state for part in self.parts}
        if states == {State.UNSAFE}:
            return Standing.UNSAFE
        return Standing.ANSWERED if states == {State.WHOLE} and not self.missing else Standing.PARTLY


@dataclass(frozen=True, slots=True)
class Pair:
    """Of one counting: what everybody may be shown, and every number for inside."""

    outside: Answer
    internal: Answer
