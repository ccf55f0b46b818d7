"""The two forms behind a referrer's link: the code first, then the answer, with the code once more."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.clarification.content import Answer
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field


class CodeForm(forms.Form):
    """The referrer's code; nothing is shown before it fits."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        help_text=_("Four times four signs, like M82R-7VTC-2XKD-9HQ4. You got it when you referred."),
    )


class AnswerForm(forms.Form):
    """The referrer's answer, with the code once more: nothing is remembered between two pages.

    moments: whether another moment can be proposed with it.
    """

    code = forms.CharField(widget=forms.HiddenInput, max_length=40)
    once = forms.CharField(widget=forms.HiddenInput, max_length=70)
    answer = forms.ChoiceField(label=_("Your answer"), error_messages={"required": _("Choose one of the three.")})
    day = day_field(label=_("Which day suits you better?"), required=False)
    time = forms.TimeField(
        label=_("At what hour?"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), required=False
    )
    words = text_field(_("Do you want to say something with it?"), rows=True, most=4000, required=False)

    def __init__(
        self, choices: Iterable[tuple[str, Any, Any]], given: Any = None, initial: Any = None, *, moments: bool = False
    ) -> None:
        super().__init__(given, initial=initial)
        if not moments:
            del self.fields["day"], self.fields["time"]
        listed = list(choices)
        self.fields["answer"].choices = [(value, label) for value, label, _small in listed]  # type: ignore[attr-defined]
        self.beside = {"answer": {value: small for value, _label, small in listed}}

    def cleanday_field(self) -> date | None:
        """A day to come, or none."""
        day: date | None = self.cleaned_data["day"]
        if day and day < today():
            raise forms.ValidationError(gettext("This day is over already."))
        return day

    @property
    def proposes(self) -> datetime | None:
        """The other moment, when it was asked for and is whole."""
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        if not day or not time or self.cleaned_data["answer"] != Answer.ALMOST:
            return None
        return timezone.make_aware(datetime.combine(day, time))
