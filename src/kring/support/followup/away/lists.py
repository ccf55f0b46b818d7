"""Who is away, and for a deputy the list of what he stands in for: opened with his own keys, in one go."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from kring.support.contacts.appointments import queries as appointments
from kring.support.contacts.appointments import show as shown
from kring.support.dossier import words
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier, Summary
from kring.support.followup.away.queries import stands_in_for
from kring.support.followup.models import Absence
from kring.team import queries as team
from kring.team.names import name_of
from kring.vault import gate
from kring.vault.gate import Session


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier to look after: its label, where it stands, what is next."""

    id: str
    number: str
    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Hour:
    """One appointment of today: when, with whom, how and where."""

    url: str
    at: str
    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who is away, in words; cases: those I am deputy of, hours: his appointments of today in them.

    can_end: whether I may take it back.
    """

    id: str
    name: str
    when: str
    unexpected: bool
    cases: list[Case]
    hours: list[Hour]
    can_end: bool


def mine(person: str, on: date) -> list[tuple[str, str]]:
    """My own days away from now on: id and words."""
    rows = Absence.objects.filter(person=person, until_on__gte=on).order_by("from_on")
    return [(row.id, _when(row.verified())) for row in rows]


def others(session: Session, on: date) -> list[Away]:
    """Colleagues I stand in for who are away today, with what lies there."""
    people = stands_in_for(session.person)
    rows = Absence.objects.filter(person__in=people, from_on__lte=on, until_on__gte=on).order_by("from_on")
    found = [row.verified() for row in rows]
    if not found:
        return []
    names = team.colleagues({row.person for row in found})
    lists = _Lists(session, {row.person for row in found}, on)
    return [
        Away(
            row.id,
            name_of(names, row.person),
            _when(row),
            row.unexpected,
            lists.cases(row.person),
            lists.hours(row.person),
            row.by == session.person,
        )
        for row in found
    ]


def not_here_yet(session: Session, on: date) -> list[tuple[str, str]]:
    """Colleagues I stand in for of whom nothing was said today: (principal, name)."""
    said = Absence.objects.filter(from_on__lte=on, until_on__gte=on).values_list("person", flat=True)
    people = stands_in_for(session.person) - set(said)
    return sorted(((one.principal, one.name) for one in team.colleagues(people).values()), key=lambda one: one[1])


class _Lists:
    """What lies there for some colleagues who are away: opened once, for all of them."""

    def __init__(self, session: Session, people: set[str], on: date) -> None:
        rows = Dossier.objects.filter(holder__in=people, deputy=session.person, state=Dossier.State.OPEN)
        dossiers = [row.verified() for row in rows.order_by("number")]
        ids, parts = [one.id for one in dossiers], ["summary", appointments.PART]
        keys = gate.entering(session, act="followup.away_list", of=ids, parts=parts, strict=False)
        sealed = {row.dossier_id: row for row in Summary.objects.filter(dossier__in=ids)}
        self._on = on
        self._known = [
            (one, keys.open(sealed[one.id], SummaryContent)) for one in dossiers if keys.holds(one.id, "summary")
        ]
        met = [row for who in sorted(people) for row in appointments.of_person(who, on, on) if row.dossier_id in sealed]
        self._met = appointments.read(keys, met)

    def cases(self, person: str) -> list[Case]:
        """The dossiers of one of them."""
        return [self._case(one, summary) for one, summary in self._known if one.holder == person]

    def hours(self, person: str) -> list[Hour]:
        """His appointments of today."""
        labels = {one.id: summary.label for one, summary in self._known}
        lines = [(one, shown.line(one)) for one in self._met if one.person == person]
        return [
            Hour(
                line["url"],
                line["hour"],
                labels[one.dossier],
                " · ".join(filter(None, [str(line["way"]), line["small"]])),
            )
            for one, line in lines
        ]

    def _case(self, one: Dossier, summary: SummaryContent) -> Case:
        step = ", ".join(filter(None, [summary.next_step, words.by_when(summary.next_step_on, self._on)]))
        return Case(one.id, one.number, summary.label, " · ".join(filter(None, [words.phase(summary.phase), step])))


def _when(row: Absence) -> str:
    if row.from_on == row.until_on:
        return words.day(row.from_on)
    return gettext("%(first)s until %(last)s") % {"first": words.day(row.from_on), "last": words.day(row.until_on)}
