"""Of which day, and which colleague."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.team import queries as team
from kring.team.form_fields import day_field

TERM = timedelta(hours=72)
"""Within so much time after it was noticed the supervisor hears of it (GDPR art. 33)."""


class DayForm(forms.Form):
    """As of which day."""

    on = day_field(_("As of which day?"), error_messages={"required": _("Choose a day.")})


class DaysForm(forms.Form):
    """From which day to which day, both included; empty for the period that was chosen."""

    first = day_field(_("From which day?"), required=False)
    last = day_field(_("Up to and including which day?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Both days or neither, in their order."""
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if self.errors:
            return given
        if last and not first:
            self.add_error("first", _("Fill in the first day too."))
        elif first and last and first > last:
            self.add_error("last", _("This day comes before the first one."))
        return given


class IncidentForm(forms.Form):
    """Whose device or key was lost, or who is not to be trusted; and when that was noticed."""

    who = forms.ChoiceField(
        label=_("Whose device, key or account?"), error_messages={"required": _("Choose a colleague.")}
    )
    on = day_field(_("On which day was it noticed?"), error_messages={"required": _("Choose a day.")})
    at = forms.TimeField(
        label=_("At what time?"),
        widget=forms.TimeInput(attrs={"type": "time"}),
        error_messages={"required": _("Fill in a time.")},
    )

    def __init__(self, given: Any = None) -> None:
        here = timezone.localtime()
        super().__init__(given, initial={"on": here.date(), "at": here.strftime("%H:%M")})
        people = [(one.principal, one.name) for one in team.everybody()]
        self.fields["who"].choices = [("", _("Choose")), *people]  # type: ignore[attr-defined]  # a choice field

    @property
    def noticed(self) -> datetime:
        """The moment it was noticed."""
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["on"], given["at"]))

    @property
    def hours_left(self) -> int:
        """How many whole hours are left of the 72; 0 when they are over."""
        left = self.noticed + TERM - timezone.now()
        return max(int(left.total_seconds() // 3600), 0)
