"""What there is to count: each kind of fact with the day it happened on and who carries it. Values only.

What belongs to a case is split by what is known of the case; a referral is nobody's and is not tied to a dossier.
"""

from dataclasses import dataclass
from datetime import date

from kring.figures.asked import Carrier, Field
from kring.support.clarification.figures import DECIDED, RECEIVED, TALKED
from kring.support.consultation.actions import HELD_FACT
from kring.support.contacts.log.figures import NOTED
from kring.support.contacts.rounds.figures_source import TALLY
from kring.support.dossier.figures_source import CLOSED, FIRST_CONTACT, OPENED, PERSON, step
from kring.support.followup.linkage.actions import FACT as LINKED

HOLDER = Field(OPENED, "holder")
STINTS = Field(OPENED, "carried")


def carried_on(day: Field | date | None) -> Carrier:
    """Who carries a case on the evening of a day, or as it began."""
    return Carrier(HOLDER, STINTS, day)


@dataclass(frozen=True, slots=True)
class Subject:
    """One kind of fact. on: the day it happened. worker: who carries it, None for what nobody does; a case is carried
    by whoever does on the day that is looked at.

    of_case: it belongs to a case, and is split by what is known of that.
    """

    code: str
    kind: str
    on: Field
    worker: Field | Carrier | None = None
    of_case: bool = False


CASE = Subject("case", OPENED, Field(OPENED, "opened_on"), HOLDER, of_case=True)
CLOSING = Subject("closing", CLOSED, Field(CLOSED, "closed_on"), HOLDER, of_case=True)
CONTACT = Subject("contact", NOTED, Field(NOTED, "on"), Field(NOTED, "worker"), of_case=True)
MEETING = Subject("meeting", HELD_FACT, Field(HELD_FACT, "on"), carried_on(Field(HELD_FACT, "on")), of_case=True)
HANDOVER = Subject("handover", LINKED, Field(LINKED, "on"), carried_on(Field(LINKED, "on")), of_case=True)
REFERRAL = Subject("referral", RECEIVED, Field(RECEIVED, "arrived_on"))
TALK = Subject("talk", TALKED, Field(TALKED, "on"))
DECISION = Subject("decision", DECIDED, Field(DECIDED, "decided_on"))
STREET = Subject("street", TALLY, Field(TALLY, "on"), Field(TALLY, "worker"))

OPENED_ON, CLOSED_ON = CASE.on, CLOSING.on
FIRST_CONTACT_ON = Field(step(FIRST_CONTACT), "on")
BIRTH_YEAR = Field(PERSON, "birth_year")
