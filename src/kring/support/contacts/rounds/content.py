"""What is confidential about a street round: where, when, with whom, how many, and who goes by which nickname.

Plain frozen dataclasses; sealed by the vault under the circle's part `street`. No Django here.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SpotContent:
    """A place where guests are. area: code of the part of town, the only thing of it that is ever published."""

    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one kind at one spot: contacts, never notes."""

    spot: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class StreetContact:
    """Somebody met (or a group) without a dossier. Nothing is mandatory but that it happened.

    kind: nickname, group, or how the contact was made when it was noted outside a round. size: band of a group.
    known: we know this person; there is no dossier. spot: id of a spot, or "".
    """

    id: str
    kind: str
    by: str
    at: datetime
    spot: str = ""
    nickname: str = ""
    words: str = ""
    size: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class RoundContent:
    """One round. by: who began it; beside: colleagues who walk along, who may count too."""

    by: str
    started_at: datetime
    beside: tuple[str, ...] = ()
    ended_at: datetime | None = None
    tallies: tuple[Tally, ...] = ()
    met: tuple[StreetContact, ...] = ()


@dataclass(frozen=True, slots=True)
class StreetTally:
    """The fact that there were contacts, for the statistics office alone: one of a kind, a spot and a round.

    number: contacts. spot: random id. worker: a pseudonym, so that workers can be counted (COU-04).
    """

    kind: str
    spot: str
    area: str
    on: date
    number: int
    worker: str
