"""Looks at the wording: the text that holds, its versions, the facts of the town."""

from dataclasses import dataclass

from django.db.models import Q

from kring.team.models import Installation
from kring.team.wording.letters import FACTS, LETTERS, standard
from kring.team.wording.models import Wording


@dataclass(frozen=True, slots=True)
class Text:
    """A text that holds. number: its version, 0 for the one that is brought along."""

    text: str
    number: int
    row: Wording | None = None


def text(code: str, language: str) -> Text:
    """The newest version of a letter, or the one brought along."""
    rows = versions(code, language)
    return Text(rows[0].text, rows[0].number, rows[0]) if rows else Text(standard(code, language), 0)


def versions(code: str, language: str) -> list[Wording]:
    """Every version, the newest first. Raises `Refused` when one is not as we wrote it."""
    return [row.verified() for row in Wording.objects.filter(code=code, language=language).order_by("-number")]


def newest() -> dict[tuple[str, str], Wording]:
    """(code, language) -> the version that holds, of all letters, in one query."""
    rows = Wording.objects.filter(code__in=[one.code for one in LETTERS]).order_by("number")
    return {(row.code, row.language): row.verified() for row in rows}


def letter(code: str, language: str) -> tuple[str, dict[str, str]]:
    """The text of a letter that holds and the facts of the town, in one query."""
    of_letter = Q(code=code, language=language)
    held: Wording | None = None
    rows: dict[str, Wording | None] = dict.fromkeys(FACTS)
    for row in Wording.objects.filter(of_letter | _OF_FACTS).order_by("number"):
        if row.code == code:
            held = row.verified()
        else:
            rows[row.code] = row.verified()
    return held.text if held else standard(code, language), _said(rows)


def facts() -> dict[str, str]:
    """The facts of the town by code; what was never filled in is empty, but for the name given at the installation."""
    return _said(fact_rows())


def fact_rows() -> dict[str, Wording | None]:
    """Fact -> the version that holds, in one query."""
    found: dict[str, Wording | None] = dict.fromkeys(FACTS)
    for row in Wording.objects.filter(_OF_FACTS).order_by("number"):
        found[row.code] = row.verified()
    return found


_OF_FACTS = Q(code__in=list(FACTS), language="")


def _said(rows: dict[str, Wording | None]) -> dict[str, str]:
    said = {code: row.text if row else "" for code, row in rows.items()}
    if rows["town"] is None and (installed := Installation.objects.first()):
        said["town"] = installed.verified().town
    return said
