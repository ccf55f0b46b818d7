"""The pages of the office: the pot of the year with every application, and what came along with one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET

from kring.pot.access import works_on_pot
from kring.pot.applying import queries
from kring.pot.applying.codelists import State
from kring.pot.desk import shown
from kring.pot.desk.opening import open_page
from kring.pot.desk.opening import sent_along as opened_file
from kring.pot.regulation import queries as regulation
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Refused

PAGES = "pot/desk/pages/"
SANDBOX = "default-src 'none'; sandbox"
SHOWN: dict[str, tuple[Any, list[State]]] = {
    "": (gettext_lazy("All"), list(State)),
    "asked": (gettext_lazy("To decide"), [State.ASKED]),
    "runs": (gettext_lazy("Runs"), [State.GRANTED]),
    "done": (gettext_lazy("Done"), [State.DONE, State.DECLINED]),
}
ENDINGS = {"pdf": "pdf", "jpeg": "jpg", "png": "png"}
DONE = {"published": gettext_lazy("The rules are published.")}


@door("pot.applications", to=works_on_pot)
@require_GET
def applications(request: KeyedRequest) -> HttpResponse:
    """The pot of this year and every application, the newest first."""
    chosen = request.GET.get("show", "")
    chosen = chosen if chosen in SHOWN else ""
    typed = request.GET.get("page", "1")
    page = int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) < 10_000 else 1
    rules = regulation.in_force(today())
    found, more = open_page(request.signed_in, SHOWN[chosen][1], page=page, act="pot.applications")
    pot = queries.budget(rules, today())
    context = {
        "rules": rules,
        "pot": shown.bar(pot),
        "cards": [shown.card(one) for one in found],
        "filters": [(code, label, code == chosen) for code, (label, _states) in SHOWN.items()],
        "to_decide": pot.asked_count,
        "chosen": chosen,
        "page": page,
        "before": page - 1,
        "after": page + 1 if more else 0,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, f"{PAGES}applications.html", context)


@door("pot.sent_along", to=works_on_pot)
@require_GET
def sent_along(request: KeyedRequest, application: str, number: str) -> HttpResponse:
    """A file that came along: given, never shown, under a name that says nothing."""
    if not (number.isascii() and number.isdigit() and len(number) == 1):
        raise Refused
    kept = opened_file(request.signed_in, application, int(number), act="pot.sent_along")
    response = HttpResponse(kept.raw, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{gettext("attachment")}.{ENDINGS[kept.kind]}"'
    response["Content-Security-Policy"] = SANDBOX
    return response
