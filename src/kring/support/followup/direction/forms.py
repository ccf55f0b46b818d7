"""The forms of case direction."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.words import MODES
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id


class AlongForm(forms.Form):
    """Who works along, until when."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    person = forms.ChoiceField(label=_("Who works along?"), error_messages={"required": _("Choose a colleague.")})
    until = day_field(
        _("Until when?"), required=False, help_text=_("After that day the keys close by themselves. Empty: you end it.")
    )

    def __init__(self, people: Sequence[tuple[str, str]], given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id()}, auto_id="along-%s")
        self.fields["person"].choices = [("", _("Choose a colleague")), *people]  # type: ignore[attr-defined]

    def clean_until(self) -> Any:
        """A day to come."""
        until = self.cleaned_data["until"]
        if until is not None and until < today():
            raise forms.ValidationError(_("This day is over already."))
        return until


class ModeForm(forms.Form):
    """How we work from a day on."""

    mode = forms.ChoiceField(label=_("How do we work?"), choices=list(MODES.items()))
    from_on = day_field(_("From which day?"))

    def __init__(self, given: Any = None, *, mode: str = "") -> None:
        super().__init__(given, initial={"mode": mode, "from_on": today()}, auto_id="mode-%s")
