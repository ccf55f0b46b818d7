"""The public pages of the pot: the call, the form, thanks with a code, and where an application stands.

An answer to a post is a page with everything that was typed. A code that does not fit gets one answer, whatever it is.
"""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.pot.applying import files, queries
from kring.pot.applying.actions import TooOften, receive_application
from kring.pot.applying.forms import ApplyForm, CodeForm
from kring.pot.regulation import lines
from kring.pot.regulation import queries as regulation
from kring.pot.regulation.models import GrantRegulation
from kring.team.address import address_of
from kring.team.clock import today
from kring.vault import throttle
from kring.vault.codec import pack
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import digest, is_id, new_id
from kring.vault.refusals import Refused

PAGES = "pot/applying/pages/"
MOST_CODES, WINDOW = 20, timedelta(minutes=30)


@door("pot.call", public=True)
@require_GET
def call(request: KeyedRequest) -> HttpResponse:
    """What the pot is for and the rules of today."""
    rules = regulation.in_force(today())
    context = {"rules": rules, "criteria": lines.criteria(rules.criteria) if rules else ()}
    return render(request, f"{PAGES}call.html", context)


@door("pot.apply", public=True)
@require_http_methods(["GET", "POST"])
def apply(request: KeyedRequest) -> HttpResponse:
    """The form; sent right, its code."""
    rules = regulation.in_force(today())
    if rules is None:
        return redirect("pot:call")
    if request.method == "GET":
        return _form(request, ApplyForm(rules=rules))
    form = ApplyForm(request.POST, rules=rules)
    try:
        sent = files.taken(request.FILES.getlist("files"))
    except files.NotTaken as reason:
        return _form(request, form, refusal=reason.sentence)
    if request.POST.get("website") or not form.is_valid():
        return _form(request, form, lost=bool(sent))
    return _received(request, form, rules, sent)


def _received(request: KeyedRequest, form: ApplyForm, rules: GrantRegulation, sent: list[Any]) -> HttpResponse:
    project, people = form.content(tuple(one.kind for one in sent))
    told = digest(pack(project) + pack(people) + b"".join(one.raw for one in sent)).hex()
    try:
        received = receive_application(
            project,
            people,
            sent,
            rules=rules,
            submission=f"{_submission(request)} {told}",
            address=address_of(request),
        )
    except TooOften:
        said = gettext("A lot was sent from this place just now. Wait a few minutes, then send again. Nothing is lost.")
        return _form(request, form, refusal=said, status=429)
    shown = {"code": received.code.split("-"), "rules": rules}
    return render(request, f"{PAGES}thanks.html", shown)


@door("pot.stand", public=True)
@require_http_methods(["GET", "POST"])
def stand(request: KeyedRequest) -> HttpResponse:
    """Ask for the code; with the code, how far the application is."""
    if request.method == "GET":
        return _code(request, CodeForm())
    if throttle.count("pot code", address_of(request), WINDOW) > MOST_CODES:
        return _wrong(request, gettext("Many codes were tried from this place. Wait half an hour, or call us."), 429)
    try:
        row = queries.by_code(request.POST.get("code", ""))
    except Refused:
        return _wrong(request, gettext("We do not know this code. Look whether every sign is right."), 404)
    until = row.arrived_at + timedelta(days=row.regulation.decide_days)
    return render(request, f"{PAGES}stand.html", {"row": row, "until": until, "page_path": request.path})


def _submission(request: KeyedRequest) -> str:
    given = request.POST.get("submission", "")
    return given if is_id(given) else new_id()


def _form(
    request: KeyedRequest, form: ApplyForm, *, refusal: str = "", lost: bool = False, status: int = 200
) -> HttpResponse:
    shown = {
        "form": form,
        "rules": form.rules,
        "refusal": refusal,
        "lost": lost,
        "submission": _submission(request),
        "page_path": request.path,
    }
    return render(request, f"{PAGES}apply.html", shown, status=status)


def _wrong(request: KeyedRequest, said: str, status: int) -> HttpResponse:
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class([said])
    return _code(request, form, status)


def _code(request: KeyedRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    return render(request, f"{PAGES}code.html", {"form": form, "page_path": request.path}, status=status)
