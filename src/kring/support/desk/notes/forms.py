"""The forms of a sensitive note and of an own note."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.log.codelists import Topic
from kring.support.dossier.marks.forms import MarksForm

LONGEST = 10_000


class SensitiveForm(MarksForm):
    """What it is about, the words, who may read them beside their author, and the marks."""

    topic = forms.ChoiceField(label=_("What is it about?"), choices=Topic.choices, widget=forms.RadioSelect)
    text = forms.CharField(label=_("What must be known?"), max_length=LONGEST, widget=forms.Textarea)
    basis = forms.CharField(
        label=_("What allows you to note this?"),
        help_text=_("For justice: a written permission, or the task you have."),
        max_length=200,
        required=False,
    )
    named = forms.MultipleChoiceField(
        label=_("Who may read it beside you?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    beside = {"topic": {"health": "mind", "justice": "shield", "family": "family"}}

    def __init__(self, *args: Any, people: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["named"].choices = people  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        """Data about justice need a basis (GDP-04)."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("topic") == Topic.JUSTICE and not given.get("basis"):
            self.add_error("basis", gettext("Say what allows you to note this."))
        return given


class OwnForm(forms.Form):
    """A few words for oneself."""

    text = forms.CharField(label=_("Note for yourself"), max_length=LONGEST, widget=forms.Textarea)
