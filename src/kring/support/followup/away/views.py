"""One page: when I am away, who is away now, and one button for who did not turn up."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kring.support.followup.away import actions, lists
from kring.team.access import colleague_only
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id

DONE = {
    "planned": gettext_lazy("It is written down. Nothing moves: your deputies see what lies there."),
    "said": gettext_lazy("It is written down. The deputies see the list now."),
    "ended": gettext_lazy("It is taken back."),
}


class AwayForm(forms.Form):
    """From when until when; never why."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    from_on = day_field(gettext_lazy("From which day?"))
    until_on = day_field(gettext_lazy("Until and with"))

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id()}, auto_id="away-%s")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("until_on") and given["until_on"] < today():
            self.add_error("until_on", _("This day is over already."))
        if given.get("from_on") and given.get("until_on") and given["until_on"] < given["from_on"]:
            self.add_error("until_on", _("The last day comes after the first."))
        return given


@door("followup.away", to=colleague_only)
@require_http_methods(["GET", "POST"])
def away(request: KeyedRequest) -> HttpResponse:
    """My days away, and the lists of whom I stand in for."""
    form = AwayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actions.plan(request.signed_in, given["from_on"], given["until_on"], once=given["once"])
        return _back("planned")
    context = {
        "form": form,
        "mine": lists.mine(request.signed_in.person, today()),
        "others": lists.others(request.signed_in, today()),
        "not_here": lists.not_here_yet(request.signed_in, today()),
        "once": new_id(),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "support/followup/pages/away.html", context)


@door("followup.not_here")
@require_POST
def not_here(request: KeyedRequest, person: str) -> HttpResponse:
    """Somebody did not turn up."""
    actions.not_here(request.signed_in, person, once=request.POST.get("once", ""))
    return _back("said")


@door("followup.away_end")
@require_POST
def end(request: KeyedRequest, absence: str) -> HttpResponse:
    """Take it back."""
    actions.end(request.signed_in, absence)
    return _back("ended")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('followup:away')}?done={done}")
