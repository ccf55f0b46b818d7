"""The questions of the directory: words to look for, a file to bring in, one entry."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.services.exchange import LARGEST

STATES = (
    ("active", _("open")),
    ("temporarily closed", _("closed for a while")),
    ("inactive", _("not offered now")),
    ("defunct", _("does not exist any more")),
)


class SearchForm(forms.Form):
    """Words to look for."""

    words = forms.CharField(label=_("What are you looking for?"), max_length=100, required=False)


class FileForm(forms.Form):
    """A file of the standard."""

    file = forms.FileField(
        label=_("File (HSDS 3.0, JSON)"),
        help_text=_("At most 2 MB. What is known already is replaced by what the file says."),
    )

    def clean_file(self) -> bytes:
        """Its bytes, never more than may come in."""
        raw: bytes = self.cleaned_data["file"].read(LARGEST + 1)
        return raw


class EntryForm(forms.Form):
    """What one needs to send somebody there."""

    name = forms.CharField(label=_("Name of the service"), max_length=200)
    organisation = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    description = forms.CharField(
        label=_("What it does"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    phone = forms.CharField(label=_("Phone"), max_length=60, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=200, required=False)
    url = forms.URLField(label=_("Website"), max_length=300, required=False, assume_scheme="https")
    address_1 = forms.CharField(label=_("Street and number"), max_length=200, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    city = forms.CharField(label=_("Town"), max_length=100, required=False)
    hours = forms.CharField(label=_("When"), max_length=600, required=False)
    application_process = forms.CharField(
        label=_("How one comes in"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    eligibility_description = forms.CharField(
        label=_("For whom"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    fees_description = forms.CharField(label=_("What it costs"), max_length=1000, required=False)
    status = forms.ChoiceField(label=_("Now"), choices=STATES)
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)
