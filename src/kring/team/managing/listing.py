"""What the administrator sees: colleagues with what they do and how they stand, and invitations that are open."""

from dataclasses import dataclass

from django.utils import timezone

from kring.team import queries
from kring.team.clock import today
from kring.team.models import Appointment, Colleague, Invitation
from kring.team.programmes import PROGRAMMES
from kring.vault.models import Principal
from kring.vault.refusals import Refused

PROGRAMME_NAMES = {one.code: one.name for one in PROGRAMMES}


@dataclass(frozen=True, slots=True)
class Line:
    """One colleague. state: active, waiting (is let back in), disabled. needs_key: some circle gave none yet."""

    colleague: Colleague
    functions: tuple[Appointment, ...]
    state: str
    needs_key: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """One open invitation; `over` when its link is."""

    row: Invitation
    over: bool


def lines() -> list[Line]:
    """Everybody there is or was, in alphabetical order, in few queries."""
    people = queries.everybody()
    states = dict(Principal.objects.filter(id__in=[one.principal for one in people]).values_list("id", "state"))
    functions: dict[str, list[Appointment]] = {}
    for row in queries.appointments(today()):
        functions.setdefault(row.colleague_id, []).append(row)
    waiting = queries.without_key()
    return [
        Line(one, tuple(functions.get(one.id, ())), states.get(one.principal, ""), one.principal in waiting)
        for one in people
    ]


def invited() -> list[Invited]:
    """Open invitations, oldest first; a row that is not ours is as if absent."""
    found = []
    for row in Invitation.objects.select_related("colleague").order_by("sent_at"):
        try:
            found.append(Invited(row.verified(), row.expires_at <= timezone.now()))
        except Refused:
            continue
    return found
