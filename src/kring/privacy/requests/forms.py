"""Taking a request down."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.privacy.access.rules import Role, against
from kring.privacy.access.words import ROLES
from kring.privacy.requests.models import PersonRequest
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id

Kind = PersonRequest.Kind


class RequestForm(forms.Form):
    """What is asked, by whom, since when. age, judged: of the client, as far as they are known (MIN-03)."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    kind = forms.ChoiceField(label=_("What is asked?"), choices=Kind.choices, widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Who asks?"), choices=list(ROLES.items()), widget=forms.RadioSelect)
    words = text_field(_("In their own words"), rows=True, most=4000, required=False)
    asked_on = day_field(_("Asked on"))

    beside = {"kind": {"access": "doc"}}

    def __init__(self, given: Any = None, *, age: int | None, judged: str) -> None:
        super().__init__(given, initial={"once": new_id(), "asked_on": today(), "kind": Kind.ACCESS})
        self.age, self.judged = age, judged

    def clean_asked_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["asked_on"]
        if day > today():
            raise forms.ValidationError(gettext("That day has not come yet. Look at the date."))
        return day

    def clean(self) -> dict[str, Any]:
        """Who may ask (MIN-03, MIN-04)."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("role") and (why := against(Role(given["role"]), self.age, self.judged)):
            self.add_error("role", str(why))
        return given
