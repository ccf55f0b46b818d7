"""The administrator's pages: the list, somebody new, one colleague, and one step at a time with that colleague."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.team import queries
from kring.team.access import is_administrator
from kring.team.enrolment.invitations import Plan
from kring.team.enrolment.rules import NotAllowed
from kring.team.leaving import actions as leaving
from kring.team.leaving import left_behind
from kring.team.managing import actions, listing
from kring.team.managing.forms import AddressForm, EndForm, GroupForm, KeysForm, NewcomerForm, PostForm, SecrecyForm
from kring.team.models import Colleague
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import Principal
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "team/managing/pages"
DOES: dict[str, Callable[..., object]] = {
    "appoint": actions.appoint,
    "end": actions.end_function,
    "secrecy": actions.bind,
    "keys": actions.ask_keys,
    "address": actions.change_address,
    "disable": actions.disable,
    "enable": actions.enable,
    "back": actions.start_back,
    "leave": leaving.leave,
    "leave-group": leaving.leave_group,
    "move-on": leaving.move_on,
}
"""Step -> what it does, with the answers of its form by name."""
DONE = {"added", "sent", "taken-back", "kept"}
FORMS: dict[str, type[forms.Form]] = {
    "appoint": PostForm,
    "end": EndForm,
    "secrecy": SecrecyForm,
    "keys": KeysForm,
    "address": AddressForm,
    "disable": forms.Form,
    "enable": forms.Form,
    "back": forms.Form,
    "leave": forms.Form,
    "leave-group": GroupForm,
    "move-on": forms.Form,
}
"""Step -> what it asks."""


@require_GET
@door("team.manage", to=is_administrator)
def everybody(request: KeyedRequest) -> HttpResponse:
    """Everybody who works here, and who is invited."""
    context = {"lines": listing.lines(), "invited": listing.invited(), "done": request.GET.get("done", "")}
    return render(request, f"{PAGES}/everybody.html", context)


@require_http_methods(["GET", "POST"])
@door("team.invite", to=is_administrator)
def newcomer(request: KeyedRequest) -> HttpResponse:
    """Somebody new: an invitation goes out by mail."""
    form = NewcomerForm(request.POST) if request.method == "POST" else NewcomerForm(initial={"once": new_id()})
    if form.is_valid():
        given = dict(form.cleaned_data)
        once, secrecy, wishes = given.pop("once"), given.pop("status"), tuple(given.pop("wishes"))
        plan = Plan(**given, secrecy=secrecy, wishes=wishes)
        if _allowed(form, lambda: actions.add(request.signed_in.person, plan, once=once)):
            return redirect(f"{reverse('team:manage')}?done=added")
    return render(request, f"{PAGES}/newcomer.html", {"form": form})


@require_POST
@door("team.invitation_step", to=is_administrator)
def invited(request: KeyedRequest, invitation: str, step: str) -> HttpResponse:
    """Send an invitation again, or take it back."""
    steps = {"again": (actions.send_again, "sent"), "take-back": (actions.take_back, "taken-back")}
    if step not in steps:
        raise Refused
    act, done = steps[step]
    act(request.signed_in.person, invitation)
    return redirect(f"{reverse('team:manage')}?done={done}")


@require_GET
@door("team.person", to=is_administrator)
def person(request: KeyedRequest, person: str) -> HttpResponse:
    """One colleague, with everything an administrator may do."""
    return _page(request, _colleague(person), {})


@require_POST
@door("team.person_step", to=is_administrator)
def step(request: KeyedRequest, person: str, step: str) -> HttpResponse:
    """One thing at a time; what is not allowed comes back as a sentence beside its form."""
    colleague = _colleague(person)
    if step not in FORMS:
        raise Refused
    form = FORMS[step](request.POST)
    if form.is_valid() and _allowed(form, lambda: _do(request.signed_in.person, colleague, step, form.cleaned_data)):
        return redirect(f"{reverse('team:person', args=[person])}?done={step}")
    return _page(request, colleague, {step: form}, status=200)


def _do(by: str, colleague: Colleague, step: str, given: dict[str, Any]) -> None:
    DOES[step](by, colleague, **given)


def _allowed(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it; a rule that stands in the way becomes a sentence of the form."""
    try:
        act()
    except NotAllowed as sentence:
        form.add_error(None, str(sentence))
        return False
    except Conflict:
        return True  # somebody did it in the same moment: the page shows how it is now
    return True


def _colleague(person: str) -> Colleague:
    found = queries.colleague(person)
    if found is None:
        raise Refused
    return found


def _page(request: KeyedRequest, colleague: Colleague, shown: dict[str, forms.Form], status: int = 200) -> HttpResponse:
    row = Principal.objects.get(id=colleague.principal).verified()
    asked = {name: shown.get(name, kind()) for name, kind in FORMS.items()}
    if "address" not in shown:
        asked["address"] = AddressForm(initial={"email": colleague.email})
    context = {
        "one": colleague,
        "state": row.state,
        "functions": queries.functions_of(colleague.principal),
        "groups": queries.groups_of(colleague.principal),
        "waits": queries.keyless(colleague.principal),
        "bound": queries.bound_by(colleague.principal),
        "asked": asked,
        "open": next(iter(shown), ""),
        "wrong": next(iter(shown.values()), None),
        "left": left_behind(colleague.principal),
        "held": len(leaving.still_held(colleague)),
        "myself": colleague.principal == request.signed_in.person,
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/person.html", context, status=status)
