"""The questions of a referral, one form per subject; the public form asks them in three steps, a colleague in one page.

Nothing about the person is asked by name, and of the referrer only the kind. Texts are counted as a browser counts
them: a new line is one sign.
"""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.intake.codelists import DOMAIN_ICONS, AgeBand, Informed, LifeDomain, ReferrerKind, Urgency


def _no_name_yet() -> SafeString:
    return format_html(
        "<b>{}</b> {}",
        gettext("Do not give a name yet."),
        gettext("Describe what you saw, not what you suspect. No diagnosis, no belief, no origin."),
    )


def _where_from() -> SafeString:
    """One label for a school and one for the others; the style sheet shows the one that fits."""
    return format_html(
        '<span class="fits-school">{}</span> <span class="fits-others">{}</span>',
        gettext("Your school"),
        gettext("Your organisation"),
    )


class Words(forms.CharField):
    """A text of some lines."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """The text with single line ends, as `maxlength` in the browser counts it."""
        return str(super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value))


class WhoForm(forms.Form):
    """Who refers: the kind is asked, name and organisation may stay empty."""

    kind = forms.ChoiceField(
        label=_("Who are you?"),
        choices=[
            pair for pair in ReferrerKind.choices if pair[0] not in (ReferrerKind.UNKNOWN, ReferrerKind.COLLEAGUE)
        ],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose who you are.")),
    )
    name = forms.CharField(label=_("Your name"), max_length=120, required=False)
    organisation = forms.CharField(label=lazy(_where_from, SafeString)(), max_length=120, required=False)

    beside = {
        "kind": {
            ReferrerKind.SCHOOL: _("teacher, pupil guidance, CLB"),
            ReferrerKind.PROFESSIONAL: _("welfare, youth work, GP, OCMW"),
            ReferrerKind.SELF: _("it is about me"),
            ReferrerKind.OTHER: _("neighbour, friend, association"),
        }
    }


class ReachForm(forms.Form):
    """How to reach the referrer; one of the two is enough, none is allowed."""

    phone = forms.CharField(label=_("Phone"), max_length=40, required=False, widget=forms.TelInput)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("This address is not complete.")},
    )


class StoryForm(forms.Form):
    """What is going on, without a name."""

    urgency = forms.ChoiceField(
        label=_("How urgent?"), choices=Urgency.choices, initial=Urgency.NORMAL, widget=forms.RadioSelect
    )
    age_band = forms.ChoiceField(
        label=_("Age, about"),
        choices=[pair for pair in AgeBand.choices if pair[0]],
        required=False,
        widget=forms.RadioSelect,
    )
    concern = Words(
        label=_("What do you see, what do you hear?"),
        help_text=lazy(_no_name_yet, SafeString)(),
        max_length=600,
        error_messages={"required": _("Tell it in a few words. Short is fine.")},
    )
    tried = Words(label=_("What did you try already?"), max_length=300, required=False)
    domains = forms.MultipleChoiceField(
        label=_("What is it about?"),
        choices=LifeDomain.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    informed = forms.ChoiceField(
        label=_("Does the person know that you refer?"),
        help_text=_("Not yet? Then we look together at how you can bring it up."),
        choices=[pair for pair in Informed.choices if pair[0]],
        required=False,
        widget=forms.RadioSelect,
    )

    beside = {"domains": DOMAIN_ICONS}


class TalkForm(forms.Form):
    """When a talk suits, and whether the referrer asks not to be named as the source (GDP-06)."""

    beside: dict[str, dict[str, str]]

    moment = forms.ChoiceField(
        label=_("Ask for a moment"),
        help_text=_("With a colleague of ours. Where, we say when we confirm."),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("This moment was just taken. Choose another.")},
    )
    wishes = forms.CharField(
        label=_("When does it suit you?"),
        help_text=_("For example: Wednesday afternoon, or rather a call after 4. We answer within two working days."),
        max_length=200,
        required=False,
    )
    protect_source = forms.BooleanField(
        label=_("Do not tell that it was me"),
        help_text=_("Then we talk about it with you first."),
        required=False,
    )


ALL: tuple[type[forms.Form], ...] = (WhoForm, ReachForm, StoryForm, TalkForm)
"""Every form of a referral; no two share a field name."""


class Together:
    """Several forms as one, for the list of what is wrong."""

    def __init__(self, *shown: forms.Form) -> None:
        self._shown = shown
        self.fields = {name: field for form in shown for name, field in form.fields.items()}
        self.errors = {name: said for form in shown for name, said in form.errors.items()}

    def __getitem__(self, name: str) -> forms.BoundField:
        for form in self._shown:
            if name in form.fields:
                return form[name]
        raise KeyError(name)  # a template asks for an item before it asks for an attribute

    def non_field_errors(self) -> list[str]:
        """None of these forms says anything that belongs to no field."""
        return []
