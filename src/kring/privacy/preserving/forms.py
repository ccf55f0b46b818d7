"""The one question before a file for an archive is made."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.privacy.preserving.models import Archive


class PreserveForm(forms.Form):
    """To which archive, and that it goes there."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    to = forms.ChoiceField(
        label=_("Which archive gets it?"),
        choices=Archive.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which archive gets it.")},
    )
    sure = forms.BooleanField(
        label=_("I give the file to this archive, and keep no copy"),
        error_messages={"required": _("Tick this first: the file goes to the archive, and to nobody else.")},
    )
