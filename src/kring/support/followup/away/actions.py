"""Saying who is away, and ending it. A mail to the deputies says that there is something to look at, never who."""

from datetime import date

from kring.support.followup.away.queries import deputies_of, may_say
from kring.support.followup.handover.offering import mail
from kring.support.followup.models import Absence
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.refusals import Refused


def plan(session: Session, from_on: date, until_on: date, *, once: str) -> None:
    """I am away from a day until another, both included; sent twice it is said once."""
    _say(session, session.person, from_on, until_on, unexpected=False, once=once)


def not_here(session: Session, person: str, *, once: str) -> None:
    """Somebody did not turn up today: his deputies see what lies there. Raises `Refused`."""
    if not may_say(session.person, person):
        raise Refused
    if not Absence.objects.filter(person=person, from_on__lte=today(), until_on__gte=today()).exists():
        _say(session, person, today(), today(), unexpected=True, once=once)


def end(session: Session, absence: str) -> None:
    """Take back what is to come, or end today what began. Raises `Refused`."""
    row = Absence.objects.filter(id=absence).first()
    if row is None or session.person not in (row.verified().person, row.by):
        raise Refused
    with acting("followup.away_end", by=session.person, on=[row.person]) as act:
        act.remove([row])


def _say(session: Session, person: str, from_on: date, until_on: date, *, unexpected: bool, once: str) -> None:
    with acting("followup.away", by=session.person, on=[person]) as act:
        row = Absence(person=person, by=session.person, from_on=from_on, until_on=until_on, unexpected=unexpected)
        if act.once(f"away {once} {from_on} {until_on}", lock=person, outcome=row.id) is not None:
            return
        act.add(row)
        if unexpected:
            for deputy in sorted(deputies_of(person) - {session.person}):
                mail(act, deputy, "asked")
