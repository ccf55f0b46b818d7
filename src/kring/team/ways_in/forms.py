"""Forms of one's own ways in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.ways_in.password_rules import LONGEST, WeakPassword, check_password

PLACES = {"phone": _("My phone"), "computer": _("This computer"), "key": _("A security key (USB)")}


class PasskeyForm(forms.Form):
    """Where a new passkey lives: tells its owner later which one is on the phone that got lost."""

    place = forms.ChoiceField(label=_("Where does it live?"), choices=list(PLACES.items()), widget=forms.RadioSelect)


class PasswordForm(forms.Form):
    """A new password, typed once: it may be pasted, and a colleague can always be let back in."""

    password = forms.CharField(
        label=_("New password"),
        help_text=_(
            "At least 14 signs. Four words you choose by chance are good: you remember them, nobody guesses them."
        ),
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput,
    )

    def __init__(self, *given: Any, about: Iterable[str] = (), **named: Any) -> None:
        super().__init__(*given, **named)
        self.about = tuple(about)

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            check_password(password, self.about)
        except WeakPassword as weak:
            raise forms.ValidationError(str(weak)) from None
        return password


class CodeForm(forms.Form):
    """Codes of an app beside a password: the password once more, since its slot is sealed anew, and a first code."""

    password = forms.CharField(label=_("Your password"), max_length=LONGEST, strip=False, widget=forms.PasswordInput)
    code = forms.CharField(label=_("The code your app shows now"), max_length=12)
