"""The terms of the law as pure functions of days: who counts as a minor, until when what may be done (SAN-04, SAN-06).

Source: act of 24 June 2013, art. 10, 14, 16 to 18, 26 and 44, as domain.md 3.5 gives them. The amount for adults was
raised after the text we read: the highest one that we know of stands here, to be checked with the town's lawyer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kring.sanctions.files.content import DecisionContent, PersonContent
from kring.team.clock import months_after
from kring.team.working_days import working_days_after

YOUNGEST, OF_AGE = 14 * 12, 18 * 12
"""Months of age on the day of the facts."""
MONTHS_TO_DECIDE, MONTHS_WITH_AN_OFFER = 6, 12
"""From the day of establishment; the longer one once mediation or community service was proposed."""
MONTHS_OF_SERVICE, MONTHS_KEPT = 6, 60
LAWYER_WORKING_DAYS = 2
MOST_HOURS: Mapping[bool, int] = {True: 15, False: 30}
MOST_EUROS: Mapping[bool, int] = {True: 175, False: 500}
"""Minor or not -> the most of community service, and of a fine."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The days of one file. lawyer_by: a lawyer is named by then; served_by: the service is done by then."""

    decide_by: date
    lawyer_by: date | None
    served_by: date | None


def old_enough(born_on: date, happened_on: date) -> bool:
    """Whether somebody was fourteen on the day of the facts: before that there is no file."""
    return months_after(born_on, YOUNGEST) <= happened_on


def minor(person: PersonContent) -> bool:
    """Under age on the day of the facts, whatever the age is today."""
    return months_after(person.born_on, OF_AGE) > person.happened_on


def terms(person: PersonContent, decision: DecisionContent) -> Terms:
    """What runs, as far as it began."""
    return Terms(
        decide_by=decide_by(person, decision),
        lawyer_by=working_days_after(person.lawyer_told_on, LAWYER_WORKING_DAYS) if person.lawyer_told_on else None,
        served_by=(
            months_after(decision.service_offered_on, MONTHS_OF_SERVICE) if decision.service_offered_on else None
        ),
    )


def decide_by(person: PersonContent, decision: DecisionContent) -> date:
    """The last day on which a sanction may be decided."""
    proposed = person.offered_on or decision.service_offered_on
    return months_after(person.established_on, MONTHS_WITH_AN_OFFER if proposed else MONTHS_TO_DECIDE)


def expires_on(person: PersonContent, decision: DecisionContent) -> date:
    """The day from which the file goes: five years after the sanction, else after the last proposal.

    Where neither was, the law gives no ground to keep it once nothing can be decided any more.
    """
    proposals = [day for day in (person.offered_on, decision.service_offered_on) if day]
    if decision.sanction == "fine" and decision.decided_on:
        return months_after(decision.decided_on, MONTHS_KEPT)
    if proposals:
        return months_after(max(proposals), MONTHS_KEPT)
    return decide_by(person, decision) + timedelta(days=1)
