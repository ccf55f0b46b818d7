"""A file as its pages show it: where it stands, what article 44 names, and which terms run."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.sanctions.files import terms, words
from kring.sanctions.files.codelists import Phase
from kring.sanctions.files.content import DecisionContent, PersonContent, ResultContent
from kring.sanctions.files.opening import OpenFile

Facts = list[tuple[str, str]]


def line(opened: OpenFile, now: date) -> dict[str, Any]:
    """One file in a list."""
    last = terms.decide_by(opened.person, opened.decision)
    return {
        "id": opened.row.id,
        "name": opened.person.name,
        "about": str(words.NATURES[opened.person.nature]),
        "minor": terms.minor(opened.person),
        "phase": words.PHASES[opened.phase],
        "decide_by": "" if opened.decision.sanction else day(last),
        "late": not opened.decision.sanction and last < now,
    }


def phases(opened: OpenFile) -> list[dict[str, Any]]:
    """The steps with where this file stands; mediation and service only where they are a duty or were proposed."""
    without = set() if opened.decision.service_offered_on else {Phase.SERVICE}
    if not opened.person.offered_on and (not terms.minor(opened.person) or opened.decision.sanction):
        without |= {Phase.ASKED, Phase.REPORTED}
    journey = [one for one in Phase if one not in without]
    at = journey.index(opened.phase)
    states = ["done" if number < at else "now" if number == at else "todo" for number in range(len(journey))]
    return [{"name": words.PHASES[one], "state": state} for one, state in zip(journey, states, strict=True)]


def person(content: PersonContent) -> Facts:
    """Who and what."""
    age = _("minor on the day of the facts") if terms.minor(content) else _("adult on the day of the facts")
    found = [
        (_("Born on"), f"{day(content.born_on)} ({age})"),
        (_("Lives at"), content.residence),
        *((_("Parent"), f"{one.name}, {one.residence}" if one.residence else one.name) for one in content.parents),
        (_("Facts"), str(words.NATURES[content.nature])),
        (_("Day of the facts"), day(content.happened_on)),
        (_("Established on"), day(content.established_on)),
    ]
    return [(name, said) for name, said in found if said]


def running(opened: OpenFile, now: date) -> Iterator[dict[str, Any]]:
    """The terms that run, each with its last day and whether that is over."""
    decision = opened.decision
    found = terms.terms(opened.person, decision)
    open_ = not decision.sanction
    for name, last in (
        (_("Decide at the latest on"), found.decide_by if open_ else None),
        (_("A lawyer is named at the latest on"), found.lawyer_by if opened.row.with_mediators else None),
        (_("The service is done at the latest on"), found.served_by if open_ and not decision.service else None),
    ):
        if last:
            yield {"name": name, "day": day(last), "over": last < now}


def result(content: ResultContent) -> Facts:
    """What the mediator reported."""
    found = [
        (_("The mediator says"), str(words.OUTCOMES.get(content.outcome, ""))),
        (_("Reported on"), day(content.reported_on)),
    ]
    return [(name, said) for name, said in found if said]


def decision(content: DecisionContent) -> Facts:
    """What the prosecutor says, service and the sanction."""
    hours = content.service_hours
    found = [
        (_("The public prosecutor"), str(words.PROSECUTORS[content.prosecutor])),
        (_("Service proposed on"), day(content.service_offered_on)),
        (_("Hours"), str(hours) if hours else ""),
        (_("What became of it"), str(words.SERVICES.get(content.service, ""))),
        (_("Decided"), str(words.SANCTIONS.get(content.sanction, ""))),
        (_("Amount"), f"€ {content.amount}" if content.amount else ""),
        (_("Decided on"), day(content.decided_on)),
        (_("No appeal possible any more since"), day(content.final_on)),
    ]
    return [(name, said) for name, said in found if said]


def day(on: date | None) -> str:
    """A day in words, "" for none."""
    return date_format(on, "j F Y") if on else ""
