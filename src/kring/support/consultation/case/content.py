"""What is confidential about a case consultation: on which basis, who may take part, and one's own actions."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody on the list: who may take part, and whether he sat there."""

    id: str
    who: str
    present: bool = False


@dataclass(frozen=True, slots=True)
class OwnAction:
    """What the worker himself took upon him; never what others said or do (SEC-07)."""

    what: str
    by_when: date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseTable:
    """One case consultation. basis: code of `Basis`. document: what the basis is written in, and where it lies."""

    on: date
    basis: str
    document: str
    purpose: str
    modalities: str
    permitted: tuple[Participant, ...]
    actions: tuple[OwnAction, ...] = ()
