"""With whom: the cases one may choose from, the latest first, and the one that a page was opened for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext

from kring.support.contacts.log.actions import PART
from kring.support.desk import parts, queries, rules
from kring.support.desk.queries import Asked
from kring.support.dossier.content import Identity, SummaryContent
from kring.support.dossier.household import queries as households
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team.names import initials
from kring.vault import gate
from kring.vault.gate import Session
from kring.vault.refusals import Refused

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

    household: who belongs together with that person. readers: first names of who else will read what is written.
    """

    near: list[Person]
    others: list[Person]
    searched: bool = False
    phones: tuple[str, ...] = ()
    household: tuple[Person, ...] = ()
    readers: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """The readers in words."""
        return str(get_text_list(list(self.readers), gettext("and")))


def opened_for(session: Session, dossier: str) -> tuple[Opened, list[Dossier]]:
    """What the page of one dossier needs, and what may stand around it, in one entry. Raises `Refused`."""
    keys = gate.entering(
        session, act="desk.log", of=[dossier], parts=["summary", "identity", PART], strict=False, needed=["summary"]
    )
    there = {row.id: row for row in households.with_around(session.person, dossier)}
    row = there.pop(dossier, None)
    if row is None:
        raise Refused
    return Opened(row.verified(), keys.open(row.summary, SummaryContent), keys), list(there.values())


def one(session: Session, opened: Opened, around: Iterable[Dossier], chosen: Iterable[str] = ()) -> Who:
    """The dossier the page was opened for."""
    dossier = opened.dossier.id
    person = _person(dossier, opened.summary.label, opened.dossier.number, chosen=True)
    contact = opened.keys.open(opened.dossier.identity, Identity).contact if opened.holds("identity") else ""
    picked = set(chosen)
    beside = (
        _person(found.dossier, found.label, found.number, chosen=found.dossier in picked)
        for found in households.read(session, dossier, list(households.of(dossier)), around)
    )
    phones = tuple(found[0] for found in _NUMBER.finditer(contact))
    readers = parts.readers(dossier, PART, session.person)
    return Who([person], [], phones=phones, household=tuple(beside), readers=readers)


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
