"""Who passes which door beyond being signed in. Predicates for `@door(to=...)`; content still needs the gate."""

from collections.abc import Callable

from kring.team import queries
from kring.team.models import Function, Group
from kring.vault.doors import KeyedRequest

Allowed = Callable[[KeyedRequest], bool]


def in_circle(*codes: str) -> Allowed:
    """Members of one of these circles who hold its key, today."""
    return lambda request: _belongs(request, Group.Kind.CIRCLE, codes)


def holds_office(*codes: str) -> Allowed:
    """Members of one of these offices who hold its key, today."""
    return lambda request: _belongs(request, Group.Kind.OFFICE, codes)


def colleague_only(request: KeyedRequest) -> bool:
    """Anybody who works here, whatever the function."""
    return _person(request) is not None and bool(request.colleague)


def is_administrator(request: KeyedRequest) -> bool:
    """The city's IT: people and settings, never content."""
    person = _person(request)
    return person is not None and any(row.function == Function.ADMINISTRATOR for row in queries.functions_of(person))


def keeps_for_everybody(request: KeyedRequest) -> bool:
    """The head of service and the administrator, who keep what all use and is about nobody: letters, services."""
    return holds_office("head_of_service")(request) or is_administrator(request)


def _belongs(request: KeyedRequest, kind: str, codes: tuple[str, ...]) -> bool:
    return any(group.kind == kind and group.code in codes for group in _groups(request))


def _groups(request: KeyedRequest) -> list[Group]:
    """Whose key he holds; looked up once a request, however many doors and buttons ask."""
    person = _person(request)
    if person is None:
        return []
    known: tuple[str, list[Group]] | None = getattr(request, "_groups_of", None)
    if known is None or known[0] != person:
        known = person, queries.groups_with_key(person)
        request._groups_of = known  # type: ignore[attr-defined]  # ours, on a request of ours
    return known[1]


def _person(request: KeyedRequest) -> str | None:
    """The principal behind an open session; a locked one passes no predicate."""
    session = getattr(request, "signed_in", None)
    return session.person if session is not None else None
