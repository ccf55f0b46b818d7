"""The questions of whoever words the letters: one text, the facts of the town, and a note for a hearing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team.form_fields import day_field
from kring.team.wording.letters import FACTS, LANGUAGES

LONG_FACTS = ("team_address", "dpo", "supervisor", "complaints", "read_when", "help_now")


class WordForm(forms.Form):
    """The text of a letter. `seen`: the version it was written on."""

    text = forms.CharField(
        label=_("Text"),
        max_length=20_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22}),
        error_messages={"required": _("A letter needs a text.")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)


class FactsForm(forms.Form):
    """The facts of the town, each of which may stay empty."""

    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in FACTS.items():
            long = forms.Textarea(attrs={"rows": 2}) if code in LONG_FACTS else None
            self.fields[code] = forms.CharField(label=str(name), required=False, max_length=600, widget=long)


class SilenceForm(forms.Form):
    """For which day the article is looked up, and in which language."""

    on = day_field(_("Day"))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
