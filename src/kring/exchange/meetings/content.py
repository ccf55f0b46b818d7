"""What is confidential about a meeting: where, what is asked, what colleagues bring in, and what was agreed.

Plain frozen dataclasses. The frame and agreements lie under the part `meeting`; a topic about a case lies under
`vignettes`, any other under `meeting`. No Django here.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class MeetingContent:
    """The frame of a meeting. at: the hour, as it was typed. notes: one text of all who take part."""

    at: str = ""
    place: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """What one colleague brought in on a topic: what worked elsewhere, what to think of."""

    by: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class TopicContent:
    """A line of the agenda. kind: code of `Kind`. words: what is the matter. question: what one asks the others."""

    kind: str
    title: str
    words: str
    question: str
    by: str
    at: datetime
    brought: tuple[Brought, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamAgreement:
    """What was agreed, who does it, and until when. It is about our work, never about a client."""

    what: str
    owner: str
    due_on: date | None = None
    done_on: date | None = None
