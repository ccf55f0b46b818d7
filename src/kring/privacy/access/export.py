"""The copy itself: one plain structure, from which the paper and the open JSON are both made. Kept nowhere.

Its format is described in docs/reference/access-export.md; a change of it raises `FORMAT`.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, override

from kring.privacy.access import masking
from kring.privacy.access.items import OpenFile, Piece
from kring.privacy.access.words import GROUNDS, ROLES
from kring.privacy.access.worksheet import Sheet, weigh
from kring.privacy.requests.answering import frozen
from kring.privacy.requests.queries import Known
from kring.support.desk.parts import FACES
from kring.support.dossier import words
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.team.names import Names, first_name
from kring.team.printing import printed

FORMAT = 2
LANGUAGE = "nl"
"""The copy is in plain Dutch, whatever language its maker reads."""
SHORT = 40
"""A value of so many signs stands on one line of the sheet with others."""
Copy = dict[str, Any]


def make(file: OpenFile, known: Known, today: date, looked: list[str]) -> Copy:
    """What goes out. looked: who opened the file, in sentences. Everything must have been decided."""
    with override(LANGUAGE):
        sheet, shut = weigh(file, known.content, today), frozen(file.dossier.id)
        return {
            "kring_access_export": FORMAT,
            "request": known.row.number,
            "asked_on": known.row.asked_on.isoformat(),
            "made_on": today.isoformat(),
            "asked_by": str(ROLES[sheet.role]),
            "language": LANGUAGE,
            "pieces": _pieces(sheet, file.names),
            "recipients": _recipients(sheet),
            "looked": looked,
            "frozen": [str(FACES[part].title) for part in FACES if part in shut],
            "kept_back": [
                {"ground": str(GROUNDS[ground]), "pieces": number} for ground, number in sorted(sheet.kept_back.items())
            ],
        }


def _pieces(sheet: Sheet, names: Names) -> list[dict[str, Any]]:
    return [said(one.piece, given, names) for one in sheet.going if (given := one.given) is not None]


def said(piece: Piece, lines: Iterable[tuple[str, str]], names: Names) -> dict[str, Any]:
    """One piece with the lines of it that go."""
    return {
        "part": str(_part(piece.part)),
        "what": str(piece.title),
        "on": piece.on.isoformat() if piece.on else None,
        "by": first_name(names, piece.by) if piece.by else "",
        "says": [{"label": label, "text": text} for label, text in lines],
    }


def _part(part: str) -> str | Promise:
    return FACES[part].title if part in FACES else gettext("Own notes")


def _recipients(sheet: Sheet) -> list[dict[str, Any]]:
    """Who was told something, on which ground, when: of the records that go, masked as they are."""
    return [
        {
            "who": masking.masked(", ".join(filter(None, [one.recipient, one.organisation])) or _sort(one), masks),
            "on": one.on.isoformat(),
            "ground": str(Ground(one.ground).label) if one.ground else "",
            "lines": len(one.items),
        }
        for one, masks in sheet.told
    ]


def _sort(told: Disclosed) -> str:
    return str(Recipient(told.kind).label) if told.kind else ""


def as_json(copy: Mapping[str, Any]) -> bytes:
    """The copy in open JSON."""
    return json.dumps(copy, ensure_ascii=False, indent=1).encode()


def on_paper(copy: Mapping[str, Any]) -> bytes:
    """The copy as a tagged PDF. Raises `CannotPrint`."""
    with override(LANGUAGE):
        shown = {
            "copy": copy,
            "kind": "tight",
            "parts": parts_on_paper(copy),
            "asked_on": _day(copy["asked_on"]),
            "made_on": _day(copy["made_on"]),
            "recipients": [one | {"day": _day(one["on"])} for one in copy["recipients"]],
        }
        return printed("privacy/access/pages/paper/copy.html", shown)


def parts_on_paper(copy: Mapping[str, Any]) -> list[tuple[str, list[dict[str, str]]]]:
    """The pieces of a copy in few lines, part by part."""
    parts: dict[str, list[dict[str, str]]] = {}
    for piece in copy["pieces"]:
        parts.setdefault(piece["part"], []).append(_in_lines(piece))
    return list(parts.items())


def _in_lines(piece: Mapping[str, Any]) -> dict[str, str]:
    """A piece as few lines of a sheet: each line costs the engine a millisecond, and a file has thousands."""
    said = [(f"{one['label']}: {one['text']}", one["text"]) for one in piece["says"] if one["text"] != piece["by"]]
    short = [line for line, text in said if len(text) <= SHORT and "\n" not in text]
    head = [piece["what"], _day(piece["on"]), piece["by"]]
    long = [line for line, text in said if len(text) > SHORT or "\n" in text]
    return {"head": " · ".join(filter(None, head)), "said": "\n".join(filter(None, [" · ".join(short), *long]))}


def _day(on: str | None) -> str:
    return words.day(date.fromisoformat(on)) if on else ""
