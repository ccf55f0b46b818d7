"""From lines to what the page of a take-over shows: plain words, nothing left to decide."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from kring.support.dossier import words
from kring.support.dossier.takeover import reading
from kring.support.dossier.takeover.columns import NAMES, Column
from kring.support.dossier.takeover.forms import MEND, carried_along
from kring.support.dossier.takeover.lines import Line
from kring.team.programmes import programme

MENDED_AT_ONCE = 100
"""Fields to mend on one page; further mistakes are named, and wait."""


def shown(lines: Sequence[Line], names: Mapping[str, str]) -> dict[str, Any]:
    """Lines to open, lines that are there, lines to mend, and what goes along unseen."""
    right = [line for line in lines if line.right]
    wrong = [line for line in lines if line.wrong]
    there = [line for line in lines if line.there]
    later = wrong[MENDED_AT_ONCE:]
    return {
        "right": [_case(line, names) for line in right],
        "there": [_case(line, names) for line in there],
        "mend": [_mistake(line) for line in wrong[:MENDED_AT_ONCE]],
        "later": [_mistake(line) for line in later],
        "wrong": len(wrong),
        "kept": carried_along([line.row for line in [*right, *there, *later]]),
    }


def to_mend(lines: Sequence[Line], names: Mapping[str, str]) -> dict[str, Any]:
    """What is left once the right ones were opened."""
    return shown([line for line in lines if line.wrong], names)


def _mistake(line: Line) -> dict[str, Any]:
    return {
        "number": line.row.number,
        "name": f"{MEND}{line.row.number}",
        "text": reading.written(line.row),
        "said": [f"{_column(one.column)}: {one.sentence}" for one in line.wrong],
    }


def _column(column: Column) -> str:
    return str(NAMES[column]) if column in NAMES else gettext("Too much")


def _case(line: Line, names: Mapping[str, str]) -> dict[str, Any]:
    case = line.case
    if case is None:
        return {}
    return {
        "number": line.row.number,
        "label": case.label,
        "opened_on": words.day(case.opened_on),
        "programme": programme(case.programme).name,
        "mode": words.MODES[case.mode],
        "rhythm": words.rhythm(case.rhythm_days),
        "deputy": names.get(case.deputy, ""),
        "contact": words.day(case.last_contact_on) if case.last_contact_on else "",
    }
