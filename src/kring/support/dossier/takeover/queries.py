"""Looks: what is known of a colleague who takes over cases, what he carries already, and his count proof."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from kring.support.dossier.content import Mode, SummaryContent
from kring.support.dossier.models import Summary
from kring.support.dossier.takeover.lines import Around, Key, key_of
from kring.support.dossier.takeover.models import TakeOver
from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import Group, SecrecyStatus
from kring.team.programmes import PROGRAMMES
from kring.vault import gate
from kring.vault.gate import Session
from kring.vault.journal import Verb

CIRCLES = tuple(sorted({one.circle for one in PROGRAMMES if one.counted and one.circle}))
"""Codes of the circles that carry dossiers of this register."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The dossiers somebody holds, open or closed: their ids, and by what each is known."""

    ids: frozenset[str]
    keys: frozenset[Key]


@dataclass(frozen=True, slots=True)
class Proof:
    """The rounds of one colleague and their sums; `open_now`: dossiers he holds today."""

    rounds: list[TakeOver]
    pasted: int
    opened: int
    there: int
    refused: int


def around(session: Session, *, programme: str = "", mode: Mode | None = None, deputy: str = "") -> Around:
    """Who may be deputy in which programme of mine; what I hold already is not looked at."""
    me = session.person
    circles = {one.code: one.principal for one in team.groups_with_key(me) if one.kind == Group.Kind.CIRCLE}
    wanted = [one for one in PROGRAMMES if one.counted and one.circle in circles]
    members = {code: team.members_of(circles[code]) for code in {one.circle for one in wanted}}
    bound = _bound({one.principal for those in members.values() for one in those})
    deputies = {
        one.code: {
            who.principal: who.name for who in members[one.circle] if who.principal in bound and who.principal != me
        }
        for one in wanted
    }
    names = {one.principal: one.name for one in team.everybody()}
    return Around(me, today(), deputies, programme=programme, mode=mode, deputy=deputy, names=names)


def circle_of(code: str) -> str:
    """The principal of the circle that carries a programme."""
    found = next(one for one in PROGRAMMES if one.code == code)
    return team.circle(found.circle).principal


def carried(session: Session) -> Carried:
    """What this colleague holds, read with his own keys: one entry in the journal."""
    rows = list(Summary.objects.filter(dossier__holder=session.person).select_related("dossier"))
    keys = gate.entering(
        session,
        act="dossier.take_over",
        of=[row.dossier_id for row in rows],
        parts=["summary"],
        verb=Verb.LISTED,
        strict=False,
    )
    found = set()
    for row in rows:
        if keys.holds(row.dossier_id, "summary") and keys.part(row.dossier_id, "summary").lock == row.lock:
            summary = keys.open(row, SummaryContent)
            found.add(key_of(summary.label, row.dossier.opened_on, summary.programme))
    return Carried(frozenset(row.dossier_id for row in rows), frozenset(found))


def knowing(one: Around, carried: Carried) -> Around:
    """The same, with what he carries."""
    return replace(one, there=carried.keys)


def proof(person: str) -> Proof:
    """Every round of a colleague, the first one first."""
    rounds = [row.verified() for row in TakeOver.objects.filter(person=person).order_by("at", "id")]
    sums = [sum(getattr(row, name) for row in rounds) for name in ("pasted", "opened", "there", "refused")]
    return Proof(rounds, *sums)


def _bound(principals: Collection[str]) -> set[str]:
    statuses = team.secrecy_of_all(principals)
    return {who for who, status in statuses.items() if status == SecrecyStatus.Status.SECRECY}
