"""An agreement in words, the same on a page and on paper."""

from typing import Any

from kring.support.dossier import words
from kring.support.dossier.agreements.queries import Kept
from kring.support.dossier.agreements.rules import SORTS, WAYS
from kring.team.clock import today
from kring.team.names import Names, name_of


def lines(kept: list[Kept], names: Names) -> list[dict[str, Any]]:
    """All of them: those that hold first, the newest first among each."""
    return sorted((line(one, names) for one in kept), key=lambda one: not one["holds"])


def line(kept: Kept, names: Names) -> dict[str, Any]:
    """One. over: it ran out; withdrawn: since which day it holds no more, "" while it was not."""
    said = kept.said
    return {
        "id": kept.row.id,
        "partner": said.partner,
        "organisation": said.organisation,
        "sorts": [SORTS[sort] for sort in said.sorts if sort in SORTS],
        "purpose": said.purpose,
        "way": WAYS.get(said.way, ""),
        "on": words.day(said.on),
        "until": words.day(said.until),
        "by": name_of(names, said.by),
        "holds": said.holds(today()),
        "over": said.until < today(),
        "withdrawn": words.day(said.withdrawn_on) if said.withdrawn_on else "",
        "told_by": said.told_by,
    }
