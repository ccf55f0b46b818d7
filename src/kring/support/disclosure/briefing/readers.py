"""Who may be asked: the head of service, and by a new decision the head of department. By appointment of today.

Letters go to the person and not to the office: an office has a second member who keeps its key, and is not asked.
"""

from kring.team import queries as team
from kring.team.clock import today
from kring.team.models import Colleague, Function
from kring.vault.doors import KeyedRequest

FIRST, FURTHER = Function.HEAD_OF_SERVICE, Function.HEAD_OF_DEPARTMENT


def heads(function: Function) -> list[Colleague]:
    """Who is appointed to it today, in alphabetical order; one query."""
    found = {row.colleague.principal: row.colleague for row in team.appointments(today()) if row.function == function}
    return sorted(found.values(), key=lambda one: one.name)


def may_be_asked(request: KeyedRequest) -> bool:
    """A head of service or of department; content still needs the key of a letter."""
    return _is(request, FIRST) or _is(request, FURTHER)


def heads_the_service(request: KeyedRequest) -> bool:
    """Who may pass a letter on."""
    return _is(request, FIRST)


def _is(request: KeyedRequest, function: Function) -> bool:
    session = getattr(request, "signed_in", None)
    return session is not None and any(row.function == function for row in team.functions_of(session.person))
