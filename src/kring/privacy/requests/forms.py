"""Taking a request down."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.privacy.access.rules import Role, against
from kring.privacy.access.words import ROLES
from kring.privacy.requests.answering import GOES_ON, NOT, STOPS, THAWED
from kring.privacy.requests.models import PersonRequest
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id

Kind = PersonRequest.Kind


class RequestForm(forms.Form):
    """What is asked, by whom, since when. age, judged: of the client, as far as they are known (MIN-03)."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    kind = forms.ChoiceField(label=_("What is asked?"), choices=Kind.choices, widget=forms.RadioSelect)
    role = forms.ChoiceField(label=_("Who asks?"), choices=list(ROLES.items()), widget=forms.RadioSelect)
    words = text_field(_("In their own words"), rows=True, most=4000, required=False)
    asked_on = day_field(_("Asked on"))

    def __init__(self, given: Any = None, *, age: int | None, judged: str) -> None:
        super().__init__(given, initial={"once": new_id(), "asked_on": today(), "kind": Kind.ACCESS})
        self.age, self.judged = age, judged

    def clean_asked_on(self) -> date:
        """A day that was."""
        day: date = self.cleaned_data["asked_on"]
        if day > today():
            raise forms.ValidationError(gettext("That day has not come yet. Look at the date."))
        return day

    def clean(self) -> dict[str, Any]:
        """Who may ask (MIN-03, MIN-04)."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("role") and (why := against(Role(given["role"]), self.age, self.judged)):
            self.add_error("role", str(why))
        return given


class AnswerForm(forms.Form):
    """The last words on a request. What it asks depends on the kind: see `answer_form`."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    words = text_field(_("The person's own words, exactly as said"), rows=True, most=4000)
    of = forms.ChoiceField(label=_("Beside which text of ours?"), required=False)
    part = forms.ChoiceField(label=_("Which part is frozen?"), widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label=_("What comes of it?"),
        choices=[(STOPS, _("We stop what was objected to")), (GOES_ON, _("We go on, for this reason"))],
        widget=forms.RadioSelect,
    )
    why = text_field(_("Why, in words the person understands"), rows=True, most=4000)


ASKED_FOR: dict[str, tuple[str, ...]] = {
    Kind.RECTIFICATION: ("words", "of"),
    Kind.RESTRICTION: ("part",),
    Kind.OBJECTION: ("outcome", "why"),
    Kind.ERASURE: ("why",),
    NOT: ("why",),
    THAWED: ("why",),
}
"""Which fields an answer has: by the kind of request, or when it is refused or lifted."""


def answer_form(given: Any, which: str, *, choices: dict[str, list[tuple[str, Any]]], words: str = "") -> AnswerForm:
    """The form of one sort of answer."""
    form = AnswerForm(given, initial={"once": new_id(), "words": words}, auto_id=f"{which}-%s")
    for name in set(form.fields) - {"once", *ASKED_FOR[which]}:
        del form.fields[name]
    for name in set(choices) & set(form.fields):
        form.fields[name].choices = choices[name]  # type: ignore[attr-defined]  # a choice field
    return form
