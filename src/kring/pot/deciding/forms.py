"""The forms of weighing and deciding. Each carries `once`, the key of this sending."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.pot.deciding.content import DecisionContent, WeighingContent
from kring.pot.deciding.rules import CONDITIONS, MOST_POINTS
from kring.pot.regulation.lines import Criterion
from kring.team.form_fields import text_field
from kring.vault.primitives import new_id

POINTS = [(0, _("not")), (1, _("a little")), (2, _("well")), (MOST_POINTS, _("very well"))]
GRANT, DECLINE = "grant", "decline"


class WeighForm(forms.Form):
    """How far the project meets each criterion, and why."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    words = text_field(_("Why, in a few sentences"), rows=True, most=1500)

    def __init__(self, criteria: Sequence[Criterion], given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id()}, auto_id="weigh-%s")
        self.names = [f"points_{number}" for number, _one in enumerate(criteria, 1)]
        for name, one in zip(self.names, criteria, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=one.words, choices=POINTS, coerce=int, widget=forms.RadioSelect
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """One for each criterion."""
        return [self[name] for name in self.names]

    def content(self) -> WeighingContent:
        """What was weighed."""
        return WeighingContent(tuple(self.cleaned_data[name] for name in self.names), self.cleaned_data["words"])


class DecideForm(forms.Form):
    """The conditions, the outcome and the reasons."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    met = forms.MultipleChoiceField(
        label=_("Which conditions are met?"),
        choices=list(CONDITIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outcome = forms.ChoiceField(
        label=_("What is decided?"),
        choices=[(GRANT, _("Grant it")), (DECLINE, _("Do not grant it"))],
        widget=forms.RadioSelect,
    )
    euro = forms.IntegerField(label=_("How much, in euro?"), min_value=0, required=False)
    reasons = text_field(
        _("Why? This stands in the letter."), rows=True, most=2000, help_text=_("About the project, by the criteria.")
    )

    def __init__(self, given: Any = None, *, asked: int = 0) -> None:
        super().__init__(given, initial={"once": new_id(), "euro": asked}, auto_id="decide-%s")

    def content(self, by: str) -> DecisionContent:
        """What was decided."""
        given = self.cleaned_data
        granted = given["outcome"] == GRANT
        return DecisionContent(granted, given["euro"] or 0 if granted else 0, tuple(given["met"]), given["reasons"], by)
