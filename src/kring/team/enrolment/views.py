"""The pages of getting in: what stands behind an invitation, waiting for a key, and giving one to who waits."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from kring.team import queries
from kring.team.access import colleague_only
from kring.team.address import address_of
from kring.team.enrolment import accepting, admitting, invitations
from kring.team.enrolment.forms import AdmitForm, PasswordForm
from kring.team.enrolment.handed_code import code_for
from kring.team.enrolment.rules import NotAllowed
from kring.team.enrolment.words import four_words, words_of
from kring.team.places import place_of
from kring.team.recovering.actions import stalled
from kring.team.who import start_path
from kring.vault import doors, sessions, throttle
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import Principal, RecoveryRequest
from kring.vault.primitives import new_id
from kring.vault.refusals import Busy, Conflict, Refused

PAGES = "team/enrolment/pages"
LINKS_A_MINUTE = 20
"""How often one address may try a link; a town hall may share one."""


@require_http_methods(["GET", "POST"])
@door("team.invitation", public=True)
def invitation(request: KeyedRequest, token: str) -> HttpResponse:
    """Set a password behind a link. Looking changes nothing: scanners of mail follow every link."""
    if throttle.count("invitation", address_of(request)) > LINKS_A_MINUTE:
        return _over(request, status=429)
    try:
        return _accept(request, token) if request.method == "POST" else _ask(request, token, _fresh())
    except Refused:
        return _over(request, status=404)


@require_GET
@door("team.waiting", to=colleague_only)
def waiting(request: KeyedRequest) -> HttpResponse:
    """Signed in, but a circle or an office gave no key yet: the words and the code for who will give it."""
    person = request.signed_in.person
    groups, waits = queries.keyless(person), queries.waits_for_key(person)
    if not groups and not waits:
        return redirect(start_path(person))
    row, colleague = Principal.objects.get(id=person).verified(), queries.colleague(person)
    lines = [{"name": one.name, "givers": _givers(one, person)} for one in groups]
    context: dict[str, Any] = {
        "words": words_of(row),
        "code": code_for(colleague, row) if colleague else "",
        "groups": lines,
    }
    context |= {"stalled": [one.name for one in stalled(person)], "asked": _asked_trustees(person)}
    return render(request, f"{PAGES}/waiting.html", context)


@require_http_methods(["GET", "POST"])
@door("team.admit", to=colleague_only)
def admit(request: KeyedRequest, person: str) -> HttpResponse:
    """Give a key to somebody who sits beside you, after comparing four words and taking over a code."""
    form = AdmitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            if not admitting.done_just_now(request.signed_in.person, person):
                admitting.admit(request.signed_in, person, **form.cleaned_data)
            return redirect(f"{reverse('team:colleagues')}?done=let-in")
        except NotAllowed as sentence:
            form.add_error("code", str(sentence))
    found = admitting.waiting_person(request.signed_in.person, person)
    functions = [one.get_function_display() for one in queries.functions_of(person)]
    secrecy = queries.bound_by(person)
    context = {"form": form, "waiting": found, "words": four_words(person), "functions": functions, "bound": secrecy}
    return render(request, f"{PAGES}/admit.html", context)


def _accept(request: KeyedRequest, token: str) -> HttpResponse:
    form = PasswordForm(request.POST)
    if not form.is_valid():
        return _ask(request, token, form)
    given = form.cleaned_data
    try:
        opened = accepting.accept(token, given["password"], given["again"], once=given["once"])
    except NotAllowed as sentence:
        form.add_error("password", str(sentence))
        return _ask(request, token, form)
    except (Busy, Conflict):
        form.add_error("password", gettext("It is busy at the door. Try again in a moment."))
        return _ask(request, token, form, status=503)
    if opened is None:
        return redirect("signin")
    if before := getattr(request, "signed_in", None) or request.locked:
        sessions.end(before.id, before.person)
    response = redirect("waiting")
    doors.set_cookie(response, sessions.start(opened, place=place_of(request)))
    return response


def _ask(request: KeyedRequest, token: str, form: PasswordForm, status: int = 200) -> HttpResponse:
    row = invitations.open_link(token)
    context: dict[str, Any] = {"form": form, "name": row.name, "back": row.colleague_id is not None}
    return render(request, f"{PAGES}/invitation.html", context | {"page_path": request.path}, status=status)


def _fresh() -> PasswordForm:
    return PasswordForm(initial={"once": new_id()})


def _over(request: KeyedRequest, status: int) -> HttpResponse:
    """The one answer for a link that is over, used, guessed or tried too often."""
    return render(request, f"{PAGES}/over.html", {"page_path": request.path}, status=status)


def _asked_trustees(person: str) -> bool:
    return RecoveryRequest.objects.filter(receiver=person, finished_at=None).exists()


def _givers(group: Any, person: str) -> list[str]:
    return [one.name for one in queries.members_of(group.principal) if one.principal != person]
