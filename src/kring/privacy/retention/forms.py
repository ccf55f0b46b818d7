"""The questions of the retention desk: the next version of a rule, a hold, a step of a batch."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.privacy.retention.models import Hold
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.team.retention.actions import last_day
from kring.team.retention.rules import Destination, Rule, Series, Trigger
from kring.vault.primitives import new_id


class RuleForm(forms.Form):
    """One version. `seen`: the version it was written on."""

    code = forms.RegexField(
        r"^[A-Za-z0-9./-]{1,12}$",
        label=_("What is the rule called?"),
        help_text=_("Its number in the published list, for instance SP-04."),
        error_messages={"required": _("A rule needs its number."), "invalid": _("Letters, digits and dashes only.")},
    )
    months = forms.IntegerField(label=_("How many months is it kept?"), min_value=1, max_value=1200)
    most_months = forms.IntegerField(
        label=_("And how many at most, also for who was a minor?"),
        help_text=_("For dossiers alone. May stay empty."),
        min_value=1,
        max_value=1200,
        required=False,
    )
    trigger = forms.ChoiceField(label=_("From when?"), choices=Trigger.choices)
    destination = forms.ChoiceField(label=_("And then?"), choices=Destination.choices)
    sample = forms.IntegerField(
        label=_("Keep only a sample: one in how many?"),
        help_text=_("For dossiers that are kept in an archive. Empty: all of them. Which ones, nobody chooses."),
        min_value=2,
        max_value=1000,
        required=False,
    )
    reference = forms.CharField(
        label=_("Where was it published?"),
        help_text=_("The register, the decision and its day. Without it nothing may be destroyed."),
        max_length=160,
        error_messages={"required": _("Say where the rule was published.")},
    )
    from_on = day_field(_("From which day does it hold?"))
    until_on = day_field(_("Until which day?"), required=False, help_text=_("Five years at most."))
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """The end after the beginning, and the longest term not shorter than the term."""
        given: dict[str, Any] = super().clean() or {}
        from_on, until_on = given.get("from_on"), given.get("until_on")
        if from_on and until_on and not from_on <= until_on <= last_day(from_on):
            self.add_error("until_on", _("Choose a day after the first, within five years."))
        if (given.get("most_months") or given.get("months") or 0) < (given.get("months") or 0):
            self.add_error("most_months", _("The longest term cannot be shorter than the term."))
        if given.get("sample") and given.get("destination") == Destination.DESTROY:
            self.add_error("sample", _("A sample is kept in an archive: choose above that it is kept."))
        return given

    def rule(self, series: Series) -> Rule:
        """What was filled in."""
        given = self.cleaned_data
        return Rule(
            series,
            given["code"],
            given["months"],
            Trigger(given["trigger"]),
            Destination(given["destination"]),
            given["reference"],
            given["most_months"] or 0,
            from_on=given["from_on"],
            until_on=given["until_on"],
            sample=given["sample"] or 0,
        )


def on_top_of(rule: Rule, *, seen: int, typed: RuleForm | None = None) -> RuleForm:
    """A form for the version after this one, with what was typed already."""
    held = {name: getattr(rule, name) for name in ("code", "months", "trigger", "destination")}
    initial: dict[str, Any] = {**held, "most_months": rule.most_months or None, "sample": rule.sample or None}
    if rule.published:
        initial |= {"reference": rule.reference}
    if typed is not None:
        initial |= {name: typed.data.get(name) for name in typed.fields}
    return RuleForm(initial=initial | {"seen": seen, "once": new_id()})


class HoldForm(forms.Form):
    """A number that may not be destroyed for now. The reference is a number too: a name would stand in the clear."""

    number = forms.RegexField(
        r"^[A-Za-z]-[A-Za-z0-9]{4,6}$",
        label=_("Which number?"),
        help_text=_("Of a dossier or a referral, for instance K-7Q4M."),
        strip=True,
        error_messages={"required": _("Give the number."), "invalid": _("A number looks like K-7Q4M.")},
    )
    reason = forms.ChoiceField(label=_("Why?"), choices=Hold.Reason.choices)
    reference = forms.RegexField(
        r"^[A-Za-z0-9./-]{1,12}$",
        label=_("Number of the request or the case"),
        help_text=_("For instance V-31. Never a name."),
        required=False,
        error_messages={"invalid": _("Letters, digits and dashes only.")},
    )
    until_on = day_field(_("Until which day is it held back?"))
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean_number(self) -> str:
        """As it is written on paper."""
        return str(self.cleaned_data["number"]).upper()

    def clean_until_on(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["until_on"]
        if day < today():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day


class StepForm(forms.Form):
    """A button of a batch. seen: what stood there when it was pressed."""

    once = forms.CharField(max_length=64)
    seen = forms.CharField(max_length=64, required=False)
