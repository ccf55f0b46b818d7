"""The one question of the week, answered in two taps; one's last answer stands above it."""

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.desk.checkin import queries, sealing
from kring.support.desk.checkin.content import CheckIn, Room
from kring.team.clock import today
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

ROOMS = {Room.ROOM: _("still room"), Room.RIGHT: _("just right"), Room.TOO_MUCH: _("too much")}
LONGEST = 300


class CheckInForm(forms.Form):
    """How it goes, and a sentence for who wants."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    room = forms.ChoiceField(label=_("How is your work?"), choices=[*ROOMS.items()], widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Do you want to add something?"),
        help_text=_("About your work. Name no client."),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _asked(request: KeyedRequest) -> bool:
    session = getattr(request, "signed_in", None)
    return session is not None and queries.is_asked(session.person)


@door("checkin.say", to=_asked)
@require_http_methods(["GET", "POST"])
def view(request: KeyedRequest) -> HttpResponse:
    """Say it, or say it anew; what was said in another window meanwhile is shown beside it."""
    own = queries.own(request.signed_in)
    form = CheckInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        said = CheckIn(today(), Room(given["room"]), given["words"])
        if said == own.said:
            return HttpResponseRedirect(reverse("desk:today"))
        try:
            sealing.say(request.signed_in, said, seen=given["seen"])
            return HttpResponseRedirect(reverse("desk:today"))
        except Conflict:
            return _page(request, form, queries.own(request.signed_in), status=409)
    return _page(request, form, own)


def _page(request: KeyedRequest, form: CheckInForm, own: queries.Own, status: int = 200) -> HttpResponse:
    shown = {"form": form, "own": own, "room": ROOMS[own.said.room] if own.said else "", "conflict": status == 409}
    return render(request, "support/desk/checkin/pages/checkin.html", shown, status=status)
