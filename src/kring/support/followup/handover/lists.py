"""What was offered to me, by me, and what is accepted and waits for its keys to move; numbers, never names."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from kring.support.dossier import words
from kring.support.dossier.models import Dossier
from kring.support.followup.content import HandoverContent
from kring.support.followup.handover.moving import ready
from kring.support.followup.handover.offering import PART, UNDER_WAY, State
from kring.support.followup.models import Handover, HandoverNote
from kring.team import queries as team
from kring.team.names import name_of
from kring.vault import gate
from kring.vault.gate import Session


@dataclass(frozen=True, slots=True)
class Line:
    """One handover in a list. who: the colleague on the other side."""

    id: str
    dossier: str
    number: str
    who: str
    state: str
    since: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything under way. ready: how many are accepted and can be moved by me now."""

    to_me: list[Line]
    by_me: list[Line]
    ready: int


def of(person: str) -> Lists:
    """What is under way around somebody, and what ended this far."""
    around = Q(receiver=person) | Q(giver=person) | Q(dossier__holder=person) | Q(dossier__deputy=person)
    rows = Handover.objects.filter(around).exclude(state__in=[State.TAKEN_BACK, State.DONE])
    found = [row.verified() for row in rows.select_related("dossier").order_by("-offered_on", "id")]
    names = team.colleagues({who for row in found for who in (row.giver, row.receiver)})

    def line(row: Handover, who: str) -> Line:
        name = name_of(names, who)
        since, waits = words.day(row.offered_on), row.state in UNDER_WAY
        return Line(row.id, row.dossier_id, row.dossier.number, name, row.get_state_display(), since, waits)

    to_me = [line(row, row.giver) for row in found if row.receiver == person and row.state in UNDER_WAY]
    by_me = [line(row, row.receiver) for row in found if row.receiver != person]
    return Lists(to_me, by_me, len(ready(person)))


def of_dossier(dossier: Dossier) -> Handover | None:
    """The newest handover of a dossier that is under way or was refused."""
    rows = Handover.objects.filter(dossier=dossier, state__in=[*UNDER_WAY, State.REFUSED, State.TAKEN_BACK])
    newest = list(rows.order_by("-offered_on"))
    waits = [row for row in newest if row.state in UNDER_WAY]
    return next(iter([*waits, *newest]), None)


def words_of(session: Session, row: Handover | None) -> HandoverContent | None:
    """The words of an offer that came to nothing, for who may read them."""
    if row is None:
        return None
    keys = gate.entering(session, act="followup.read_offer", of=[row.id], parts=[PART], strict=False)
    note = HandoverNote.objects.filter(handover=row).first()
    return keys.open(note, HandoverContent) if note and keys.holds(row.id, PART) else None


def offered(dossiers: Iterable[Dossier]) -> set[str]:
    """Ids of the dossiers for which an offer is under way."""
    ids = [one.id for one in dossiers]
    return set(Handover.objects.filter(dossier__in=ids, state__in=UNDER_WAY).values_list("dossier", flat=True))
