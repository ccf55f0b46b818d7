"""What may be asked of the facts: which are counted, under which conditions, in which groups. Values only.

A question is data, so that what it does with a row is known in advance: nothing handed in from outside ever sees one.
`Field.kind` names the kind of fact a value stands in; of another kind than the counted one it is the fact of the same
subject (the least value, when there are several).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kring.figures.tables import UNKNOWN


@dataclass(frozen=True, slots=True)
class Clear:
    """A row that stands in the clear and is counted like a fact: its kind, its id, what it says.

    of: the subject that several rows have in common, where it is not the row itself.
    """

    kind: str
    id: str
    said: Mapping[str, str]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a kind of fact."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries a case on the evening of a day (None: as it began).

    last: who does last. stints: `who@day` with spaces between, where it was handed over.
    """

    last: Field
    stints: Field
    on: Field | date | None = None


class Piece(StrEnum):
    """A piece of a date: `2021`, `2021-Q1`, `2021-03`, `2020-2021` (September to August)."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    SCHOOL_YEAR = "school_year"


@dataclass(frozen=True, slots=True)
class Plain:
    """The value as it is. names: other words for it; what is not among them is `rest`, or itself when that is None."""

    of: Field | Carrier
    names: Mapping[str, str] = field(default_factory=dict)
    rest: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Each word of a text is a group: one thing may stand in several."""

    of: Field


@dataclass(frozen=True, slots=True)
class Dated:
    """A piece of a date."""

    of: Field
    piece: Piece


@dataclass(frozen=True, slots=True)
class Age:
    """The age somebody reaches in the year of `at`. bands: the first age of each band but the lowest."""

    born: Field
    at: Field | date
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Days from one date to another. bands: as in `Age`."""

    start: Field
    end: Field | date
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """Every step that was done by a day: one thing stands in several groups, or in `nothing` when it did none."""

    steps: tuple[tuple[str, Field], ...]
    by: date
    nothing: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Times:
    """How many facts of another kind the subject has whose date lies from one day (None: ever) to another.

    bands: as in `Age`, of their number.
    """

    of: Field
    since: date | None
    until: date
    bands: tuple[int, ...]


type How = Plain | Words | Dated | Age | Apart | Reached | Times


@dataclass(frozen=True, slots=True)
class UpTo:
    """There is a date and it is at most `on`."""

    of: Field
    on: date


@dataclass(frozen=True, slots=True)
class From:
    """There is a date and it is at least `on`."""

    of: Field
    on: date


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    this: "UpTo | From | Among"


@dataclass(frozen=True, slots=True)
class Among:
    """It stands in one of these groups."""

    how: How
    groups: frozenset[str]


type Condition = UpTo | From | Not | Among


@dataclass(frozen=True, slots=True)
class By:
    """One way to split. groups: those that are shown also when nothing stands in them."""

    name: str
    how: How
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """A filter: what stands in one of these groups. by: the way to split that has them."""

    by: By
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counting:
    """How many facts of a kind, and in which groups; at most two ways at once (GDP-17).

    worker: who carries them; None for what nobody carries. weight: a column with numbers to add instead of one a row.
    once: each subject counts once. days: the days between two dates are told too, as mean and median. only: what a
    reader asked to leave the rest out; the difference to all of it tells of the rest (`narrowing.py`).
    """

    of: str
    where: tuple[Condition, ...] = ()
    by: tuple[By, ...] = ()
    worker: Field | Carrier | None = None
    weight: str = ""
    once: bool = False
    days: Apart | None = None
    only: tuple[Only, ...] = ()


def band(number: int, bands: tuple[int, ...]) -> str:
    """The band a number falls in: `0-11`, `12-17`, `65+`."""
    low = max((first for first in bands if first <= number), default=0)
    above = next((first for first in bands if first > number), None)
    return f"{low}+" if above is None else f"{low}-{above - 1}"


def band_names(bands: tuple[int, ...]) -> tuple[str, ...]:
    """Every band, the lowest first."""
    return tuple(band(first, bands) for first in (0, *bands))
