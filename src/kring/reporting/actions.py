"""Counting and freezing. The same question has one answer: who asks again reads the frozen one."""

import secrets
from datetime import date

from django.db import IntegrityError
from django.utils import timezone

from kring.reporting import individual_cases, queries
from kring.reporting.content import Figures, InsideFigures
from kring.reporting.individual_cases import NAME, VERSION, Counted
from kring.reporting.models import Answer, InsideAnswer
from kring.team import queries as team
from kring.team.clock import today
from kring.vault import codec, sharing
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.models import Envelope
from kring.vault.primitives import digest, encode

READERS = ("statistics", "head_of_service")
"""Offices that hold the internal table."""


class NotYet(Exception):
    """The day asked for has not come; the sentence may be shown to a colleague."""


def draft(session: Session, on: date) -> Counted:
    """Count without keeping: a draft for the statistics office. Raises `NotYet`, `Refused`."""
    check_day(on)
    return individual_cases.count(session, on)


def freeze(session: Session, on: date) -> Answer:
    """The frozen answer for a day: the one there is, or a new one. Raises `NotYet`, `Refused`."""
    check_day(on)
    counted = None if queries.frozen(on) else individual_cases.count(session, on, kept=True)
    if counted is not None:
        try:
            return _keep(session, on, counted)
        except IntegrityError:  # somebody froze it in the same moment: his is the answer
            pass
    answer = queries.frozen(on)
    assert answer is not None  # noqa: S101  it was there, or the constraint said so
    return answer


def check_day(on: date) -> None:
    """Raise `NotYet` for a day to come."""
    if on > today():
        raise NotYet("This day has not come yet: there is nothing to count.")


def _keep(session: Session, on: date, counted: Counted) -> Answer:
    salt = secrets.token_bytes(16)
    answer = Answer(question=NAME, on=on, version=VERSION, frozen_at=timezone.now(), frozen_by=session.person)
    answer.public = codec.pack(counted.public).decode()
    answer.snapshot = snapshot(on, counted.inside, salt)
    with acting("figures.freeze", by=session.person, on=[answer.id]) as act:
        receivers = sharing.holders(team.office(code).principal for code in READERS)
        if split := team.recovery():
            receivers += sharing.holders([split], Envelope.Kind.RECOVERY)
        keys = sharing.found(act, bundle=answer.id, parts={queries.PART: receivers})
        inside = InsideAnswer(answer=answer)
        keys.seal(inside, InsideFigures(counted.inside, salt), bundle=answer.id, part=queries.PART)
        act.add(answer)
        act.add(inside)
    return answer


def snapshot(on: date, inside: Figures, salt: bytes) -> str:
    """What ties the public answer to the internal table without telling it: salted, so that nobody tries numbers."""
    return digest(encode(salt, NAME, VERSION, on.isoformat(), codec.pack(inside))).hex()
