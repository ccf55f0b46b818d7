"""Contacts of the town, in invented words: made and attempted, written by the action of the page on the day they were.

Every dossier that grew quiet has its last contact and each attempt since, so that its line of time says what its
summary says; with three colleagues a few others have a contact a month ago, last week, and one of today.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.codelists import Direction, Kind, Minutes
from kring.support.contacts.log.content import Contact
from kring.support.contacts.log.when import at
from kring.support.desk.rules import Case, days_quiet, grown_quiet, is_quiet
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier
from kring.support.intake.codelists import LifeDomain
from kring.team.clock import on_day
from kring.vault import gate
from kring.vault.gate import Session

OF, QUIET_OF = ("noor", "samir", "tom"), ("joris", "fatma", "eline", "lotte")
STEADY = 2
"""So many dossiers in rhythm, and the newest one, of those who have more than the quiet ones."""
WITH_HOURS = 4
"""The oldest dossiers have an appointment of today that is still to be noted (day.py)."""
SATURDAY = 5
MONTH, WEEK = timedelta(days=30), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Told:
    """How there was contact, for how long, in which part of life, what was written; and what the client said."""

    kind: Kind
    minutes: Minutes
    domain: LifeDomain
    sentence: str
    client_words: str = ""
    direction: Direction = Direction.WORKER


MADE = (
    Told(
        Kind.STREET,
        Minutes.MIDDLE,
        LifeDomain.LEISURE,
        "Samen tot aan het veld gewandeld. Wil opnieuw trainen.",
        "Op het veld is mijn hoofd stil.",
    ),
    Told(Kind.HOME, Minutes.LONG, LifeDomain.HOUSING, "Koffie gedronken. De kamer is klein maar droog."),
    Told(
        Kind.PHONE,
        Minutes.SHORT,
        LifeDomain.SCHOOL,
        "Belde zelf: het eerste uur is gelukt, het tweede niet.",
        "Ik ben toch gegaan.",
        Direction.CLIENT,
    ),
    Told(Kind.ALONG, Minutes.LONG, LifeDomain.RIGHTS, "Mee naar het loket. Het formulier is afgegeven."),
    Told(Kind.OFFICE, Minutes.MIDDLE, LifeDomain.MONEY, "De brieven gesorteerd. Over twee rekeningen bellen we samen."),
    Told(Kind.CHAT, Minutes.SHORT, LifeDomain.FAMILY, "Berichten heen en weer over het weekend bij tante."),
)
TRIED = (
    (Kind.PHONE, "Nam niet op."),
    (Kind.CHAT, "Bericht gestuurd."),
    (Kind.HOME, "Niemand thuis, kaartje in de bus."),
)
HOURS = (time(8, 15), time(10, 40), time(14, 5), time(16, 30))


def log_contacts(house: House) -> int:
    """Write the contacts; how many."""
    return sum(
        _tell(session, case, number, also_today=also_today)
        for holder in (*OF, *QUIET_OF)
        for session in [house.session(holder)]
        for number, (case, also_today) in enumerate(_chosen(session, more=holder in OF))
    )


def _chosen(session: Session, *, more: bool) -> list[tuple[Case, bool]]:
    """Dossiers of a colleague, and whether there was contact today too: never where it would stop being quiet."""
    carried = _carried(session)
    quiet = [(case, False) for case in grown_quiet(carried, DAY)]
    if not more:
        return quiet
    rest = [case for case in carried[1:-WITH_HOURS] if case.summary.last_contact_on]
    steady = [case for case in rest if days_quiet(case, DAY) < WEEK.days][:STEADY]
    newest = [case for case in carried[:1] if not is_quiet(case, DAY)]
    return [*quiet, *((case, True) for case in (*newest, *steady))]


def _carried(session: Session) -> list[Case]:
    """The open dossiers somebody holds, the newest first."""
    rows = list(
        Dossier.objects.select_related("summary")
        .filter(holder=session.person, state=Dossier.State.OPEN)
        .order_by("-opened_on", "number")
    )
    keys = gate.entering(session, act="town.contacts", of=[row.id for row in rows], parts=["summary"])
    return [
        Case(row.id, row.number, mine=True, opened_on=row.opened_on, summary=keys.open(row.summary, SummaryContent))
        for row in rows
    ]


def _tell(session: Session, case: Case, number: int, *, also_today: bool) -> int:
    """The contacts of one dossier in the order they were; how many."""
    last, attempts = case.summary.last_contact_on, case.summary.attempts_since
    made = [last - MONTH, last - WEEK, last] if last else []
    tried = [last + (DAY - last) * (one + 1) // (attempts + 1) for one in range(attempts)] if last else []
    today = [DAY] if also_today and last != DAY else []
    told = [(on, True) for on in made] + [(on, False) for on in tried] + [(on, True) for on in today]
    found = [(on, reached) for on, reached in told if on >= case.opened_on]
    for step, (on, reached) in enumerate(found):
        with on_day(on + timedelta(days=1)):  # whatever the hour of the founding, it lies behind
            log_contact(session, [case.dossier], _contact(on, number + step, reached), once=f"town {step}")
    return len(found)


def _contact(on: date, number: int, reached: bool) -> Contact:
    moment = at(on, HOURS[number % len(HOURS)] if on < DAY else HOURS[0])  # of today: whatever the hour, it was before
    if not reached:
        kind, sentence = TRIED[number % len(TRIED)]
        return Contact(kind, moment, moment, by="", made=False, sentence=sentence)
    fitting = MADE if on.weekday() < SATURDAY else [one for one in MADE if one.kind in (Kind.STREET, Kind.CHAT)]
    told = fitting[number % len(fitting)]
    return Contact(
        told.kind,
        moment,
        moment,
        by="",
        direction=told.direction,
        minutes=told.minutes,
        sentence=told.sentence,
        client_words=told.client_words,
        domains=(told.domain,),
    )
