"""The fields of who it is, the same when a role is taken and later; none is mandatory (GDP-03)."""

from datetime import date
from typing import Any

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.codelists import Area, Gender, LanguageHelp
from kring.support.dossier.content import Identity
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id


class IdentityFields(forms.Form):
    """What the dossier is called, and who it is: what is not filled in is not known, or not there any more."""

    label = forms.CharField(
        label=_("What do you call the dossier?"),
        max_length=40,
        help_text=_("A first name and a letter, or a nickname. It may change later."),
        error_messages={"required": _("Give it a name that you know it by. A nickname is enough.")},
    )
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    nickname = forms.CharField(label=_("Nickname"), max_length=60, required=False)
    born_on = day_field(label=_("Born on"), required=False)
    contact = text_field(_("How to reach them"), rows=True, required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=Gender.choices, required=False)
    area = forms.ChoiceField(label=_("Part of town"), choices=(("", _("not said")), *Area.choices), required=False)
    language_help = forms.ChoiceField(label=_("Interpreter"), choices=LanguageHelp.choices, required=False)
    told_by_client = forms.BooleanField(
        label=_("They told me this themselves"),
        required=False,
        help_text=_("Otherwise a task begins: tell them at your first talk that you wrote this down."),
    )

    def clean_born_on(self) -> date | None:
        """A day that was."""
        day: date | None = self.cleaned_data["born_on"]
        if day is not None and day > today():
            raise forms.ValidationError(gettext("Nobody is born on a day that has not come yet. Look at the year."))
        return day

    @property
    def identity(self) -> Identity:
        """As it was filled in."""
        return Identity(**{name: self.cleaned_data[name] for name in Identity.__slots__})


class WhoForm(IdentityFields):
    """The same, on top of what stands there. seen: the revision of who it is, 0 when nothing stood there.

    Each field carries what stood in it when it was shown, so that what a colleague wrote meanwhile stays where nobody
    else typed.
    """

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, given: Any = None, *, identity: Identity | None = None, label: str = "", seen: int = 0) -> None:
        filled = _filled(label, identity)
        super().__init__(given, initial={**filled, "once": new_id(), "seen": seen}, auto_id="who-%s")
        for name in filled:
            self.fields[name].show_hidden_initial = True
        if str(self["seen"].value()) != "0":
            del self.fields["told_by_client"]

    @property
    def shown_before(self) -> list[SafeString]:
        """What stood in the fields, as hidden ones."""
        return [self[name].as_hidden(only_initial=True) for name in _filled("", None)]

    @property
    def renamed(self) -> tuple[str, str] | None:
        """What the dossier was called when this was shown, and what it is to be called."""
        before = str(self.data.get(self.add_initial_prefix("label"), ""))
        return (before, self.cleaned_data["label"]) if "label" in self.changed_data else None

    def on_top_of(self, identity: Identity | None, label: str, revision: int) -> "WhoForm":
        """The same words where they differ from what was shown, the rest as it stands now: sent again, it fits."""
        now = {name: str(value or "") for name, value in _filled(label, identity).items()}
        typed = {name: str(self[name].value() or "") for name in now if name in self.changed_data}
        hidden = {self.add_initial_prefix(name): value for name, value in now.items()}
        same = {name: self.data.get(name) for name in self.data}
        return WhoForm({**same, **now, **typed, **hidden, "seen": str(revision)})


def _filled(label: str, identity: Identity | None) -> dict[str, Any]:
    return {"label": label} | {name: getattr(identity or Identity(), name) for name in Identity.__slots__}
