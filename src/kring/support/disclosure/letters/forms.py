"""What a letter asks of its writer: the language, and the placeholders of the letter that only the writer knows."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.team.wording.letters import LANGUAGES, Letter

LABELS: dict[str, Promise] = {
    "name": _("What do you call the person?"),
    "day": _("When is the talk?"),
    "place": _("Where is the talk?"),
    "organisation": _("To which organisation?"),
    "service": _("To which service?"),
    "request": _("What do you ask, in words agreed with the person?"),
}
HINTS: dict[str, Promise] = {
    "name": _("A first name or a nickname is enough."),
    "day": _("As you would say it: Wednesday 10 March at 2 pm."),
    "request": _("Only what this service needs to know."),
}
LONG = ("request",)


class LetterForm(forms.Form):
    """All fields may stay empty: what is not known becomes a line to fill in by hand."""

    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGES)

    def __init__(self, letter: Letter, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in letter.asks:
            long = name in LONG
            self.fields[name] = forms.CharField(
                label=str(LABELS[name]),
                help_text=str(HINTS.get(name, "")),
                required=False,
                max_length=4000 if long else 160,
                widget=forms.Textarea(attrs={"rows": 6, "data-minimise": ""}) if long else None,
            )
