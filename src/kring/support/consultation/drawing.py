"""The table as a picture: everybody around it, the client at the head. A list with the same stands beside it."""

from dataclasses import dataclass
from math import cos, pi, sin

from kring.support.consultation.content import ConsultationContent
from kring.support.dossier.disclosing.grounds import Recipient
from kring.team.names import initials

CENTRE, RADII = (210, 165), (158, 122)
LONGEST = 13
"""Letters of a name under a head."""


@dataclass(frozen=True, slots=True)
class Head:
    """One head: where, whose, and its shape (me, org, pro or "")."""

    x: int
    y: int
    name: str
    initials: str
    shape: str

    @property
    def below(self) -> int:
        """Where the name stands."""
        return self.y + 33


def heads(client: str, meeting: ConsultationContent) -> list[Head]:
    """The client at the head of the table, the others in their order, clockwise."""
    people = [(client, "me"), *((seat.name, _shape(seat.kind)) for seat in meeting.seats)]
    return [_head(n, len(people), name, shape) for n, (name, shape) in enumerate(people)]


def _head(n: int, of: int, name: str, shape: str) -> Head:
    angle = 2 * pi * n / of - pi / 2
    x, y = CENTRE[0] + RADII[0] * cos(angle), CENTRE[1] + RADII[1] * sin(angle)
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return Head(round(x), round(y), short, initials(name), shape)


def _shape(kind: str) -> str:
    if kind == Recipient.TEAM:
        return "pro"
    return "" if kind == Recipient.NETWORK else "org"
