"""Who has the retention desk: two offices, so that two persons are needed for what cannot be undone (ARC-05)."""

from kring.team import queries as team
from kring.team.models import Group
from kring.vault.doors import KeyedRequest

OFFICES = ("dpo", "head_of_service")


def at_the_desk(request: KeyedRequest) -> bool:
    """Members of one of the two offices who hold its key, today."""
    return bool(acting_as(request))


def writes_rules(request: KeyedRequest) -> bool:
    """The privacy officer alone."""
    return acting_as(request) == "dpo"


def acting_as(request: KeyedRequest) -> str:
    """In which of the two offices who is signed in acts, or "": asked once a request."""
    known: str | None = getattr(request, "desk_office", None)
    if known is None:
        session = getattr(request, "signed_in", None)
        known = office_of(session.person) if session is not None else ""
        request.desk_office = known  # type: ignore[attr-defined]  # ours alone
    return known


def office_of(person: str) -> str:
    """In which of the two offices somebody acts, or ""."""
    held = {one.code for one in team.groups_with_key(person) if one.kind == Group.Kind.OFFICE}
    return next((code for code in OFFICES if code in held), "")
