"""The note one writes while locked."""

from django import forms
from django.utils.translation import gettext_lazy as _

HOW = {"street": _("Street"), "phone": _("Phone call"), "chat": _("Message"), "other": _("Something else")}
LONGEST = 1000


class NoteForm(forms.Form):
    """A few words, and how it went if one likes."""

    text = forms.CharField(
        label=_("What must you not forget?"),
        help_text=_("No name needed. A word that you recognise is enough."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"data-counter": "text-n"}),
    )
    how = forms.ChoiceField(label=_("How?"), choices=list(HOW.items()), required=False, widget=forms.RadioSelect)

    beside = {"how": {"street": "street", "phone": "phone", "chat": "chat"}}
