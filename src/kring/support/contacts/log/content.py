"""What is confidential about a contact. Plain frozen dataclasses, sealed under the journal or a lock of their own."""

from dataclasses import dataclass
from datetime import date, datetime

from kring.support.dossier.marks.content import Marks

UNMARKED = Marks()
"""Of the client, and open to him."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact, made or attempted. kind, direction, minutes: codes of the code lists.

    at: when it was; noted_at: when it was written down; by: principal. sentence and client_words may stay empty.
    dossiers: all it was written in. struck: a correction that says it should not have been written.
    """

    kind: str
    at: datetime
    noted_at: datetime
    by: str
    made: bool = True
    direction: str = "worker"
    place: str = ""
    minutes: str = ""
    sentence: str = ""
    client_words: str = ""
    domains: tuple[str, ...] = ()
    next_step: str = ""
    next_step_on: date | None = None
    marks: Marks = UNMARKED
    dossiers: tuple[str, ...] = ()
    struck: bool = False


@dataclass(frozen=True, slots=True)
class ContactNoted:
    """The fact of one contact in one dossier, for the statistics office alone: never a word of it, nor the hour.

    worker: a pseudonym of who noted it first. minutes: a band, or "".
    """

    on: date
    kind: str
    made: bool
    minutes: str
    worker: str


@dataclass(frozen=True, slots=True)
class Held:
    """In a journal: the key of a contact that was written once and stands in several dossiers."""

    contact: str
    key: bytes


@dataclass(frozen=True, slots=True)
class Pin:
    """That a contact is kept on top for whoever reads, or no longer."""

    by: str
    at: datetime
    pinned: bool = True


@dataclass(frozen=True, slots=True)
class SensitiveNote:
    """Health, justice or a family secret, for its author and who is named.

    basis: for justice, what allows to note it (GDP-04).
    """

    topic: str
    text: str
    by: str
    at: datetime
    basis: str = ""
    marks: Marks = UNMARKED


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A worker's own note: nobody else reads it. dossier: the id it is about, or ""."""

    text: str
    at: datetime
    dossier: str = ""
