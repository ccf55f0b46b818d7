"""Who is who in this register: an officer, who is nothing else, or a mediator, who is never an officer (SAN-08).

A key alone is not enough: two trustees hold the one of the office until its officers are let in, and open no page.
"""

from kring.team import queries as team
from kring.team.models import Function
from kring.vault.doors import KeyedRequest


def functions(person: str) -> frozenset[str]:
    """What somebody is appointed for today."""
    return frozenset(row.function for row in team.functions_of(person))


def is_officer(works_as: frozenset[str]) -> bool:
    """A sanctioning officer and nothing besides."""
    return works_as == {Function.SANCTIONING_OFFICER}


def is_mediator(works_as: frozenset[str]) -> bool:
    """A mediator who imposes nothing."""
    return Function.SANCTION_MEDIATOR in works_as and Function.SANCTIONING_OFFICER not in works_as


def for_officers(request: KeyedRequest) -> bool:
    """For a door: sanctioning officers alone."""
    return is_officer(functions(request.signed_in.person))


def for_mediators(request: KeyedRequest) -> bool:
    """For a door: sanction mediators alone."""
    return is_mediator(functions(request.signed_in.person))
