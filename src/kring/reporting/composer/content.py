"""What a question to be answered consists of, sealed as a whole. Frozen dataclasses; no Django here."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Body(StrEnum):
    """Who asked."""

    COUNCIL = "council"
    PARLIAMENT = "parliament"
    COLLEGE = "college"
    OTHER = "other"


class Step(StrEnum):
    """How far an answer is."""

    DRAFT = "draft"
    READ = "read"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Received:
    """The question as it came. number: of the body that asked. language: in which the answer is written."""

    body: Body
    asker: str
    number: str
    text: str
    asked_on: date
    due_on: date | None = None
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Wish:
    """One figure: what is counted, split, narrowed, when.

    counted: the document for everybody, written out: a preview until the answer is frozen. internal: the one with
    every number, for inside alone, "" where it was not kept.

    splits: crossed when there are two, each by itself when `apart`. only: `dimension=group`. period: as `periods` reads
    it. before, after: own words around the paragraph.
    """

    id: str
    measures: tuple[str, ...]
    splits: tuple[str, ...] = ()
    apart: bool = False
    only: tuple[str, ...] = ()
    period: str = ""
    topic: str = ""
    before: str = ""
    after: str = ""
    counted: str = field(default="", repr=False)
    internal: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """A frozen answer that went out. why: it took the place of the one before, "" of the first."""

    frozen: int
    on: date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A question with its figures and how far it is. as_of: the day the figures are counted as on.

    frozen: number of the frozen answer that stands, 0 when what is here was changed since, or never frozen.
    written_by: who wrote last; nobody reads over his own. sent: every version that went out, oldest first.
    correcting: why the one that went out last is answered anew, "" when it is not.
    """

    received: Received
    as_of: date
    written_by: str
    figures: tuple[Wish, ...] = ()
    opening: str = ""
    closing: str = ""
    step: Step = Step.DRAFT
    frozen: int = 0
    read_by: str = ""
    read_on: date | None = None
    approved_on: date | None = None
    reference: str = ""
    sent_on: date | None = None
    sent: tuple[Sent, ...] = ()
    correcting: str = ""
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    withdrawn_why: str = ""

    @property
    def versions(self) -> tuple[Sent, ...]:
        """Every version that went out, also of before they were kept one by one."""
        if not self.sent and self.step is Step.SENT and self.sent_on:
            return (Sent(self.frozen, self.sent_on),)
        return self.sent


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen answer. document: as `reporting.document` writes it, never made again; digest: its fingerprint.

    rules: of disclosure control, under which it was counted. preview: the answer as the draft showed it, where what
    may be shown turned out otherwise; "" when it did not. internal: every number of it, "" where it was not kept.
    """

    document: str = field(repr=False)
    digest: str
    rules: str
    frozen_at: datetime
    frozen_by: str
    preview: str = field(default="", repr=False)
    internal: str = field(default="", repr=False)
