"""When a colleague is free for a talk: a day, from when till when, and where."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.intake.moments import rules
from kring.support.intake.moments.rules import NotPublished
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time", "step": 300}, format="%H:%M"))


class PublishForm(forms.Form):
    """Moments to publish; every half hour in between becomes one."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    day = day_field(_("Day"))
    begins = _hour(_("From"))
    ends = _hour(_("Until"))
    place = forms.CharField(
        label=_("Where"),
        max_length=80,
        help_text=_("The referrer reads this after you confirm, not before."),
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id()})
        self.starts: list[datetime] = []

    def clean(self) -> dict[str, Any]:
        """The half hours, in `starts`."""
        given = super().clean() or {}
        if {"day", "begins", "ends"} <= given.keys():
            try:
                rules.check_day(given["day"], today())
                self.starts = rules.half_hours(given["day"], given["begins"], given["ends"])
            except NotPublished as reason:
                self.add_error(reason.field, str(reason.sentence))
        return given
