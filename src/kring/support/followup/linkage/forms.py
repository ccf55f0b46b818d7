"""The questions of an onward referral: where to, did somebody go along; and after three months: does it still run."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.followup.linkage.content import StillRuns
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.team.services import queries as directory
from kring.team.services import shown
from kring.team.services.exchange import of
from kring.vault.primitives import new_id

RUNS = (
    (StillRuns.YES.value, _("Yes, it still runs")),
    (StillRuns.NO.value, _("No, it stopped")),
    (StillRuns.UNKNOWN.value, _("We do not know")),
)


class ReferForm(forms.Form):
    """Where to. `entry` is one of the directory that was found with the words typed; then its names are taken over."""

    service = forms.CharField(
        label=_("To which service?"),
        help_text=_("A name or a word. “Look it up” searches the services."),
        max_length=200,
        error_messages={"required": _("Say to which service, in a word.")},
    )
    entry = forms.ChoiceField(label=_("Is it one of these?"), required=False, widget=forms.RadioSelect)
    organisation = forms.CharField(label=_("To which organisation?"), max_length=200, required=False)
    request = forms.CharField(
        label=_("What for?"),
        help_text=_("In words agreed with the person. They come into the letter, if you make one."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    went_along = forms.TypedChoiceField(
        label=_("Does somebody of us go along the first time?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether somebody goes along.")},
    )
    agreed_with = forms.CharField(label=_("Agreed with whom?"), max_length=160, required=False)
    on = day_field(_("Since when?"))
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, given: Any = None, *, looking: Mapping[str, str] | None = None) -> None:
        """looking: what was typed so far by who only looks a service up; nothing of it is wrong yet."""
        super().__init__(given, initial={"on": today(), "once": new_id(), **(looking or {})})
        typed = str((looking or given or {}).get("service", ""))
        found = directory.search(typed, kinds=("service",))[:6] if typed.strip() else []
        self.found = {row.id: shown.entry(of(row.document)) for row in found}
        choices = [
            (row, f"{one.name} · {one.organisation}" if one.organisation else one.name)
            for row, one in self.found.items()
        ]
        self.fields["entry"].choices = [*choices, ("", _("None of these, as I typed it"))]  # type: ignore[attr-defined]  # a choice field


class RunsForm(forms.Form):
    """Does it still run?"""

    runs = forms.ChoiceField(
        label=_("Does it still run?"),
        choices=RUNS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one. “We do not know” is an answer.")},
    )
    words = forms.CharField(label=_("A word with it"), max_length=300, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)
