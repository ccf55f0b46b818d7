"""With whom: the cases one may choose from, the latest first, and the one that a page was opened for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kring.support.desk import queries, rules
from kring.support.desk.queries import Asked
from kring.support.dossier.content import Identity
from kring.support.dossier.household import queries as households
from kring.support.dossier.models import IdentityRecord
from kring.support.dossier.opening import opening
from kring.team.names import initials
from kring.vault.gate import Session

NEAREST = 6
_NUMBER = re.compile(r"(?<!\d)(?:\+|00)?\d(?:[ ./-]{0,2}\d){7,13}(?!\d)")


@dataclass(frozen=True, slots=True)
class Person:
    """One dossier to choose. chosen: ticked already."""

    id: str
    label: str
    number: str
    initials: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """Whom one may choose: near at hand, and the others. phones: numbers of the one person, to call or write to.

    household: who belongs together with that person.
    """

    near: list[Person]
    others: list[Person]
    searched: bool = False
    phones: tuple[str, ...] = ()
    household: tuple[Person, ...] = ()


def _household(session: Session, dossier: str) -> list[households.Linked]:
    links = list(households.of(dossier))
    return households.read(session, dossier, links, households.with_around(session.person, dossier) if links else [])


def one(session: Session, dossier: str, chosen: Iterable[str] = ()) -> Who:
    """The dossier the page was opened for. Raises `Refused`."""
    opened = opening(session, dossier, act="desk.log", parts=["identity"])
    person = _person(opened.dossier.id, opened.summary.label, opened.dossier.number, chosen=True)
    record = IdentityRecord.objects.filter(dossier=dossier).first() if opened.holds("identity") else None
    contact = opened.keys.open(record, Identity).contact if record else ""
    picked = set(chosen)
    beside = (
        _person(found.dossier, found.label, found.number, chosen=found.dossier in picked)
        for found in _household(session, dossier)
    )
    phones = tuple(found[0] for found in _NUMBER.finditer(contact))
    return Who([person], [], phones=phones, household=tuple(beside))


def choose(session: Session, chosen: Iterable[str] = (), words: str = "") -> Who:
    """One's own cases; those chosen and those that fit the words come first, and the only one that fits is chosen."""
    cases = queries.caseload(session, Asked()).cases
    found = {one.dossier for one in cases if words and rules.looking_for(words)(one)}
    picked = {*chosen, *(found if len(found) == 1 else ())}
    cases.sort(key=lambda one: (one.summary.last_contact_on or date.min, one.summary.label), reverse=True)
    first = [one for one in cases if one.dossier in picked | found]
    rest = [one for one in cases if one.dossier not in picked | found]
    near = first if words else (first + rest)[: max(NEAREST, len(first))]
    shown = {one.dossier for one in near}
    people = {
        one.dossier: _person(one.dossier, one.summary.label, one.number, chosen=one.dossier in picked) for one in cases
    }
    others = sorted((people[one.dossier] for one in cases if one.dossier not in shown), key=lambda one: one.label)
    return Who([people[one.dossier] for one in near], others, searched=bool(words))


def _person(dossier: str, label: str, number: str, *, chosen: bool) -> Person:
    return Person(dossier, label, number, initials(label), chosen)
