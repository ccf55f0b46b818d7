"""The table of access as the code has it, for the page and for docs/reference/access.md: no second copy exists."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.support import access
from kring.support.access import NEED_TO_KNOW, Who
from kring.support.desk.parts import FACES

CAPACITIES: dict[Who, Any] = {
    Who.HOLDER: _("holder"),
    Who.DEPUTY: _("deputy"),
    Who.CO_WORKER: _("works along"),
    Who.AUTHOR: _("author"),
    Who.NAMED: _("who is named"),
    Who.CLIENT: _("the client, through an own link"),
    Who.CIRCLE_BEHIND_GLASS: _("circle, behind glass"),
    Who.RECOVERY: _("two trustees together"),
    Who.HEAD_OF_SERVICE: _("head of service"),
    Who.STATISTICS: _("statistics, counted only"),
}
"""In what capacity somebody gets a key, in words; the columns."""
OTHERS: dict[str, Any] = {
    "own_notes": _("Own notes"),
    "household": _("Household"),
    "facts": _("Figures"),
    "requests": _("Requests of the person"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One part: what it is called, and for each capacity whether it gets the key without anybody deciding."""

    part: str
    title: Any
    holds: str
    cells: list[tuple[Any, bool]]


def table() -> list[Line]:
    """Every part of a dossier with every capacity."""
    return [
        Line(part, _title(part), row.holds, [(said, access.by_default(part, who)) for who, said in CAPACITIES.items()])
        for part, row in NEED_TO_KNOW.items()
    ]


def as_markdown() -> str:
    """The same in English, for the documentation."""
    names = [who.value.replace("_", " ") for who in CAPACITIES]
    lines = [f"| part | holds | {' | '.join(names)} |", f"|---|---|{'---|' * len(names)}"]
    for part, row in NEED_TO_KNOW.items():
        cells = " | ".join("yes" if who in row.by_default else "-" for who in CAPACITIES)
        lines.append(f"| `{part}` | {row.holds} | {cells} |")
    return "\n".join(lines) + "\n"


def _title(part: str) -> Any:
    return FACES[part].title if part in FACES else OTHERS.get(part, part)
