"""Who passes which door beyond being signed in. Predicates for `@door(to=...)`; content still needs the gate."""

from collections.abc import Callable

from kring.team import queries
from kring.team.models import Function, Group
from kring.vault.doors import KeyedRequest

Allowed = Callable[[KeyedRequest], bool]


def in_circle(code: str) -> Allowed:
    """Members of a circle."""
    return lambda request: _belongs(request, Group.Kind.CIRCLE, {code})


def holds_office(*codes: str) -> Allowed:
    """Members of one of these offices."""
    return lambda request: _belongs(request, Group.Kind.OFFICE, set(codes))


def is_administrator(request: KeyedRequest) -> bool:
    """The city's IT: people and settings, never content."""
    return any(row.function == Function.ADMINISTRATOR for row in queries.functions_of(request.signed_in.person))


def _belongs(request: KeyedRequest, kind: str, codes: set[str]) -> bool:
    return any(group.kind == kind and group.code in codes for group in queries.groups_of(request.signed_in.person))
