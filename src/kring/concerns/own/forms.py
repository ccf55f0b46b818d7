"""The forms of a partner's page: the word before it, a new concern, and a line in a thread."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.concerns.threads.codelists import Knows, Sign
from kring.concerns.threads.content import Written
from kring.team.form_fields import text_field
from kring.vault.primitives import new_id

WORDS = 2000


class WordForm(forms.Form):
    """The agreed word; nothing is shown before it fits."""

    word = text_field(_("The word we agreed on"), most=40, help_text=_("You heard it from us by phone."))


class _Carried(forms.Form):
    """The word once more, since nothing is remembered between two pages; and what makes it be sent once."""

    word = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    concern = forms.CharField(widget=forms.HiddenInput, max_length=22)

    def __init__(self, given: Any = None, **fresh: Any) -> None:
        initial = {"once": new_id(), "concern": new_id(), **fresh}
        super().__init__(given, initial=initial, auto_id=f"{type(self).__name__.lower()}-%s")


class RaiseForm(_Carried):
    """A new concern: what somebody saw, as words and as signs."""

    words = text_field(
        _("What did you see?"),
        rows=True,
        most=WORDS,
        help_text=_("What you saw, not what you suspect. No name, no address."),
    )
    signs = forms.MultipleChoiceField(
        label=_("What is it about?"), choices=Sign.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    knows = forms.ChoiceField(
        label=_("Does the pupil know that you share this?"),
        choices=Knows.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def written(self) -> Written:
        """What it says."""
        given = self.cleaned_data
        signs, knows = tuple(given["signs"]), given["knows"]
        return Written(given["concern"], timezone.now(), words=given["words"], signs=signs, knows=knows)


class LineForm(_Carried):
    """A line in a thread, a call that is asked for, or an answer to making it a referral."""

    words = text_field(
        _("What did you see at school?"),
        rows=True,
        most=WORDS,
        required=False,
        help_text=_("What you saw, not what you suspect. No name."),
    )
    call = forms.CharField(required=False, max_length=3)
    agrees = forms.ChoiceField(choices=[("", ""), ("yes", ""), ("no", "")], required=False)

    def clean(self) -> dict[str, Any]:
        """One of the three at least."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("words", "call", "agrees")):
            self.add_error("words", _("Write what you saw, or ask us to call you."))
        return given

    def written(self) -> Written:
        """What it says."""
        given = self.cleaned_data
        agrees = {"yes": True, "no": False}.get(given["agrees"])
        return Written(given["concern"], timezone.now(), words=given["words"], call=bool(given["call"]), agrees=agrees)
