"""The page on which a rhythm is agreed. What somebody else agreed meanwhile is shown, never written over."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kring.support.dossier import words
from kring.support.dossier.actions import change_summary_as_read
from kring.support.dossier.frame import frame
from kring.support.dossier.opening import Opened, opening
from kring.team.clock import today
from kring.vault.acts import acting
from kring.vault.doors import KeyedRequest, door
from kring.vault.refusals import Conflict

NONE, OTHER = "none", "other"
LONGEST = 180
CHOICES = (
    ("7", _("Every week")),
    ("14", _("Every two weeks")),
    ("21", _("Every three weeks")),
    ("28", _("Every four weeks")),
    (OTHER, _("Every so many days")),
    (NONE, _("No rhythm agreed")),
)


class RhythmForm(forms.Form):
    """How often; `rhythm_days` after it was found valid."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    often = forms.ChoiceField(label=_("How often did you agree on?"), choices=CHOICES, widget=forms.RadioSelect)
    days = forms.IntegerField(label=_("So many days"), required=False, min_value=1, max_value=LONGEST)

    rhythm_days: int | None = None

    def clean(self) -> dict[str, Any]:
        """The rhythm in days, None for none."""
        given = super().clean() or {}
        often = given.get("often", NONE)
        if often == OTHER and not given.get("days") and "days" not in self.errors:
            self.add_error("days", _("Write how many days."))
        self.rhythm_days = None if often == NONE else given.get("days") if often == OTHER else int(often)
        return given


@door("desk.rhythm")
@require_http_methods(["GET", "POST"])
def rhythm(request: KeyedRequest, dossier: str) -> HttpResponse:
    """Agree on a rhythm, or that there is none."""
    opened = opening(request.signed_in, dossier, act="desk.rhythm")
    now, seen = opened.summary.rhythm_days, opened.dossier.summary.revision
    form = RhythmForm(request.POST if request.method == "POST" else None, initial=_first(now))
    if request.method == "POST" and form.is_valid():
        try:
            agree(opened, form.rhythm_days, seen=form.cleaned_data["seen"])
        except Conflict:
            opened = opening(request.signed_in, dossier, act="desk.rhythm")
            return _page(request, opened, form, opened.dossier.summary.revision, status=409)
        return HttpResponseRedirect(reverse("desk:dossier", args=[dossier]))
    return _page(request, opened, form, seen)


def agree(opened: Opened, rhythm_days: int | None, *, seen: int) -> None:
    """Write the rhythm down, from today on. `seen`: the revision of the summary. Raises `Conflict`, `Refused`."""
    if opened.dossier.summary.revision != seen:
        raise Conflict
    if opened.summary.rhythm_days == rhythm_days:
        return
    since = today() if rhythm_days else None
    with acting("desk.rhythm", by=opened.keys.actor, on=[opened.dossier.id]) as act:
        change_summary_as_read(act, opened.keys, opened.dossier.summary, rhythm_days=rhythm_days, rhythm_from=since)


def _first(now: int | None) -> dict[str, Any]:
    if now is None:
        return {"often": NONE}
    return {"often": str(now)} if str(now) in dict(CHOICES) else {"often": OTHER, "days": now}


def _page(request: KeyedRequest, opened: Opened, form: RhythmForm, seen: int, status: int = 200) -> HttpResponse:
    shown = {
        "frame": frame(opened.dossier, opened.summary, "desk:dossier"),
        "form": form,
        "seen": seen,
        "now": words.rhythm(opened.summary.rhythm_days),
        "conflict": status == 409,
    }
    return render(request, "support/desk/pages/rhythm.html", shown, status=status)
