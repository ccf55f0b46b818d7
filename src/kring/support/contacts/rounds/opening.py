"""The street as one colleague opens it: his circle, its spots, and the rounds that go on. One entry in the journal."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from kring.support.access import STREET
from kring.support.contacts.rounds import rules
from kring.support.contacts.rounds.content import RoundContent, SpotContent, StreetContact
from kring.support.contacts.rounds.models import StreetRecord
from kring.support.dossier import circle_part
from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import Group
from kring.team.programmes import PROGRAMMES, street_work
from kring.vault.gate import Keys, Session
from kring.vault.refusals import Refused

Kind = StreetRecord.Kind
MOST_OVER = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot as it is offered."""

    id: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Round:
    """A round with its content opened."""

    id: str
    day: date
    content: RoundContent
    current: bool = True


@dataclass(frozen=True, slots=True)
class Street:
    """What was opened. contacts: noted today without a dossier and without a round. over: the newest that are over."""

    keys: Keys
    circle: str
    person: str
    spots: list[Spot]
    rounds: list[Round]
    contacts: list[StreetContact]
    over: list[Round]

    @property
    def mine(self) -> Round | None:
        """The round I walk now, the newest when there are more."""
        return max(self._mine(), key=lambda one: one.content.started_at, default=None)

    @property
    def of_others(self) -> list[Round]:
        """Rounds of colleagues that go on without me."""
        return [one for one in self.rounds if not rules.walks(one.content, self.person)]

    def spot(self, spot: str) -> Spot | None:
        """A spot by its id."""
        return next((one for one in self.spots if one.id == spot), None)

    def _mine(self) -> list[Round]:
        return [one for one in self.rounds if rules.walks(one.content, self.person)]


def circle_of(person: str) -> str:
    """The circle somebody does casework in: that of street work when he belongs to it. Raises `Refused`."""
    held = {group.code: group.principal for group in team.groups_with_key(person) if group.kind == Group.Kind.CIRCLE}
    first = [street_work.PROGRAMME.circle, *(one.circle for one in PROGRAMMES if one.circle)]
    for code in first:
        if code in held:
            return held[code]
    raise Refused


def entered(session: Session, *, act: str) -> tuple[Keys, str]:
    """The key of the street of one's own circle, and the circle. Raises `Refused`."""
    circle = circle_of(session.person)
    keys = circle_part.entered(session, circle, STREET, act=act)
    if not keys.holds(circle, STREET):
        raise Refused
    return keys, circle


def street(session: Session, *, act: str) -> Street:
    """Everything current and the newest rounds that are over, in one look. Raises `Refused`."""
    keys, circle = entered(session, act=act)
    wanted = Q(current=True) | Q(kind=Kind.CONTACT, day=today()) | Q(id__in=_over(circle)[:MOST_OVER].values("id"))
    rows = list(StreetRecord.objects.filter(wanted, circle=circle))
    by_kind = {kind: [row for row in rows if row.kind == kind] for kind in Kind}
    rounds = [_round(keys, row) for row in by_kind[Kind.ROUND]]
    spots = [Spot(row.id, one.name, one.area) for row in by_kind[Kind.SPOT] for one in [keys.open(row, SpotContent)]]
    return Street(
        keys,
        circle,
        session.person,
        sorted(spots, key=lambda one: one.name.casefold()),
        [one for one in rounds if one.current],
        [keys.open(row, StreetContact) for row in by_kind[Kind.CONTACT]],
        sorted((one for one in rounds if not one.current), key=lambda one: (one.day, one.id), reverse=True),
    )


def earlier(opened: Street, *, most: int) -> list[Round]:
    """The newest rounds that are over, further back."""
    return [_round(opened.keys, row) for row in _over(opened.circle)[:most]]


def _over(circle: str) -> "QuerySet[StreetRecord]":
    rows = StreetRecord.objects.filter(circle=circle, kind=Kind.ROUND, current=False)
    return rows.order_by("-day", "-id")


def _round(keys: Keys, row: StreetRecord) -> Round:
    return Round(row.id, row.day, keys.open(row, RoundContent), row.current)


def all_spots(opened: Street) -> dict[str, SpotContent]:
    """Id -> every spot there is or was."""
    rows = StreetRecord.objects.filter(circle=opened.circle, kind=Kind.SPOT)
    return {row.id: opened.keys.open(row, SpotContent) for row in rows}
