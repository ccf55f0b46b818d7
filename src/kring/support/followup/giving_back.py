"""Giving keys back to a colleague who was let back in: all dossiers one shares, in one act (security.md 4.8).

Only who holds the key of the dossier's circle again is given anything: that key was given face to face, so the new
public key is the colleague's own. What everybody gets follows the need-to-know table, never more.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kring.support import access
from kring.support.dossier.models import Dossier
from kring.support.followup.carriers import Carrier, around, carriers, with_key
from kring.team import queries as team
from kring.team.models import SecrecyStatus
from kring.team.recovering import actions as recovering
from kring.vault import gate, sharing
from kring.vault.acts import acting
from kring.vault.gate import Keys, Session
from kring.vault.journal import Verb
from kring.vault.models import Lock
from kring.vault.refusals import Refused


@dataclass(frozen=True, slots=True)
class Missing:
    """A colleague who stands around dossiers of mine and holds no key of them. confirmed: the circle let him in."""

    person: str
    name: str
    dossiers: tuple[Dossier, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A dossier of mine that I hold no key of, and who can give it."""

    number: str
    helpers: tuple[str, ...]


def missing_around(giver: str) -> list[Missing]:
    """Colleagues to whom this one can give keys back, in alphabetical order."""
    dossiers = around(giver)
    keys = with_key(dossiers)
    lacking: dict[str, list[Dossier]] = {}
    for one in carriers(dossiers):
        if one.person != giver and (giver, one.dossier.id) in keys and (one.person, one.dossier.id) not in keys:
            lacking.setdefault(one.person, []).append(one.dossier)
    in_circle = sharing.holders_of({one.circle for one in dossiers})
    names = team.colleagues(lacking)
    here = {person for person in lacking if person in names and team.functions_of(person)}
    found = [
        Missing(person, names[person].name, tuple(rows), all((person, one.circle) in in_circle for one in rows))
        for person, rows in lacking.items()
        if person in here
    ]
    return sorted(found, key=lambda one: one.name)


def waits_for(person: str) -> list[Waiting]:
    """Dossiers this colleague carries without a key, each with the names of who can help."""
    dossiers = around(person)
    keys = with_key(dossiers)
    helpers: dict[str, list[str]] = {}
    for one in carriers(dossiers):
        if (one.person, one.dossier.id) in keys:
            helpers.setdefault(one.dossier.id, []).append(one.person)
    names = team.colleagues({who for several in helpers.values() for who in several})
    return [
        Waiting(one.number, tuple(names[who].name for who in helpers.get(one.id, []) if who in names))
        for one in dossiers
        if (person, one.id) not in keys
    ]


def ask_trustees(person: str) -> None:
    """Ask two trustees for the dossiers nobody can give back, part by part as the table says. Raises `NotAllowed`."""
    dossiers = around(person)
    keys = {bundle for _who, bundle in with_key(dossiers)}
    lost = [one for one in carriers(dossiers) if one.person == person and one.dossier.id not in keys]
    there = Lock.objects.filter(bundle__in=[one.dossier.id for one in lost], state=Lock.State.OPEN)
    parts = set(there.values_list("bundle", "part"))
    recovering.ask(
        person,
        [
            (one.dossier.id, part)
            for one in lost
            for part in access.NEED_TO_KNOW
            if (one.dossier.id, part) in parts and access.by_default(part, one.capacity)
        ],
    )


def give_back(session: Session, person: str) -> int:
    """Give one colleague the keys of every dossier both carry; how many dossiers. Raises `Refused`."""
    found = next((one for one in missing_around(session.person) if one.person == person), None)
    if found is None or not found.confirmed or team.secrecy_of(person) != SecrecyStatus.Status.SECRECY:
        raise Refused
    mine = {one.id for one in found.dossiers}
    theirs = [one for one in carriers(found.dossiers) if one.person == person and one.dossier.id in mine]
    bundles = sorted(mine)
    keys = gate.entering(
        session,
        act="followup.give_back",
        of=bundles,
        parts=list(access.NEED_TO_KNOW),
        strict=False,
        moving=True,
        about=[person],
    )
    with acting("followup.give_back", by=session.person, verb=Verb.GAVE, on=[person, *bundles]) as act:
        [holder] = sharing.holders([person])
        for one in theirs:
            parts = allowed(keys, one)
            if parts:
                sharing.give_parts(act, keys, bundle=one.dossier.id, parts=parts, to=[holder])
    return len(bundles)


def allowed(keys: Keys, one: Carrier) -> list[str]:
    """The parts that are open and that the table gives to this capacity."""
    named: Iterable[str] = access.NEED_TO_KNOW
    return [part for part in named if keys.holds(one.dossier.id, part) and access.by_default(part, one.capacity)]
