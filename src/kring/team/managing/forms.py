"""The questions of the administrator, one form per thing he does. Staff data alone: nothing of anybody's work."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.team import queries
from kring.team.managing.rules import OFFERED
from kring.team.models import SecrecyStatus
from kring.team.programmes import PROGRAMMES

WAYS = [("", _("none")), *((one.code, one.name) for one in PROGRAMMES)]


class Day(forms.DateField):
    """A day, as the browser asks for it."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PostForm(forms.Form):
    """What somebody is appointed for."""

    function = forms.ChoiceField(label=_("Function"), choices=OFFERED)
    programme = forms.ChoiceField(label=_("Way of working"), choices=WAYS, required=False)
    employer = forms.CharField(
        label=_("Employer"), max_length=60, required=False, help_text=_("For example: city, CAW, an association.")
    )
    from_on = Day(label=_("From"), required=False)
    until_on = Day(label=_("Up to and including"), required=False)


class AddressForm(forms.Form):
    """The work address."""

    email = forms.EmailField(
        label=_("Work e-mail"), max_length=60, error_messages={"invalid": _("This address is not complete.")}
    )


class SecrecyForm(forms.Form):
    """By what somebody is bound, on which document."""

    status = forms.ChoiceField(label=_("Bound by"), choices=SecrecyStatus.Status.choices, widget=forms.RadioSelect)
    document = forms.CharField(label=_("Reference of the signed document"), max_length=60, required=False)


class KeysForm(forms.Form):
    """Which circles and offices are asked to give a key."""

    wishes = forms.MultipleChoiceField(
        label=_("Which keys to ask for?"),
        help_text=_("A colleague who holds the key gives it, face to face. You do not."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wishes"].choices = [(one.code, one.name) for one in queries.open_groups()]  # type: ignore[attr-defined]  # a choice field


class GroupForm(forms.Form):
    """One circle or office."""

    group = forms.CharField(max_length=30, widget=forms.HiddenInput)


class EndForm(forms.Form):
    """The last day of a function."""

    appointment = forms.CharField(max_length=22, widget=forms.HiddenInput)
    until_on = Day(label=_("Last day"))


class NewcomerForm(PostForm, AddressForm, SecrecyForm, KeysForm):
    """Somebody new, whole."""

    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Fill in a name.")})
    language = forms.ChoiceField(
        label=_("Language"), choices=[("nl", "Nederlands"), ("fr", "Français"), ("en", "English")], initial="nl"
    )
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)
    field_order = [
        *("name", "email", "function", "programme", "employer", "from_on", "until_on"),
        *("status", "document", "wishes", "language", "once"),
    ]
