"""The places of the trustees: who sits there, asking for a change, and the page of who comes in."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from kring.team import queries
from kring.team.access import is_administrator
from kring.team.enrolment.handed_code import code_for
from kring.team.enrolment.rules import NotAllowed
from kring.team.enrolment.words import words_of
from kring.team.recovering import anew, places
from kring.team.recovering.actions import is_trustee
from kring.team.recovering.places import Place
from kring.team.recovering.views import trustee
from kring.vault import recovery
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import Principal
from kring.vault.refusals import Refused

PAGES = "team/recovering/pages"


def trustee_or_administrator(request: KeyedRequest) -> bool:
    """Who knows that somebody leaves: asking changes nothing yet."""
    return trustee(request) or is_administrator(request)


def comes_in_or_is_in(request: KeyedRequest) -> bool:
    """Who was asked to take a place, or took one."""
    if not hasattr(request, "signed_in"):
        return False
    person = request.signed_in.person
    return is_trustee(person) or places.of_newcomer(person) is not None or anew.names(person)


class ChangeForm(forms.Form):
    """Who goes and who comes."""

    leaves = forms.ChoiceField(label=_("Whose place?"))
    comes = forms.ChoiceField(
        label=_("Who takes it?"),
        help_text=_("Somebody who is there in ten years: in no circle, and no administrator."),
    )

    def __init__(self, given: Any, there: list[Place]) -> None:
        super().__init__(given)
        seats = [(one.person, one.name or _("the empty place")) for one in there]
        who = [(one.principal, one.name) for one in places.candidates(there)]
        self.fields["leaves"].choices = [("", _("Choose")), *seats]  # type: ignore[attr-defined]  # a choice field
        self.fields["comes"].choices = [("", _("Choose")), *who]  # type: ignore[attr-defined]  # a choice field


@require_http_methods(["GET", "POST"])
@door("recovery.places", to=trustee_or_administrator)
def the_three(request: KeyedRequest) -> HttpResponse:
    """Who the trustees are, and asking that one of them changes."""
    there = places.places()
    form = ChangeForm(request.POST if request.method == "POST" else None, there)
    if request.method == "POST" and form.is_valid():
        try:
            places.ask(request.signed_in.person, **form.cleaned_data)
            return redirect(f"{reverse('team:trustees')}?done=asked")
        except NotAllowed as sentence:
            form.add_error(None, str(sentence))
    row = places.under_way()
    names = queries.colleagues([row.receiver] if row else [])
    context = {
        "places": there,
        "few": sum(not one.lost and not one.empty for one in there) < places.NEEDED,
        "form": form,
        "under_way": row,
        "newcomer": names[row.receiver].name if row and row.receiver in names else "",
        "trustee": any(one.person == request.signed_in.person and not one.lost for one in there),
        "done": request.GET.get("done", ""),
    }
    return render(request, f"{PAGES}/trustees.html", context)


@require_GET
@door("recovery.place", to=comes_in_or_is_in)
def place(request: KeyedRequest) -> HttpResponse:
    """Who comes in: the words and the code for two trustees; afterwards what a trustee keeps, and where."""
    person = request.signed_in.person
    colleague = queries.colleague(person)
    if colleague is None:
        raise Refused
    row = Principal.objects.get(id=person).verified()
    asked = places.of_newcomer(person)
    context = {
        "one": colleague,
        "words": words_of(row),
        "anew": asked is None and not is_trustee(person),
        "code": code_for(colleague, row) if asked else "",
        "ready_at": asked.asked_at + recovery.WAIT if asked else None,
        "others": [one.name for one in places.places() if one.person != person and not one.empty and not one.lost],
    }
    return render(request, f"{PAGES}/place.html", context)
