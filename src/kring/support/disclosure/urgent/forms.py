"""Two taps: to whom, and why now. The second one sends it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.forms import StepForm
from kring.support.dossier.disclosing.content import URGENT, Disclosed
from kring.support.dossier.disclosing.grounds import Recipient, WhyNow
from kring.team.clock import today
from kring.team.form_fields import text_field

TO = [
    (Recipient.EMERGENCY, Recipient.EMERGENCY.label),
    (Recipient.CARE, _("Care or welfare: doctor, casualty department")),
    (Recipient.OTHER, _("Somebody else who could help")),
]


class UrgentForm(StepForm):
    """Nothing else has to be filled in now."""

    step = "urgent"
    kind = forms.ChoiceField(
        label=_("Tap 1: whom did you tell something?"),
        choices=TO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Tap who heard it.")},
    )
    words = text_field(_("A few words, if there is time"), most=300, required=False)
    now = forms.ChoiceField(
        label=_("Tap 2: why could it not wait?"),
        choices=WhyNow.choices,
        error_messages={"required": _("Tap why it could not wait.")},
    )

    def told(self, by: str) -> Disclosed:
        """What is recorded at once."""
        given: dict[str, Any] = self.cleaned_data
        return Disclosed(
            items=(),
            recipient="",
            kind=given["kind"],
            ground="",
            checklist=(),
            informed=False,
            why_not="",
            way=URGENT,
            on=today(),
            by=by,
            words=given["words"],
            at_once=given["now"],
        )
