"""The pages of a round: the desk of the privacy officer with its report, and the one act of a colleague."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from kring.privacy.desk.views import privacy_officer
from kring.privacy.unused import queries, rounds, rules, stock
from kring.privacy.unused.models import FieldRound
from kring.team import queries as team
from kring.team.names import name_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "privacy/unused/pages"
LIMITS = {"colleagues": rules.COLLEAGUES, "files": rules.FILES, "least": rules.LEAST}


@door("fields.round", to=privacy_officer)
@require_http_methods(["GET", "POST"])
def fields(request: KeyedRequest) -> HttpResponse:
    """The round that goes on: who handed in, who not yet; beginning and ending one."""
    if request.method == "POST":
        return _stepped(request)
    return _round(request)


def _stepped(request: KeyedRequest) -> HttpResponse:
    """Begin, or end what goes on; what a colleague was earlier with is shown as it stands."""
    here, step = queries.open_round(), request.POST.get("step", "")
    if step not in ("begin", "end"):
        raise Refused
    try:
        if step == "begin" and here is None:
            rounds.begin(request.signed_in.person, once=request.POST.get("once", "")[:40] or new_id())
        elif step == "end" and here is not None and request.POST.get("round") == here.id:
            rounds.end(request.signed_in.person, here)
    except Conflict:
        return _round(request, late=True)
    return redirect(f"{reverse('privacy:fields')}?done={step}")


def _round(request: KeyedRequest, *, late: bool = False) -> HttpResponse:
    one = queries.last_round()
    shown: dict[str, Any] = {
        "round": one,
        "late": late,
        "done": request.GET.get("done", ""),
        "once": new_id(),
        **LIMITS,
    }
    if one is not None and one.state == FieldRound.State.OPEN:
        handed, asked = {letter.author for letter in rounds.handed_in(queries.letters(one))}, queries.holders()
        names = team.colleagues(set(asked) - handed)
        shown |= {"handed": len(handed), "asked": len(set(asked) | handed)}
        shown |= {"missing": sorted(name_of(names, who) for who in set(asked) - handed)}
        shown |= {"maybe": len(handed) >= rules.COLLEAGUES}
    return render(request, f"{PAGES}/round.html", shown, status=409 if late else 200)


@door("fields.report", to=privacy_officer)
@require_GET
def report(request: KeyedRequest) -> HttpResponse:
    """What nearly nobody uses: in sentences, without a count."""
    one = queries.open_round()
    found = rounds.report(request.signed_in, rounds.handed_in(queries.letters(one))) if one is not None else None
    return render(request, f"{PAGES}/report.html", {"round": one, "report": found, **LIMITS})


@door("fields.count")
@require_http_methods(["GET", "POST"])
def count(request: KeyedRequest) -> HttpResponse:
    """A colleague counts which fields his own dossiers use, a slice a press, and hands in the sums."""
    one = queries.open_round()
    if one is None:
        raise Refused
    held = queries.held_by(request.signed_in.person)
    if held < rules.LEAST:
        raise Refused
    if request.method == "GET":
        return _counting(request, one, held)
    try:
        if "again" in request.POST:
            stock.begin(request.signed_in, one, once=request.POST["again"][:40])
        stock.go_on(request.signed_in, one)
    except Conflict:
        return _counting(request, one, held, late=True)
    return redirect("privacy:count")


def _counting(request: KeyedRequest, one: FieldRound, held: int, *, late: bool = False) -> HttpResponse:
    begun, handed = stock.mine(request.signed_in.person, one)
    counted = stock.so_far(request.signed_in, begun).sums.files if begun is not None else 0
    shown = {"held": held, "counted": counted, "begun": begun, "handed": handed, "late": late, "again": new_id()}
    return render(request, f"{PAGES}/count.html", shown, status=409 if late else 200)
