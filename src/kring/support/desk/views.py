"""The pages of the desk: my dossiers (with filters and a search by form), and one dossier."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.support.contacts.log.queries import PAGE, WHOLE
from kring.support.desk import beside, lines, queries, sheet, standing, stream, timeline
from kring.support.desk.card import open_card
from kring.support.desk.queries import ALONG, MINE, Asked, Caseload
from kring.support.dossier import words
from kring.support.dossier.content import Phase
from kring.support.dossier.frame import frame, years
from kring.support.dossier.household import views as household
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused


@door("desk.my_dossiers")
@require_http_methods(["GET", "POST"])
def my_dossiers(request: KeyedRequest) -> HttpResponse:
    """My caseload by what asks attention. A search is a POST, so that no name stands in an address or a log."""
    asked = _asked(request)
    load = queries.caseload(request.signed_in, asked)
    return render(request, "support/desk/pages/my_dossiers.html", _page(request, asked, load))


@door("desk.dossier")
@require_GET
def dossier(request: KeyedRequest, dossier: str) -> HttpResponse:
    """One dossier: what I hold a key of, and that the rest is there. Who knows of it is told why it stays shut."""
    try:
        show, before = request.GET.get("show", ""), _day(request.GET.get("before", ""))
        most = WHOLE if "whole" in request.GET else PAGE
        card = open_card(request.signed_in, dossier, show=show, before=before, most=most)
    except Refused as refusal:
        shut = standing.shut(request.signed_in, dossier) if refusal.recorded else None
        if shut is None:
            raise
        return render(request, "support/desk/pages/shut.html", {"shut": shut}, status=403)
    born_on = card.identity.born_on if card.identity else None
    age = years(born_on, today()) if born_on else None
    shown: dict[str, Any] = {"card": card, "sheet": sheet.of(card, today()), "once": new_id()}
    shown["frame"] = frame(card.dossier, card.summary, "desk:dossier", age=age, names=card.names)
    shown["timeline"] = timeline.of(card, show=show if show in stream.FILTERS else "", before=before, most=most)
    shown["household"] = household.lines(card.household)
    shown["vignette"] = card.dossier.holder == request.signed_in.person and not card.dossier.closed_on
    shown["protected"] = any(item.protect for item in card.referral)
    carries = request.signed_in.person in (card.dossier.holder, card.dossier.deputy)
    known = card.identity is not None or not hasattr(card.dossier, "identity")
    shown["tells_it"] = carries and card.writes
    shown["writes_who"] = carries and known
    shown["can_tell"] = any(item.code for item in card.referral) and not card.dossier.silent
    return render(request, "support/desk/pages/dossier.html", shown)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _asked(request: KeyedRequest) -> Asked:
    given = request.POST if request.method == "POST" else {"role": request.GET.get("role", "")}
    role, phase = given.get("role", ""), given.get("phase", "")
    return Asked(
        role=role if role in (MINE, ALONG) else "",
        phase=Phase(phase) if phase in set(Phase) else None,
        words=given.get("words", "").strip()[:80],
    )


def _page(request: KeyedRequest, asked: Asked, load: Caseload) -> dict[str, Any]:
    here = reverse("desk:my_dossiers")
    roles = (("", gettext("All")), (MINE, gettext("Of mine")), (ALONG, gettext("I work along")))
    return {
        "asked": asked,
        "held": load.held,
        "along": load.along,
        "shut": load.shut,
        "closed": None if load.cases or load.shut else queries.closed(request.signed_in.person, asked),
        "groups": lines.show(load.cases, today()),
        "roles": [
            {"url": f"{here}?role={role}" if role else here, "label": label, "current": role == asked.role}
            for role, label in roles
        ],
        "phases": words.PHASES.items(),
        **({} if asked.words else beside.referrals(request.signed_in.person)),
    }
