"""The forms of a party's page: giving it, the word before it, and what the party writes on it."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kring.mediation.files.codelists import Willing
from kring.team.form_fields import text_field
from kring.team.once_forms import OnceForm

TAKES_PART = [
    (Willing.YES.value, _("Yes, I want to talk with the mediator")),
    (Willing.DOUBTS.value, _("I have doubts, call me")),
    (Willing.NO.value, _("No, I stop")),
]


class PageForm(OnceForm):
    """Where the link goes, and with which word it opens."""

    to = forms.EmailField(label=_("To which e-mail address?"), max_length=160)
    word = text_field(
        _("Which word did you agree on?"), most=40, help_text=_("Say it by phone. It stands in no mail and in no list.")
    )
    when = text_field(
        _("When and where do you see each other?"), most=120, required=False, help_text=_("This party alone reads it.")
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)


class WordForm(forms.Form):
    """The agreed word; nothing is shown before it fits."""

    word = text_field(_("The word we agreed on"), most=40, help_text=_("You heard it from us by phone."))


class OwnForm(forms.Form):
    """What a party writes, with the word once more: nothing is remembered between two pages."""

    word = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    wish = text_field(_("What do you want to change?"), rows=True, most=400, required=False)
    willing = forms.ChoiceField(
        label=_("Do you take part?"), choices=TAKES_PART, widget=forms.RadioSelect, required=False
    )

    def clean(self) -> dict[str, Any]:
        """One of the two at least."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not given.get("wish") and not given.get("willing"):
            self.add_error("wish", _("Write something, or choose an answer."))
        return given
