"""GDP-05: who has access, in which function, and what binds them to secrecy, as of any day.

Law: act of 30 July 2018, art. 8 to 10: such a list is kept for the supervisor. It says what a function may get; whose
dossiers somebody really holds stands with the dossiers.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kring.team import queries as team
from kring.team.models import Colleague, Group
from kring.vault.splitting import holding_now


@dataclass(slots=True)
class Person:
    """One colleague on a day: functions, circles and offices of that person alone, and what binds that person.

    content: stands in a circle, so that keys of dossiers may come. trustee: holds a share of the recovery key, as it
    is now: who held one before is not kept.
    """

    name: str
    functions: list[Any] = field(default_factory=list)
    bound: str = ""
    circles: list[str] = field(default_factory=list)
    content: bool = False
    trustee: bool = False


def on(day: date) -> list[Person]:
    """The list as it was on a day, a person a line; who had neither function nor circle on that day stands in none."""
    found: dict[str, Person] = {}
    for appointed in team.appointments(day):
        one = _line(found, appointed.colleague)
        one.functions.append(appointed.get_function_display())
    for member in team.memberships_on(day):
        one = _line(found, member.colleague)
        one.circles.append(member.group.name)
        one.content |= member.group.kind == Group.Kind.CIRCLE
    for row in team.secrecy_on(day):
        if row.colleague.principal in found:
            found[row.colleague.principal].bound = f"{row.get_status_display()} {row.document}".strip()
    for principal in holding_now() & set(found):
        found[principal].trustee = True
    return sorted(found.values(), key=lambda one: one.name)


def _line(found: dict[str, Person], colleague: Colleague) -> Person:
    return found.setdefault(colleague.principal, Person(colleague.name))
