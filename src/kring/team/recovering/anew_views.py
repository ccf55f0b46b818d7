"""Two trustees are gone: what is left, and founding recovery anew by two offices."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from kring.team import queries
from kring.team.access import holds_office
from kring.team.enrolment.rules import NotAllowed
from kring.team.enrolment.words import words_of
from kring.team.recovering import anew as founding
from kring.team.recovering import places, renewing
from kring.team.recovering.change_views import trustee_or_administrator
from kring.vault.doors import KeyedRequest, door
from kring.vault.models import Principal
from kring.vault.refusals import Conflict, Refused

in_office = holds_office(*founding.OFFICES)


def may_look(request: KeyedRequest) -> bool:
    """Administrator, trustees, and the offices that confirm."""
    return trustee_or_administrator(request) or in_office(request)


class NamesForm(forms.Form):
    """Three people."""

    people = forms.MultipleChoiceField(
        label=_("Who become trustees? Choose three."),
        help_text=_("People who are there in ten years: in no circle, and no administrator."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose three people.")},
    )

    def __init__(self, given: Any, there: list[places.Place]) -> None:
        super().__init__(given)
        stay = [(one.person, one.name) for one in there if not one.lost and not one.empty]
        who = [(one.principal, one.name) for one in places.candidates(there)]
        self.fields["people"].choices = [*stay, *who]  # type: ignore[attr-defined]  # a choice field


class WordsForm(forms.Form):
    """That the words were compared, with each of the three."""

    same_words = forms.BooleanField(label=_("I sat with each of the three, and the words are the same"), required=False)


@require_http_methods(["GET", "POST"])
@door("recovery.anew", to=may_look)
def anew(request: KeyedRequest) -> HttpResponse:
    """What is left without two trustees, what to do, and asking for it."""
    there = places.places()
    form = NamesForm(request.POST if request.method == "POST" else None, there)
    if request.method == "POST" and form.is_valid():
        try:
            founding.ask(request.signed_in.person, form.cleaned_data["people"])
            return redirect(f"{reverse('team:anew')}?done=asked")
        except NotAllowed as sentence:
            form.add_error("people", str(sentence))
        except Conflict:
            return redirect("team:anew")  # somebody else asked just now: the page says what is under way
    return _page(request, there, form)


@require_POST
@door("recovery.anew_step", to=may_look)
def step(request: KeyedRequest, step: str) -> HttpResponse:
    """Confirm for an office, or stop it as a trustee."""
    form = WordsForm(request.POST)
    try:
        if step == "stop":
            founding.stop(request.signed_in.person)
        elif step == "confirm" and form.is_valid():
            if founding.confirm(request.signed_in.person, **form.cleaned_data):
                step = "done"
        else:
            raise Refused
    except NotAllowed as sentence:
        form.add_error("same_words", str(sentence))
        there = places.places()
        return _page(request, there, NamesForm(None, there), form)
    except Conflict:
        raise Refused from None
    return redirect(f"{reverse('team:anew')}?done={step}")


def _page(
    request: KeyedRequest, there: list[places.Place], form: NamesForm, words: WordsForm | None = None
) -> HttpResponse:
    me, row, key = request.signed_in.person, founding.under_way(), queries.recovery()
    named = row.trustees.split() if row else []
    names = queries.colleagues([*named, *([row.asked_by, row.confirmed_by] if row else [])])
    keys = {one.id: one.verified() for one in Principal.objects.filter(id__in=named)}
    context = {
        "left": [one.name for one in there if not one.lost and not one.empty],
        "form": form,
        "words": words or WordsForm(),
        "row": row,
        "stands": row is not None and founding.stands(row, there),
        "three": [{"name": names[who].name, "words": words_of(keys[who])} for who in named if who in names],
        "asked_by": names[row.asked_by].name if row and row.asked_by in names else "",
        "confirmed_by": names[row.confirmed_by].name
        if row and row.confirmed_by in names and founding.confirmed(row)
        else "",
        "ready_at": founding.ready_at(row) if row else None,
        "may_confirm": row is not None and founding.may_confirm(row, me),
        "may_stop": any(one.person == me and not one.lost for one in there),
        "lacks": renewing.lacks(key) if key else 0,
        "done": request.GET.get("done", ""),
    }
    return render(request, "team/recovering/pages/anew.html", context)
