"""The two forms of a case consultation: opening it, and what oneself will do. None takes what others said (SEC-07)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.case.rules import Basis
from kring.support.consultation.forms import StepForm
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field


class CaseForm(StepForm):
    """What the law asks."""

    step = "case"
    on = day_field(label=_("Day"))
    basis = forms.ChoiceField(label=_("Legal basis"), choices=Basis.choices, widget=forms.RadioSelect)
    document = text_field(_("In which document, and where it lies"), most=200)
    purpose = text_field(_("What it is for"), rows=True, most=600)
    modalities = text_field(_("How it goes about: what may be shared, who leads, what is kept"), rows=True, most=1000)
    permitted = text_field(_("Who may take part, one on each row: name, function, organisation"), rows=True, most=2000)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, on=today())

    @property
    def people(self) -> list[str]:
        """The rows of the list."""
        rows: str = self.cleaned_data["permitted"]
        return rows.splitlines()


class OwnActionForm(StepForm):
    """What oneself will do."""

    step = "own"
    what = text_field(_("What I will do"), most=300)
    by_when = day_field(label=_("By"), required=False)
