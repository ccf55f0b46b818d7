"""The status page: a code is typed, and what stands in the clear is told. Nothing is remembered between two looks."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from kring.support.intake.codes import tidy
from kring.support.intake.moments.queries import of_referral
from kring.support.intake.status import guesses
from kring.support.intake.status.forms import CodeForm
from kring.support.intake.status.guesses import TooMany
from kring.support.intake.status.queries import by_code
from kring.support.intake.status.show import stand
from kring.team.address import address_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Refused

PAGES = "support/intake/pages"


@door("intake.status", public=True)
@require_http_methods(["GET", "POST"])
def status(request: KeyedRequest) -> HttpResponse:
    """Ask for the code; with the code, where it stands."""
    if request.method == "GET":
        return ask(request, CodeForm())
    try:
        guesses.check(address_of(request))
        row = by_code(request.POST.get("code", ""))
    except TooMany:
        return too_many(request)
    except Refused:
        return refuse(request)
    return render(request, f"{PAGES}/status.html", of(row, request.POST["code"]))


def of(row: Any, code: str) -> dict[str, Any]:
    """What the page shows of a referral."""
    return {"stand": stand(row, of_referral(row.id)), "code": tidy(code)}


def ask(request: KeyedRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    """The question for the code."""
    return render(request, f"{PAGES}/status_code.html", {"form": form, "page_path": request.path}, status=status)


def refuse(request: KeyedRequest) -> HttpResponse:
    """The one answer to every code that does not fit, without what was typed."""
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class([gettext("We do not know this code. Look whether every sign is right.")])
    return ask(request, form, status=404)


def too_many(request: KeyedRequest) -> HttpResponse:
    """Whoever tried many waits, with a right code too."""
    form = CodeForm({"code": ""})
    said = gettext("Many codes were tried from this place. Wait half an hour, or call us.")
    form.errors["code"] = form.error_class([said])
    return ask(request, form, status=429)
