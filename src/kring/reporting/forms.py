"""What somebody asks of the figures: a day, and who the table is for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.reporting.content import ASKED_FOR


class DayForm(forms.Form):
    """A day, and an audience (public unless said otherwise)."""

    on = forms.DateField(label=_("On the day"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    audience = forms.ChoiceField(choices=[(each.value, each.value) for each in ASKED_FOR], required=False)
