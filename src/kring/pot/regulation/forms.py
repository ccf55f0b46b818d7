"""The form of the rules: each number within what can be meant, each line readable."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from kring.pot.regulation import lines
from kring.pot.regulation.models import GrantRegulation
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id


def _number(label: Any, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most)


class RulesForm(forms.Form):
    """One version of the rules. `seen` is the number of the version that stood beside it."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)
    from_on = day_field(_("From which day do these rules hold?"))
    aim = text_field(
        _("What is the pot for?"), rows=True, most=1000, help_text=_("In plain words: it stands on the public page.")
    )
    decision_body = text_field(_("Who decides?"), most=80)
    most_euro = _number(_("Highest amount of one grant, in euro"), 1, 1_000_000)
    most_a_year = _number(_("Grants one applicant gets a year, at most"), 1, 50)
    initiators = _number(_("Initiators at different addresses, at least"), 2, 4)
    lead_days = _number(_("Days between asking and the start, at least"), 0, 365)
    decide_days = _number(_("Days until there is a decision, at most"), 1, 365)
    advance_percent = _number(_("Advance, in percent"), 0, 100)
    evidence_days = _number(_("Days after the end in which the evidence comes"), 1, 730)
    criteria = text_field(
        _("Criteria, one a line, the weight in front"),
        rows=True,
        most=2000,
        help_text=_("Such as: 2 Everybody of the quarter is welcome. A weight is 1, 2 or 3. Criteria are of projects."),
    )
    budget_lines = text_field(
        _("Parts of the pot, one a line, with the euros of a year"),
        rows=True,
        most=1000,
        help_text=_("Such as: Sport and movement: 24000"),
    )

    def clean_criteria(self) -> str:
        """Every line reads as a criterion."""
        return self._readable("criteria", lines.criteria)

    def clean_budget_lines(self) -> str:
        """Every line reads as a part of the pot."""
        return self._readable("budget_lines", lines.budget)

    def _readable(self, name: str, read: Any) -> str:
        text = str(self.cleaned_data[name])
        try:
            read(text)
        except lines.NotALine as wrong:
            raise forms.ValidationError(_now("We cannot read this line: “%s”.") % wrong.line) from None
        return text

    def rules(self) -> dict[str, Any]:
        """What goes into the version."""
        return {name: self.cleaned_data[name] for name in self.fields if name not in ("once", "seen")}


def standing(row: GrantRegulation | None) -> dict[str, Any]:
    """What the form begins with: the newest version, or what regulations in Flanders often say."""
    begun: dict[str, Any] = {
        "most_euro": 500,
        "most_a_year": 3,
        "initiators": 2,
        "lead_days": 42,
        "decide_days": 30,
        "advance_percent": 80,
        "evidence_days": 90,
    }
    if row is not None:
        begun = {name: getattr(row, name) for name in RulesForm.base_fields if name not in ("once", "seen")}
    return {**begun, "once": new_id(), "seen": row.number if row else 0}
