"""An appointment with a client: a day and an hour; the rest may stay empty."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.appointments.codelists import ICONS, Way
from kring.support.contacts.appointments.content import Meeting
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id


def _line(label: Any, longest: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False)


class AppointmentForm(forms.Form):
    """When, how, where."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = day_field(_("Day"))
    hour = forms.TimeField(label=_("Hour"), widget=forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M"))
    way = forms.ChoiceField(label=_("How do you meet?"), choices=Way.choices, widget=forms.RadioSelect)
    place = _line(_("Place"), 120)
    along = _line(_("Who else is there?"), 120)
    about = _line(_("What about, in one line"), 200)

    beside = {"way": ICONS}

    def meeting(self, by: str) -> Meeting:
        """What was agreed, once the form is valid."""
        given = self.cleaned_data
        at = timezone.make_aware(datetime.combine(given["day"], given["hour"]))
        return Meeting(at, given["way"], by, given["place"], given["along"], given["about"])


def first(meeting: Meeting | None = None, seen: int = 0) -> dict[str, Any]:
    """What a fresh form begins with: nothing, or an appointment as it stands."""
    if meeting is None:
        return {"once": new_id(), "way": Way.HOME}
    at = timezone.localtime(meeting.at)
    told = {"place": meeting.place, "along": meeting.along, "about": meeting.about, "way": meeting.way}
    return {"seen": seen, "day": at.date(), "hour": at.time(), **told}
