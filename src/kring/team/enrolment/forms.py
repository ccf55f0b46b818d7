"""The questions at the door: a password twice behind a link, and the code and the words of who is let in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.ways_in.password_rules import LONGEST


class PasswordForm(forms.Form):
    """A new password, typed twice; `once` names this sending."""

    password = forms.CharField(
        label=_("Your password"),
        help_text=_("At least 14 signs. A few words in a row is good: it need not be difficult, it must be long."),
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": _("Take at least 14 signs. Four or five words in a row are easy to remember.")},
    )
    again = forms.CharField(
        label=_("The same password again"),
        max_length=LONGEST,
        strip=False,
        widget=forms.PasswordInput,
        error_messages={"required": _("The two are not the same. Type them again.")},
    )
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)


class AdmitForm(forms.Form):
    """What two people do at one table: compare the words, hand over the code."""

    same_words = forms.BooleanField(label=_("The same four words are on the other screen"), required=False)
    code = forms.CharField(
        label=_("The code on the other screen"),
        max_length=20,
        error_messages={"required": _("Ask your colleague for the code.")},
    )
