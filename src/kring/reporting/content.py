"""What an answer consists of: frozen dataclasses of codes and numbers, without words. No Django here."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Audience(StrEnum):
    """Who may read a table: everybody, or the offices that freeze and explain it.

    PREVIEW: what everybody would be shown now, for those offices. It is not remembered, so it never leaves.
    """

    PUBLIC = "public"
    INTERNAL = "internal"
    PREVIEW = "preview"


ASKED_FOR = (Audience.PUBLIC, Audience.INTERNAL)
"""Who a question can be answered for; a preview is of a draft alone."""


@dataclass(frozen=True, slots=True)
class ProgrammeCount:
    """Open dossiers of one programme. cases: None when withheld. outreachers: those who carry them."""

    code: str
    cases: int | None
    outreachers: int
    started_on: date | None


@dataclass(frozen=True, slots=True)
class Staffing:
    """How many colleagues have this function, in this programme ("" when in none)."""

    function: str
    programme: str
    colleagues: int


@dataclass(frozen=True, slots=True)
class Figures:
    """One table. total: None when even the total would give a programme away."""

    programmes: tuple[ProgrammeCount, ...]
    total: int | None
    outreachers: int
    team: int
    staffing: tuple[Staffing, ...]


@dataclass(frozen=True, slots=True)
class InsideFigures:
    """The table with every count. `salt` went into the snapshot, which is public: without it one could try numbers."""

    figures: Figures
    salt: bytes
