"""Who has the retention desk: two offices, so that two persons are needed for what cannot be undone (ARC-05)."""

from kring.team import queries as team
from kring.team.access import holds_office
from kring.team.models import Group

OFFICES = ("dpo", "head_of_service")
at_the_desk = holds_office(*OFFICES)
writes_rules = holds_office("dpo")


def office_of(person: str) -> str:
    """In which of the two offices somebody acts, or ""."""
    held = {one.code for one in team.groups_with_key(person) if one.kind == Group.Kind.OFFICE}
    return next((code for code in OFFICES if code in held), "")
