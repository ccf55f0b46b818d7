"""Who stands in for whom, and who may say that somebody did not turn up. Open dossiers alone."""

from kring.support.dossier.models import Dossier
from kring.team import queries as team

MAY_TOO = "head_of_service"
"""The office whose members may say it of anybody; they get no list."""


def stands_in_for(me: str) -> set[str]:
    """Whose deputy somebody is."""
    rows = Dossier.objects.filter(deputy=me, state=Dossier.State.OPEN)
    return set(rows.values_list("holder", flat=True))


def deputies_of(person: str) -> set[str]:
    """Who is deputy in a dossier of his."""
    rows = Dossier.objects.filter(holder=person, state=Dossier.State.OPEN)
    return set(rows.values_list("deputy", flat=True))


def may_say(me: str, person: str) -> bool:
    """Whether this colleague may say that somebody did not turn up: his deputy somewhere, or head of service."""
    if person in stands_in_for(me):
        return True
    return any(group.code == MAY_TOO for group in team.groups_with_key(me)) and person in team.colleagues([person])
