"""Linking two dossiers, ending the link, and what becomes of its key when somebody else carries one of them.

Who holds both links them: whoever holds one alone must not hear that the other exists (SEC-09).
"""

from collections.abc import Collection, Iterable

from kring.support.dossier.household.content import Household
from kring.support.dossier.household.models import HouseholdLink
from kring.support.dossier.household.queries import PART, contents, of, place
from kring.support.dossier.models import CoWorker, Dossier
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import gate, sharing
from kring.vault.acts import Act, acting
from kring.vault.gate import Keys, Session
from kring.vault.models import Envelope
from kring.vault.refusals import Refused


def link(
    session: Session, keys: Keys, one: Dossier, other: Dossier, relation: str, *, seen: Collection[str], once: str
) -> str:
    """Link two dossiers that this colleague holds, in one circle; the id of the link. Raises `Refused`.

    keys: the summaries of both, and the links there are. One that somebody linked before and that does not open here
    is made anew: who holds both may know of it. seen: the links that were looked at; one that is not among them was
    made in the same moment, in another window, and is this link. The rows of both dossiers are locked meanwhile.
    """
    both = (one, other)
    if one.id == other.id or one.circle != other.circle or any(row.holder != session.person for row in both):
        raise Refused
    for row in both:
        keys.part(row.id, "summary")
    with acting("household.link", by=session.person) as act:
        fresh = HouseholdLink()
        fresh.one, fresh.other = sorted(map(place, (one.id, other.id)))
        list(Dossier.objects.select_for_update(no_key=True).filter(id__in=(one.id, other.id)).order_by("id"))
        there = HouseholdLink.objects.filter(one=fresh.one, other=fresh.other).first()
        if there is not None and there.id not in seen and (session.person, there.id) in sharing.holders_of([there.id]):
            return there.id
        known = act.once(f"{once} {other.id} {relation}", lock=one.id, outcome=fresh.id)
        if known is not None:
            return known
        if there is not None:
            _end(act, there)
        made = _found(act, fresh.id, around(one.id) & around(other.id))
        made.seal(fresh, Household((one.id, other.id), relation, session.person, today()), bundle=fresh.id, part=PART)
        act.add(fresh)
        act.on.append(fresh.id)
        return fresh.id


def unlink(session: Session, dossier: Dossier, record: str) -> None:
    """End a link of this dossier, for everybody. Raises `Refused` unless its holder, who sees the link, asks."""
    keys = gate.entering(session, act="household.unlink", of=[record], parts=[PART])
    row = HouseholdLink.objects.filter(id=record).first()
    if row is None or dossier.holder != session.person or not keys.open(row, Household).other(dossier.id):
        raise Refused
    with acting("household.unlink", by=session.person, on=[record]) as act:
        _end(act, row)


def around(dossier: str) -> set[str]:
    """Who carries a dossier or works along, and holds its key."""
    row = Dossier.objects.get(id=dossier)
    along = CoWorker.objects.filter(dossier=dossier, until_on=None).values_list("person", flat=True)
    people = {row.holder, row.deputy, *along}
    return {person for person, _bundle in sharing.holders_of([dossier])} & people


def withdraw(act: Act, dossier: str, person: str) -> None:
    """Somebody has no key of this dossier any more, so none of its links; the last one takes the link along."""
    rows = list(of(dossier))
    held = sharing.holders_of(row.id for row in rows)
    for row in rows:
        readers = {holder for holder, bundle in held if bundle == row.id}
        if readers == {person}:
            _end(act, row)
        elif person in readers:
            sharing.withdraw(act, bundle=row.id, parts=[PART], holder=person)


def pass_on(act: Act, keys: Keys, dossier: str, people: Iterable[str]) -> None:
    """Who carries a dossier now and stands around the other side too reads the links that `keys` open."""
    rows = list(of(dossier))
    held = sharing.holders_of(row.id for row in rows)
    for record, household in contents(keys, rows).items():
        other = household.other(dossier)
        beside = around(other) if other else set()
        new = [person for person in people if person in beside and (person, record) not in held]
        if new:
            sharing.give_parts(act, keys, bundle=record, parts=[PART], to=sharing.holders(new))


def _found(act: Act, bundle: str, readers: Iterable[str]) -> Keys:
    recovery = team.recovery()
    behind = sharing.holders([recovery], Envelope.Kind.RECOVERY) if recovery else []
    return sharing.found(act, bundle=bundle, parts={PART: [*sharing.holders(sorted(readers)), *behind]})


def _end(act: Act, row: HouseholdLink) -> None:
    sharing.shred(act, bundle=row.id, parts=[PART])
    act.erase([row])
