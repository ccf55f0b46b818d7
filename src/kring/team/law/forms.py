"""The question of the day of the move."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.form_fields import day_field, text_field


class SwitchForm(forms.Form):
    """From which day, and where it says so. `seen`: the confirmation it was written on."""

    from_on = day_field(_("From which day does the new Criminal Code hold?"))
    source = text_field(
        _("Where was that published?"),
        most=160,
        help_text=_("For instance the day of the Belgian Official Gazette."),
        error_messages={"required": _("Say where that day was published.")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)
