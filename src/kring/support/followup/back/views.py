"""Going out alone in the evening: saying where, pressing back, and looking after somebody who did not."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kring.support.followup.back import actions
from kring.support.followup.content import WhereToGo
from kring.support.followup.models import EveningOut
from kring.team import queries as team
from kring.team.access import colleague_only
from kring.team.drafts import actions as drafts
from kring.team.names import name_of
from kring.vault.doors import KeyedRequest, door
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict

DONE = {
    "out": gettext_lazy("Go safely. Press Back when you are there again."),
    "back": gettext_lazy("Good that you are back. What you wrote is destroyed; nobody read it."),
    "settled": gettext_lazy("Good. What was written is destroyed."),
}


class OutForm(forms.Form):
    """Where to, with whom to be reached, until when, and who watches."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    where = forms.CharField(
        label=gettext_lazy("Where do you go?"),
        max_length=300,
        widget=forms.Textarea,
        help_text=gettext_lazy("Sealed. Your colleague can open it only when you are not back in time."),
        error_messages={"required": gettext_lazy("A few words are enough.")},
    )
    reach = forms.CharField(label=gettext_lazy("How can one reach you?"), max_length=80, required=False)
    until = forms.TimeField(
        label=gettext_lazy("Back by"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    watcher = forms.ChoiceField(
        label=gettext_lazy("Who watches?"), error_messages={"required": gettext_lazy("Choose a colleague.")}
    )

    def __init__(self, people: list[tuple[str, str]], given: Any = None) -> None:
        soon = timezone.localtime() + timedelta(hours=2)
        super().__init__(given, initial={"once": new_id(), "until": soon.time()}, auto_id="out-%s")
        self.fields["watcher"].choices = [("", _("Choose a colleague")), *people]  # type: ignore[attr-defined]

    @property
    def due_at(self) -> datetime:
        """The next moment at which the clock shows that hour."""
        now = timezone.localtime()
        due = now.replace(
            hour=self.cleaned_data["until"].hour, minute=self.cleaned_data["until"].minute, second=0, microsecond=0
        )
        return due if due > now else due + timedelta(days=1)


@door("followup.back", to=colleague_only)
@require_http_methods(["GET", "POST"])
def back(request: KeyedRequest) -> HttpResponse:
    """Say where I go; what is under way; who did not come back in time and chose me."""
    me = request.signed_in.person
    form = OutForm(actions.watchers(me), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        where = WhereToGo(given["where"], given["reach"])
        actions.go(request.signed_in, given["watcher"], where, form.due_at, once=given["once"])
        drafts.accepted(request)
        return _back("out")
    out = EveningOut.objects.filter(person=me).exclude(state=EveningOut.State.BACK).order_by("due_at")
    called = EveningOut.objects.filter(watcher=me, state=EveningOut.State.CALLED).order_by("due_at")
    rows = [row.verified() for row in [*out, *called]]
    names = team.colleagues({who for row in rows for who in (row.person, row.watcher)})
    context = {
        "form": form,
        "out": [(row.id, _hour(row.due_at), name_of(names, row.watcher)) for row in rows if row.person == me],
        "called": [(row.id, _hour(row.due_at), name_of(names, row.person)) for row in rows if row.watcher == me],
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "support/followup/pages/back.html", context)


@door("followup.pressed_back")
@require_POST
def pressed(request: KeyedRequest, evening: str) -> HttpResponse:
    """I am back."""
    actions.back(request.signed_in, evening)
    return _back("back")


@door("followup.where")
@require_GET
def where(request: KeyedRequest, evening: str) -> HttpResponse:
    """Where somebody went who is not back."""
    row, told = actions.read(request.signed_in, evening)
    names = team.colleagues({row.person})
    context = {"row": row, "told": told, "name": name_of(names, row.person), "due": _hour(row.due_at)}
    return render(request, "support/followup/pages/where.html", context)


@door("followup.settle")
@require_POST
def settle(request: KeyedRequest, evening: str) -> HttpResponse:
    """All is well."""
    try:
        actions.settle(request.signed_in, evening)
    except Conflict:
        return _back("settled")
    return _back("settled")


def _hour(at: datetime) -> str:
    return date_format(timezone.localtime(at), "H.i")


def _back(done: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('followup:back')}?done={done}")
