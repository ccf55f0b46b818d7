"""What is confidential in a concern. Plain frozen dataclasses; there is no field for the name of the pupil."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a thread. by, step: values of the code lists; who: the principal of a colleague, or ""."""

    at: datetime
    by: str
    words: str = ""
    step: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class ConcernContent:
    """A concern. signs, knows, outcome: values of the code lists. taken_by: a principal, or "".

    agreed: what the partner said of making it a referral: None while nobody said it. talk_on: the day of the talk.
    passed_on: when it became a referral.
    """

    signs: tuple[str, ...] = ()
    knows: str = ""
    entries: tuple[Entry, ...] = ()
    taken_by: str = ""
    outcome: str = ""
    talk_on: date | None = None
    agreed: bool | None = None
    passed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a partner wrote, on its way. concern: the id of the thread, made on the page of who writes.

    agrees: its answer to making it a referral, or None. call: it asks to be called.
    """

    concern: str
    at: datetime
    words: str = ""
    signs: tuple[str, ...] = ()
    knows: str = ""
    call: bool = False
    agrees: bool | None = None
