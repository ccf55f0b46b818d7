"""Which dossier, which part, why, and whom one tried to reach first."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.glass.content import GlassReason, Part
from kring.team.form_fields import text_field
from kring.vault.primitives import new_id

PARTS = {
    Part.BASIS: _("Basis, with who it is"),
    Part.JOURNAL: _("Contacts"),
    Part.NETWORK: _("Network"),
    Part.PLAN: _("Plan"),
}


def part_in_words(part: str) -> Any:
    """What a part is called; a dash for what somebody else wrote there."""
    return PARTS[Part(part)] if part in Part else "–"


TRIED = {"holder": _("The holder of the dossier"), "deputy": _("The deputy")}
TRY_FIRST = _("Try the holder and the deputy first. Does neither answer? Then tick both.")


class GlassForm(forms.Form):
    """The reason for breaking the glass."""

    once = forms.CharField(widget=forms.HiddenInput({"data-not-kept": True}), max_length=40)
    number = text_field(
        _("Number of the dossier"),
        most=12,
        help_text=_(
            "It begins with K-. Holder and deputy know it, and so does the client. Is nobody there? Ask the coordinator"
            " or the head of service. No list here shows it: that would tell who is helped by whom."
        ),
        error_messages={"required": _("Fill in the number of the dossier.")},
    )
    part = forms.ChoiceField(
        label=_("Which part do you need?"),
        choices=[(part.value, name) for part, name in PARTS.items()],
        widget=forms.RadioSelect,
        help_text=_("Sensitive notes, own notes, the referral and minutes never lie behind glass."),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose one part.")),
    )
    reason = text_field(
        _("Why now, and why you?"),
        rows=True,
        most=280,
        help_text=_("Describe the task, not the person."),
        error_messages={"required": _("Say in one sentence why it cannot wait, and why you.")},
    )
    tried = forms.MultipleChoiceField(
        label=_("Whom did you try to reach?"),
        choices=list(TRIED.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("required", "invalid_choice"), TRY_FIRST),
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, initial={"once": new_id()})

    def clean_tried(self) -> list[str]:
        """Deputy first: who did not try both does not break the glass."""
        tried: list[str] = self.cleaned_data["tried"]
        if set(tried) != set(TRIED):
            raise forms.ValidationError(TRY_FIRST)
        return tried

    @property
    def why(self) -> GlassReason:
        """What was filled in."""
        return GlassReason(Part(self.cleaned_data["part"]), self.cleaned_data["reason"])
