"""The file as the person will read it, while one writes (MIN-07): what would go to whom under the marks as they are."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from kring.privacy.access.items import OpenFile, Piece, open_file
from kring.privacy.access.rules import Outcome, Role, Verdict, against, decide
from kring.privacy.access.words import GROUNDS, ROLES
from kring.privacy.requests.views import HERE, standing
from kring.support.desk.parts import FACES
from kring.support.dossier import words
from kring.support.dossier.frame import frame
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door

NEWEST = 40
"""So many pieces of a part: one looks at what one wrote lately."""


@door("privacy.reads")
@require_GET
def reads(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Every piece with whether it would go to who asks, the newest of each part first. Nothing is given."""
    file = open_file(request.signed_in, dossier, act="privacy.reads", along=True)
    roles = _roles(file)
    role = next((one for one in roles if one.value == request.GET.get("role")), roles[0])
    parts: dict[str, list[Piece]] = {}
    for piece in reversed(file.pieces):
        parts.setdefault(piece.part, []).append(piece)
    shown = {
        "frame": frame(file.dossier, file.opened.summary, HERE, names=file.names),
        "roles": [{"value": one.value, "label": ROLES[one], "current": one is role} for one in roles],
        "parts": [_part(file, part, parts[part], role) for part in reversed(parts)],
    }
    return render(request, "privacy/access/pages/reads.html", shown)


def _part(file: OpenFile, part: str, pieces: list[Piece], role: Role) -> tuple[Any, list[dict[str, Any]], int, int]:
    shown = [_shown(file, piece, role) for piece in pieces[:NEWEST]]
    return FACES[part].title if part in FACES else "", shown, len(pieces), len(pieces) - len(shown)


def _shown(file: OpenFile, piece: Piece, role: Role) -> dict[str, Any]:
    verdict = decide(piece.marks, role, today())
    goes = verdict.outcome is Outcome.GOES
    return {
        "title": piece.title,
        "on": words.day(piece.on) if piece.on else "",
        "goes": goes,
        "why": _why(verdict),
        "lines": file.lines(piece) if goes else [],
    }


def _why(verdict: Verdict) -> Any:
    return GROUNDS[verdict.ground.value] if verdict.ground else ""


def _roles(file: OpenFile) -> list[Role]:
    """Who might ask, as far as age and judgement are known; the client first."""
    known = standing(file.opened)
    return [one for one in Role if against(one, known["age"], known["judged"]) is None]
