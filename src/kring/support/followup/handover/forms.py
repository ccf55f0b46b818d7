"""The forms of a handover: what one tells the next, for one dossier or for several at once."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.followup.content import HandoverContent, Told
from kring.team.form_fields import day_field
from kring.vault.primitives import new_id

TOLD = [
    (Told.YES.value, _("Yes, I said it")),
    (Told.NOT_YET.value, _("Not yet")),
    (Told.CANNOT.value, _("That is not possible now")),
]
PLAIN = ("matters", "reason", "told_how", "words", "together", "leaves_on")
LINES = ("promises", "watch")
Choices = Sequence[tuple[str, Any]]


def _text(label: Any, *, rows: bool = True, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea if rows else forms.TextInput, **options)


class HandoverForm(forms.Form):
    """What matters, promises, watch-outs; to whom; why, and whether the client knows (SEC-02)."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    receiver = forms.ChoiceField(label=_("Who takes it over?"), error_messages={"required": _("Choose a colleague.")})
    deputy = forms.ChoiceField(
        label=_("Who is deputy afterwards?"),
        required=False,
        help_text=_("Empty: it stays as it is. You may stay as deputy yourself; otherwise your keys close."),
    )
    matters = _text(_("What matters now?"), max_length=2000, error_messages={"required": _("One sentence is enough.")})
    words = _text(_("What do they say about it themselves?"), max_length=400, required=False)
    promises = _text(
        _("Promises that stand"), max_length=2000, required=False, help_text=_("One on each line: what, to whom, when.")
    )
    watch = _text(_("Watch out for"), max_length=2000, required=False, help_text=_("One on each line."))
    reason = _text(
        _("Why do you hand it over?"),
        rows=False,
        max_length=200,
        error_messages={"required": _("One sentence is enough.")},
    )
    told = forms.ChoiceField(
        label=_("Does the client know?"),
        choices=TOLD,
        error_messages={"required": _("Say whether the client knows.")},
    )
    told_how = _text(_("How and when, or why not"), rows=False, max_length=200, required=False)
    together = _text(_("Together a first time: when and where?"), rows=False, max_length=160, required=False)
    leaves_on = day_field(_("From which day?"), required=False)

    def __init__(self, people: Choices, given: Any = None, *, before: HandoverContent | None = None) -> None:
        super().__init__(given, initial={"once": new_id()} | (_again(before) if before else {}), auto_id="handover-%s")
        for name, first in (("receiver", _("Choose a colleague")), ("deputy", _("It stays as it is"))):
            self.fields[name].choices = [("", first), *people]  # type: ignore[attr-defined]  # a ChoiceField

    def content(self, label: str) -> HandoverContent:
        """What was filled in, about one dossier."""
        given = self.cleaned_data
        plain: dict[str, Any] = {name: given[name] for name in PLAIN}
        for name in LINES:
            plain[name] = tuple(filter(None, map(str.strip, given[name].splitlines())))
        return HandoverContent(label=label, told=Told(given["told"]), **plain)


class ManyForm(HandoverForm):
    """Several dossiers to one colleague, with the same words."""

    dossiers = forms.MultipleChoiceField(
        label=_("Which dossiers?"), error_messages={"required": _("Choose at least one dossier.")}
    )

    def __init__(self, people: Choices, mine: Choices, given: Any = None) -> None:
        super().__init__(people, given)
        self.fields["dossiers"].choices = mine  # type: ignore[attr-defined]  # a ChoiceField


class AnswerForm(forms.Form):
    """The receiver's answer."""

    said = forms.ChoiceField(
        label=_("Do you take it over?"),
        choices=[
            ("yes", _("Yes, with the promises")),
            ("call_first", _("Yes, but call first")),
            ("no", _("No, it does not fit now")),
        ],
        error_messages={"required": _("Choose an answer.")},
    )


def _again(before: HandoverContent) -> dict[str, Any]:
    """The words of an earlier offer, to be offered to somebody else."""
    lines = {name: "\n".join(getattr(before, name)) for name in LINES}
    return {name: getattr(before, name) for name in PLAIN} | lines | {"told": before.told.value}
