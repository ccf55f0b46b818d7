"""The forms of an ending. Every form carries `once`, the key of this sending; what was typed always comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.closing import words
from kring.support.closing.actions import Ending
from kring.support.closing.content import Aftercare, ClosingContent, Held, Reason
from kring.support.dossier.models import Task
from kring.team.clock import today
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id


class OnceForm(forms.Form):
    """A form that is sent once, however often it arrives."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, given: Any = None, **initial: Any) -> None:
        super().__init__(given, initial={"once": new_id(), **initial}, auto_id=f"{type(self).__name__.lower()}-%s")


class ClosingForm(OnceForm):
    """How it ended. The talk, or why there was none; the rest may stay empty."""

    reason = forms.ChoiceField(
        label=_("How does it end?"),
        choices=[(code.value, label) for code, label in words.REASONS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ends.")},
    )
    talk_on = day_field(_("When was the closing talk?"), required=False)
    why_no_talk = forms.CharField(label=_("Was there none? Say why in a few words"), max_length=160, required=False)
    to = forms.CharField(label=_("Which service or who goes on with it?"), max_length=120, required=False)
    note = forms.CharField(
        label=_("What does a colleague need to know who takes it up again?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
    )
    verdict = forms.CharField(
        label=_("What do they think of it themselves?"), max_length=1000, required=False, widget=forms.Textarea
    )
    aftercare_first = forms.BooleanField(label=_("A short message after three months"), required=False)
    aftercare_second = forms.BooleanField(label=_("Once more after six months"), required=False)
    may_come_back = forms.BooleanField(label=_("They may always call again"), required=False)
    silent = forms.BooleanField(
        label=_("Send nothing out any more"),
        required=False,
        help_text=_("No letter, no mail and no reminder about this dossier. With Deceased that goes by itself."),
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, aftercare_first=True, aftercare_second=True, may_come_back=True)

    def ending(self, by: str) -> Ending:
        """What was filled in."""
        given = self.cleaned_data
        kinds = {
            Task.Kind.AFTERCARE_FIRST: given["aftercare_first"],
            Task.Kind.AFTERCARE_SECOND: given["aftercare_second"],
        }
        named = ("talk_on", "why_no_talk", "note", "to", "may_come_back")
        closing = ClosingContent(Reason(given["reason"]), today(), by, **{name: given[name] for name in named})
        return Ending(closing, given["verdict"], [kind for kind, wanted in kinds.items() if wanted], given["silent"])


class AftercareForm(OnceForm):
    """How it goes since. Where somebody was handed over: does it still run?

    beside: set once what a colleague wrote meanwhile stands above the form.
    """

    beside = forms.BooleanField(widget=forms.HiddenInput, required=False)
    held = forms.ChoiceField(
        label=_("Does what we went along to still run?"),
        choices=[(code.value, label) for code, label in words.HELD.items()],
        required=False,
    )
    words = forms.CharField(label=_("How does it go?"), max_length=400, required=False, widget=forms.Textarea)

    def heard(self, kind: str, by: str) -> Aftercare:
        """What was filled in."""
        held = self.cleaned_data["held"]
        return Aftercare(kind, today(), by, self.cleaned_data["words"], Held(held) if held else None)

    def late(self) -> "AftercareForm":
        """The same words once more, to be sent beside what a colleague wrote meanwhile."""
        again = AftercareForm({name: self.data.get(name) for name in self.data} | {"beside": "on", "once": new_id()})
        again.add_error(None, _("A colleague wrote this down meanwhile: look above. Send yours to put it beside it."))
        return again


class ReopenForm(OnceForm):
    """Why the role is taken up again."""

    why = forms.CharField(
        label=_("Why do we take it up again?"),
        max_length=400,
        widget=forms.Textarea,
        error_messages={"required": _("One sentence is enough.")},
    )
