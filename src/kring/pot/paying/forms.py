"""The form of a run: which grants, from which account, on which day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.pot.applying.checks import is_iban, tidy_iban
from kring.pot.paying.lines import Payer
from kring.pot.paying.models import PaymentRun
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id


class PayForm(forms.Form):
    """What goes to finance now. choices: what is owed, with the amount that is seen."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    chosen = forms.MultipleChoiceField(
        label=_("What goes to finance now?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one payment."),
            "invalid_choice": _("Something was paid or changed meanwhile. Look at the list again."),
        },
    )
    payer_name = text_field(_("In whose name does the town pay?"), most=70)
    payer_iban = text_field(_("From which account of the town?"), most=50)
    pay_on = day_field(_("On which day should the bank pay?"))

    def __init__(self, given: Any = None, *, choices: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(given, auto_id="pay-%s", **options)
        chosen: Any = self.fields["chosen"]
        chosen.choices = choices

    def clean_payer_iban(self) -> str:
        """An account number that can be one."""
        iban = tidy_iban(self.cleaned_data["payer_iban"])
        if not is_iban(iban):
            raise forms.ValidationError(gettext("This is no account number. Look whether every sign is right."))
        return iban

    def clean_pay_on(self) -> date:
        """Not before today: a bank refuses the whole file."""
        day: date = self.cleaned_data["pay_on"]
        if day < today():
            raise forms.ValidationError(gettext("This day is over. Choose today or later."))
        return day

    @property
    def payer(self) -> Payer:
        """The account the town pays from."""
        return Payer(self.cleaned_data["payer_name"], self.cleaned_data["payer_iban"])


def standing(last: PaymentRun | None, choices: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """What the form begins with: everything owed, from the account of the last run."""
    begun: dict[str, Any] = {"once": new_id(), "pay_on": today(), "chosen": [choice for choice, _said in choices]}
    return begun | ({"payer_name": last.payer_name, "payer_iban": last.payer_iban} if last else {})
