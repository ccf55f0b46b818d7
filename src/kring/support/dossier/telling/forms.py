"""The two answers to "did you tell it?": told, on a day and in a way; or not now, and when to look again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.telling import rules
from kring.support.dossier.telling.content import Telling, Waits, Way
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id


class _AnswerForm(forms.Form):
    """seen: how much was written about it when this form was shown."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, given: Any = None, *, seen: int = 0, **initial: Any) -> None:
        name = type(self).__name__.lower()
        super().__init__(given, initial={"once": new_id(), "seen": seen, **initial}, auto_id=f"{name}-%s")

    def on_top_of(self, seen: int) -> None:
        """Once what a colleague wrote stands above it: sent again, it comes beside that."""
        self.data = {name: self.data.get(name) for name in self.data} | {"seen": str(seen)}


class ToldForm(_AnswerForm):
    """It was told."""

    on = day_field(_("On which day?"), error_messages={"required": _("On which day did you tell it?")})
    way = forms.ChoiceField(
        label=_("In which way?"),
        choices=[(code.value, label) for code, label in rules.WAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose in which way.")},
    )
    present = text_field(_("Who else was there?"), most=160, required=False)

    def telling(self, by: str) -> Telling:
        """What was filled in."""
        given = self.cleaned_data
        return Telling(given["on"], by, Way(given["way"]), given["present"])


class WaitsForm(_AnswerForm):
    """It is not told now."""

    waits = forms.ChoiceField(
        label=_("Why not now?"),
        choices=[(code.value, label) for code, label in rules.WAITING.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it has to wait.")},
    )
    words = text_field(_("Say it in one sentence"), rows=True, most=300, required=False)
    again_on = day_field(
        _("When do you look again?"),
        help_text=_("That day the task comes back on Today."),
        error_messages={"required": _("On which day do you look again?")},
    )

    def telling(self, by: str) -> Telling:
        """What was filled in."""
        given = self.cleaned_data
        return Telling(today(), by, waits=Waits(given["waits"]), again_on=given["again_on"], words=given["words"])
