"""The page of taking longer over a request."""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.privacy.requests import actions
from kring.privacy.requests.longer import TooLate, may_take_longer, take_longer
from kring.privacy.requests.queries import Known
from kring.privacy.requests.views import HERE, line
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened
from kring.team.clock import today
from kring.team.drafts import actions as drafts
from kring.team.form_fields import day_field, text_field
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict


class LongerForm(forms.Form):
    """Why, and when the person was told."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    why = text_field(
        _("Why does it take longer?"),
        rows=True,
        most=1000,
        help_text=_("As you told the person: it is much, or hard to find."),
        error_messages={"required": _("Say why it takes longer.")},
    )
    told_on = day_field(
        _("On which day did you tell the person?"),
        error_messages={"required": _("Tell the person first: choose the day on which you did.")},
    )


@door("privacy.longer")
@require_http_methods(["GET", "POST"])
def longer(request: KeyedRequest, dossier: str, asked: str) -> HttpResponse:
    """Two months more, once."""
    opened = actions.enter(request.signed_in, dossier, act="privacy.longer")
    known = actions.find(opened, asked)
    if request.method == "GET":
        return _page(opened, known, LongerForm(initial={"once": new_id(), "told_on": today()}), request)
    form = LongerForm(request.POST)
    if not form.is_valid():
        return _page(opened, known, form, request, status=422)
    given = form.cleaned_data
    try:
        take_longer(opened, known, why=given["why"], told_on=given["told_on"], once=given["once"])
    except TooLate as reason:
        form.add_error(reason.field or None, str(reason.sentence))
        return _page(opened, known, form, request, status=422)
    except Conflict:
        return _page(opened, actions.find(opened, asked), form, request, status=409)
    drafts.accepted(request)
    return HttpResponseRedirect(reverse("privacy:longer", args=[dossier, asked]))


def _page(opened: Opened, known: Known, form: LongerForm, request: KeyedRequest, status: int = 200) -> HttpResponse:
    late = status == 409
    shown = {
        "frame": frame(opened.dossier, opened.summary, HERE),
        "one": line(known),
        "form": form if late or may_take_longer(known, today()) or form.is_bound else None,
        "late": late,
    }
    return render(request, "privacy/requests/pages/longer.html", shown, status=status)
