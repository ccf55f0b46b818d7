"""What is confidential of an application: the project, and who takes the initiative. Plain frozen dataclasses.

`ProjectContent` lies under the part `project`, `InitiatorsContent` under `initiators`. No Django here.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProjectContent:
    """The project as it was asked for. applicant, factor, area: values of the code lists. sent: kinds of files."""

    title: str
    organisation: str
    applicant: str
    about: str
    plan: str
    factor: str
    audience: str
    area: str
    starts_on: date
    ends_on: date
    budget: str
    asked_euro: int
    sent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Initiator:
    """Somebody who takes the initiative, and where he lives."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class InitiatorsContent:
    """Who they are, how to reach them, and the account of the organisation. language: in which we answer."""

    initiators: tuple[Initiator, ...]
    email: str
    phone: str
    iban: str
    holder: str
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class SentAlong:
    """A file as it came. kind: by its first bytes."""

    kind: str
    raw: bytes
