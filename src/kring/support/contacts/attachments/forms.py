"""What goes with a file: what it is, if one likes. The file itself is read by the handler, not by the form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.attachments.codelists import Sort


class AttachForm(forms.Form):
    """All of it may stay empty."""

    sort = forms.ChoiceField(label=_("What is it?"), choices=Sort.choices, required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In a few words"),
        max_length=120,
        required=False,
        help_text=_("What you will know it by. Only what is needed."),
    )
