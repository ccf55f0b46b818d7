"""What a document is: an answer in one language as plain values, every word of it included. No Django here.

Whoever writes it out in some form (exports) adds no word and no number, so that a frozen document gives the same bytes
in ten years, whatever the catalogue says by then.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Says(StrEnum):
    """What stands in a cell. not held: nobody notes it here; unknown: it cannot be said from what was noted."""

    VALUE = "value"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"
    NOT_HELD = "not held"


class Line(StrEnum):
    """What a row is of: a group, what of it is not known, all of it, or days in the middle and on average."""

    GROUP = "group"
    UNKNOWN = "unknown"
    TOTAL = "total"
    MEDIAN = "median"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. number: a number only where `says` is VALUE. text: as it is read; the same of all that is withheld."""

    says: Says
    text: str
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From a day ("" when from the beginning) up to and including a day, as ISO dates. words: as it is read."""

    start: str
    end: str
    words: str
    running: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column of numbers. code: of the group it is of, "" when it is of a period alone. period: of its numbers."""

    label: str
    code: str
    period: Period


@dataclass(frozen=True, slots=True)
class Row:
    """One row. code: of its group; "" when it is of no group. cells: one a column."""

    label: str
    code: str
    line: Line
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One measure, split in no, one or two ways (`split`: codes; the second one makes the columns).

    heading: above the labels of the rows. wholes: the whole of each period, also where no row is a total.
    beneath: sentences on what it rests on, what of it is not known, and how it may be read.
    """

    caption: str
    measure: str
    of: str
    version: int
    unit: str
    unit_words: str
    split: tuple[str, ...]
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wholes: tuple[Cell, ...]
    beneath: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """A register that is not counted, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Absent:
    """Something that was asked and is not held here: why, and who can be asked. split: codes, when only that is."""

    what: str
    measure: str
    split: tuple[str, ...]
    reason: str
    ask: str


@dataclass(frozen=True, slots=True)
class Definition:
    """What a measure or a way to split means, under the version that was counted. base: "" when there is none."""

    code: str
    version: int
    says: str
    unit: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words around it, in the language of the document. versioned: "version". table, explained: names of sheets."""

    asked: str
    period: str
    dated: str
    audience: str
    figures: str
    table: str
    explained: str
    not_held: str
    ask: str
    excluded: str
    not_said: str
    definitions: str
    versioned: str
    hash: str
    withheld: str
    withheld_means: str


@dataclass(frozen=True, slots=True)
class Document:
    """An answer as it leaves, for one audience in one language.

    Made by `of` from what release gave to that audience, and read back by `read` from what was frozen; by nobody else.
    """

    version: ClassVar[int] = 1

    language: str
    audience: str
    question_id: str
    title: str
    question: str
    asked_on: date
    dated: str
    period: str
    standing: str
    standing_says: str
    tables: tuple[Table, ...]
    paragraphs: tuple[str, ...]
    not_held: tuple[Absent, ...]
    excluded: tuple[Excluded, ...]
    not_said: tuple[str, ...]
    definitions: tuple[Definition, ...]
    words: Words
