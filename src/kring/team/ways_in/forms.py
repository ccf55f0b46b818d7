"""Forms of one's own ways in."""

from django import forms
from django.utils.translation import gettext_lazy as _

PLACES = {"phone": _("My phone"), "computer": _("This computer"), "key": _("A security key (USB)")}


class PasskeyForm(forms.Form):
    """Where a new passkey lives: tells its owner later which one is on the phone that got lost."""

    place = forms.ChoiceField(label=_("Where does it live?"), choices=list(PLACES.items()), widget=forms.RadioSelect)
