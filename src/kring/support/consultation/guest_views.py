"""The link of a guest: code first, then the invitation and his own lines, then whether he comes. No account.

Looking changes nothing, since scanners of mail follow every link. A wrong code, a link that ended, was withdrawn or
guessed get one and the same answer. Whoever tries many waits.
"""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kring.support.consultation import words
from kring.support.consultation.content import TableAnswer
from kring.support.consultation.guests import OpenSeat, answer_by_link, open_seat
from kring.support.consultation.rules import NotNow
from kring.support.dossier.words import day
from kring.support.intake.callwords import call_word
from kring.support.intake.codes import tidy
from kring.support.intake.status import guesses
from kring.support.intake.status.guesses import TooMany
from kring.team.address import address_of
from kring.team.form_fields import text_field
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

PAGES = "support/consultation/pages"


class CodeForm(forms.Form):
    """The code a guest heard from us."""

    code = forms.CharField(
        label=gettext_lazy("Your code"),
        max_length=40,
        help_text=gettext_lazy("Two times four signs, like M82R-7VTC. You heard it from us."),
    )


class GuestForm(forms.Form):
    """Whether he comes, with the code once more: nothing is remembered between two pages."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    answer = forms.ChoiceField(
        label=gettext_lazy("Do you come?"),
        choices=[
            ("yes", gettext_lazy("Yes, I come")),
            ("perhaps", gettext_lazy("Perhaps, or a part of it")),
            ("no", gettext_lazy("No, I do not come")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one of the three.")},
    )
    words = text_field(gettext_lazy("Do you want to say something with it?"), rows=True, most=1000, required=False)


@door("consultation.guest", public=True)
@require_http_methods(["GET", "POST"])
def guest(request: KeyedRequest, token: str) -> HttpResponse:
    """Ask for the code; with the code show what lies behind the link; with an answer drop it in the letterbox."""
    if request.method == "GET":
        return _show(request, "guest_code", {"form": CodeForm()})
    try:
        guesses.check(address_of(request))
        opened = open_seat(token, request.POST.get("code", ""))
        return _answer(request, opened) if "once" in request.POST else _extract(request, opened, None)
    except TooMany:
        said = _("Many codes were tried from this place. Wait half an hour, or call us.")
        return _refuse(request, said, status=429)
    except Refused:
        return _refuse(request, _("This code does not open this link, or the link is over. Call us."))


def _answer(request: KeyedRequest, opened: OpenSeat) -> HttpResponse:
    form = GuestForm(request.POST)
    if not form.is_valid():
        return _extract(request, opened, form)
    given = form.cleaned_data
    try:
        answer_by_link(opened, TableAnswer(given["answer"], given["words"]), once=given["once"])
    except NotNow as reason:
        form.add_error(None, str(reason.sentence))
        return _extract(request, opened, form)
    except Conflict:
        pass
    return _show(request, "guest_thanks", {})


def _extract(request: KeyedRequest, opened: OpenSeat, form: GuestForm | None) -> HttpResponse:
    code, shown = tidy(request.POST.get("code", "")), opened.shown
    if form is None:
        form = GuestForm(initial={"code": code, "once": f"{opened.invitation.principal}.{new_id()}"})
    context: dict[str, Any] = {
        "form": form,
        "shown": shown,
        "moment": words.moment(shown.at),
        "until": day(shown.until) if shown.until else "",
        "callword": call_word(opened.invitation.consultation_id),
    }
    return _show(request, "guest", context)


def _refuse(request: KeyedRequest, said: str, status: int = 404) -> HttpResponse:
    form = CodeForm({"code": ""})
    form.errors["code"] = form.error_class([said])
    return _show(request, "guest_code", {"form": form}, status=status)


def _show(request: KeyedRequest, page: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(request, f"{PAGES}/{page}.html", {**context, "page_path": request.path}, status=status)
