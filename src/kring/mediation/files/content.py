"""What is confidential of a file: what both may know of it, and the sheet of each side.

Plain frozen dataclasses. `FileContent` lies under the part `file`; the sheet of A under `side_a`, the one of B under
`side_b`. They are one class on purpose: a question that is asked of one party is asked of both. No Django here.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class FileContent:
    """What it is called among mediators (a street, no name), how it came, and how they talk.

    way, referrer, natures, form, not_started: values of the code lists. met_on: the day of the talk, or of the last
    visit of a mediator who goes to and fro.
    """

    label: str
    way: str
    referrer: str
    natures: tuple[str, ...] = ()
    form: str = ""
    met_on: date | None = None
    not_started: str = ""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a party wrote on its own page; it stays as it was written. willing: a value of the code list, or ""."""

    at: datetime
    wish: str
    willing: str


@dataclass(frozen=True, slots=True)
class SideContent:
    """The sheet of one party. told and wish are its own words; willing, result, holds are values of the code lists.

    own: what it wrote itself, oldest first.
    """

    name: str = ""
    reach: str = ""
    told: str = ""
    wish: str = ""
    intake_on: date | None = None
    willing: str = ""
    result: str = ""
    result_words: str = ""
    holds: str = ""
    own: tuple[OwnWords, ...] = ()
