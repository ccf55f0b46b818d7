"""GDP-05: categories of persons with access, their function and what binds them to secrecy, as of any day.

Law: act of 30 July 2018, art. 8 to 10: such a list is kept for the supervisor. It says what a function may get; whose
dossiers somebody really holds stands with the dossiers.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kring.team import queries as team
from kring.team.models import Group


@dataclass(frozen=True, slots=True)
class Category:
    """One function. who: names, each with what binds that person and since when it was written down.

    circles: in which circles and offices they stand; content: whether a circle is among them, so that keys of
    dossiers may come to them.
    """

    function: Any
    who: list[tuple[str, str]]
    circles: list[str]
    content: bool


def on(day: date) -> list[Category]:
    """The list as it was on a day, by function; who has no function on that day stands in none."""
    found: dict[str, dict[str, Any]] = {}
    for row in team.appointments(day):
        at = found.setdefault(row.function, {"label": row.get_function_display(), "who": {}})
        at["who"][row.colleague.principal] = row.colleague.name
    bound, stands = _bound(day), _stands(day)
    return [_category(one["label"], one["who"], bound, stands) for _code, one in sorted(found.items())]


def _category(label: Any, who: dict[str, str], bound: dict[str, str], stands: dict[str, list[Group]]) -> Category:
    groups = {group.id: group for person in who for group in stands.get(person, ())}.values()
    names = sorted((name, bound.get(person, "")) for person, name in who.items())
    inside = any(group.kind == Group.Kind.CIRCLE for group in groups)
    return Category(label, names, sorted(group.name for group in groups), inside)


def _bound(day: date) -> dict[str, str]:
    """Of each person: what binds him on that day, in words."""
    rows = team.secrecy_on(day)
    return {row.colleague.principal: f"{row.get_status_display()} {row.document}".strip() for row in rows}


def _stands(day: date) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for row in team.memberships_on(day):
        found.setdefault(row.colleague.principal, []).append(row.group)
    return found
