"""What is confidential about a consultation: who sits at the table, the agenda, what was agreed, what a guest is shown.

Plain frozen dataclasses; sealed under the part `minutes`, what a guest is shown also in an extract.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

CLIENT = "client"
"""The id of the client's own seat."""


@dataclass(frozen=True, slots=True)
class Given:
    """The extract somebody at the table has: its lines, on which ground, since when and until when."""

    lines: tuple[str, ...]
    ground: str
    on: date
    until: date | None
    way: str
    disclosure: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One named person at the table; never an organisation as such.

    kind: code of `Recipient`. secrecy: secrecy, discretion or none. only: the id of the one agenda item he comes for,
    or "". wished: the client himself wants him there. task: what he does there, or when he goes. given: his extract.
    """

    id: str
    name: str
    function: str = ""
    organisation: str = ""
    kind: str = "other"
    secrecy: str = "none"
    email: str = ""
    task: str = ""
    only: str = ""
    wished: bool = False
    language: str = "nl"
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One point: its title, a line beside it, how long, in which life domain, who begins (id of a seat)."""

    id: str
    title: str
    beside: str = ""
    minutes: int = 10
    domain: str = ""
    opens: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class ConsultationContent:
    """One consultation. state: planned, held or cancelled. prepares: how the client prepares.

    Once held: client_present, or why_absent; result: code of `Result`; first: whether it was the first of this dossier.
    """

    at: datetime
    minutes: int
    place: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    seats: tuple[Seat, ...] = ()
    prepares: str = ""
    state: str = "planned"
    client_present: bool | None = None
    why_absent: str = ""
    result: str = ""
    first: bool | None = None
    held_on: date | None = None

    def with_seat(self, seat: Seat) -> "ConsultationContent":
        """The same with this seat in the place of the one with its id."""
        return replace(self, seats=tuple(seat if one.id == seat.id else one for one in self.seats))


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed aloud: what, who (ids of seats, and their names as they were), by when, in which life domain.

    dropped: taken off the table again; it is kept and not shown.
    """

    what: str
    who: tuple[str, ...]
    names: tuple[str, ...]
    by_when: date | None
    domain: str
    by: str
    at: datetime
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class TableNotes:
    """The worker's own notes beside a consultation: never on the shared screen, never in an extract."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TableShown:
    """The extract behind a guest's link: the invitation, and the lines he was given. No name of the client."""

    at: datetime
    minutes: int
    place: str
    agenda: tuple[str, ...]
    lines: tuple[str, ...] = ()
    until: date | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """Whether a guest comes, and a word with it; `way`: by link or by calendar."""

    comes: str
    words: str = ""
    way: str = "link"


@dataclass(frozen=True, slots=True)
class ConsultationHeld:
    """The fact of a consultation, for the statistics office alone: first or not, with the client or not."""

    first: bool
    client_present: bool
    result: str
    held_on: date
