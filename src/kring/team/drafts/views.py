"""The small addresses behind a kept form (JSON, for the script of the page), and the list of what is unfinished."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_POST

from kring.team.access import colleague_only
from kring.team.clock import today
from kring.team.drafts import actions, reading
from kring.team.drafts.content import Draft
from kring.team.retention.queries import own_letters_months
from kring.team.while_locked.actions import NEVER_KEPT, own_letters
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import as_id
from kring.vault.refusals import Refused

LONGEST = 200_000
"""Signs of a whole form; no form of ours takes as many."""
LONGEST_TURN = 9


@require_POST
@door("draft.keep", while_locked=True)
def keep(request: KeyedRequest) -> HttpResponse:
    """Keep a form as typed so far; works without a key."""
    given = request.POST
    turn = given.get("turn", "")[:LONGEST_TURN]
    try:
        kept = actions.keep(
            actions.writer(request),
            _draft(given.get("form", ""), given.get("on", ""), given),
            pen=given.get("pen", ""),
            turn=int(turn) if turn.isdecimal() else 0,
            before=as_id(given.get("before", "")),
        )
    except Refused:
        return _json({"kept": False}, 429)
    return _json({"kept": kept})


@require_POST
@door("draft.find", to=colleague_only)
def find(request: KeyedRequest) -> HttpResponse:
    """The draft of a form that was opened again."""
    found = reading.find(request.signed_in, request.POST.get("form", "")[:60], request.POST.get("on", "")[:60])
    if found is None:
        return _json({})
    return _json({"pen": found.pen, "at": _at(timezone.localtime(found.kept_at)), "fields": found.draft.fields})


@require_GET
@door("draft.list", to=colleague_only)
def unfinished(request: KeyedRequest) -> HttpResponse:
    """What one began and did not send."""
    drafts = reading.unfinished(request.signed_in)
    letters = own_letters(request.signed_in.person).count()
    return render(
        request,
        "team/drafts/pages/unfinished.html",
        {"drafts": drafts, "letters": letters, "kept_months": own_letters_months(today())},
    )


@require_POST
@door("draft.throw_away", to=colleague_only)
def throw_away(request: KeyedRequest) -> HttpResponse:
    """Take one away for good."""
    actions.throw_away(request.signed_in, request.POST.get("letter", ""))
    return redirect("unfinished")


def _at(kept: datetime) -> str:
    if kept.date() == timezone.localdate():
        return gettext("at %(hour)s") % {"hour": f"{kept:%H.%M}"}
    return gettext("on %(day)s") % {"day": date_format(kept, "j F, H.i")}


def _draft(form: str, on: str, given: Mapping[str, Any]) -> Draft:
    """What a page sent. Raises `Refused` when it is no form of ours."""
    try:
        raw = given.get("fields", "")
        pairs: Any = json.loads(raw) if len(raw) <= LONGEST else None
        fields = tuple((_sign(name), _sign(value)) for name, value in pairs if name not in NEVER_KEPT)
    except (ValueError, TypeError, RecursionError):
        raise Refused from None
    return Draft(form[:60], on[:60], given.get("path", "")[:300], given.get("about", "")[:200], fields)


def _sign(given: object) -> str:
    """As a form would send it: half a pair of signs, as an escape can spell it, becomes a question mark."""
    return str(given).encode("utf-8", "replace").decode()


def _json(body: object, status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(body), content_type="application/json", status=status)
