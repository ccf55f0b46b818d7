"""The code a referrer got."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """One field. What does not fit is said by the view, the same for whatever does not."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        required=False,
        help_text=_("Four times four signs, like M82R-7VTC-2XKD-9HQ4. You got it when you referred."),
    )
