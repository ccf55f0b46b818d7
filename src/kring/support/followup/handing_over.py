"""Handing over what somebody left behind: the place of holder or deputy goes to a colleague of the circle.

Who still carries the dossier gives the keys the table gives to that place, and the row says who carries it now. Nobody
is asked who does not hold the keys: a dossier nobody can open any more is for two trustees (security.md 4.9).
"""

from dataclasses import dataclass

from kring.support import access
from kring.support.access import Who
from kring.support.dossier import rules
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.followup.carriers import Carrier, around, carriers, with_key
from kring.support.followup.giving_back import allowed
from kring.support.followup.handover.passing_on import carried_on, count, pass_on
from kring.team import queries as team
from kring.team.models import SecrecyStatus
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.journal import Verb
from kring.vault.models import Principal
from kring.vault.refusals import Conflict, Refused

PLACES = {Who.HOLDER: "holder", Who.DEPUTY: "deputy"}


@dataclass(frozen=True, slots=True)
class Left:
    """A dossier in which somebody's place is empty. takers: who of its circle may take it, (principal, name)."""

    dossier: Dossier
    place: str
    name: str
    takers: tuple[tuple[str, str], ...]
    person: str


def left_to(giver: str) -> list[Left]:
    """Open dossiers this colleague can hand over for somebody who left, in order of number."""
    dossiers = [one for one in around(giver) if one.state == Dossier.State.OPEN]
    keys, gone = with_key(dossiers), _gone({one.person for one in carriers(dossiers)})
    empty = [
        one
        for one in carriers(dossiers)
        if one.person in gone and one.capacity in PLACES and (giver, one.dossier.id) in keys
    ]
    names = team.colleagues(one.person for one in empty)
    members = {circle: team.members_of(circle) for circle in {one.dossier.circle for one in empty}}
    return [
        Left(
            one.dossier,
            PLACES[one.capacity],
            names[one.person].name if one.person in names else "",
            tuple(
                (member.principal, member.name)
                for member in members[one.dossier.circle]
                if member.principal not in {one.dossier.holder, one.dossier.deputy}
            ),
            one.person,
        )
        for one in empty
    ]


def left_behind(person: str) -> int:
    """How many open dossiers still name somebody as holder or deputy."""
    return sum(one.state == Dossier.State.OPEN and person in (one.holder, one.deputy) for one in around(person))


def hand_over(session: Session, dossier: str, place: str, to: str) -> None:
    """Put a colleague in an empty place. Raises `Refused`, `MayNotCarry`."""
    found = next((one for one in left_to(session.person) if one.dossier.id == dossier and one.place == place), None)
    if found is None or to not in dict(found.takers):
        raise Refused
    row = found.dossier
    holder, deputy = (to, row.deputy) if place == "holder" else (row.holder, to)
    bound = team.secrecy_of(to) == SecrecyStatus.Status.SECRECY
    rules.check_carrier(rules.Carrier(to, in_circle=True, under_secrecy=bound))
    keys = gate.entering(
        session,
        act="followup.hand_over",
        of=[row.id],
        parts=list(access.NEED_TO_KNOW),
        strict=False,
        moving=True,
        about=[to],
    )
    capacity = Who.HOLDER if place == "holder" else Who.DEPUTY
    with acting("followup.hand_over", by=session.person, verb=Verb.GAVE, on=[row.id, to]) as act:
        parts = allowed(keys, Carrier(row, to, capacity))
        sharing.give_parts(act, keys, bundle=row.id, parts=parts, to=sharing.holders([to]))
        carried_by = row.holder
        act.change(row, holder=holder, deputy=deputy)
        carried_on(act, keys, row, carried_by)
        pass_on(act, keys, row, {found.person}, to if place == "holder" else row.holder)
        count(act, keys, row)
        for along in CoWorker.objects.filter(dossier=row, person=to, until_on=None):
            act.remove([along])


def together(left: list[Left]) -> list[tuple[str, str, int, list[tuple[str, str]]]]:
    """Who left more than one place: principal, name, how many, and who may take at least one of them."""
    found: dict[str, list[Left]] = {}
    for one in left:
        found.setdefault(one.person, []).append(one)
    return [
        (person, some[0].name, len(some), sorted({taker for one in some for taker in one.takers}, key=lambda to: to[1]))
        for person, some in found.items()
        if len(some) > 1
    ]


def hand_over_all(session: Session, person: str, to: str, *, most: int = 25) -> int:
    """Put a colleague in every empty place one can fill for somebody who left; how many are left for him.

    One act a dossier and some a request: stopped half-way it is taken up by asking again. Where he is the other of the
    two already, the place waits for somebody else.
    """
    fits = [one for one in left_to(session.person) if one.person == person and to in dict(one.takers)]
    done = 0
    for one in fits[:most]:
        try:
            hand_over(session, one.dossier.id, one.place, to)
        except (Conflict, Refused, rules.MayNotCarry):
            continue
        done += 1
    return len(fits) - done


def _gone(people: set[str]) -> set[str]:
    """Who of these was shut out and is appointed to nothing any more."""
    out = Principal.objects.filter(id__in=people, state=Principal.State.DISABLED).values_list("id", flat=True)
    return {person for person in out if not team.functions_of(person)}
