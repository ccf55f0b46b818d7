"""Two questions: what the client agrees to share with whom, and that the client wants it no more."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.agreements.content import AgreedToShare, Sort, Way
from kring.support.dossier.agreements.rules import SORTS, WAYS
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.vault.primitives import new_id

USUAL_DAYS = 182


class _OneForm(forms.Form):
    once = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, given: Any = None, **initial: Any) -> None:
        name = type(self).__name__.lower()
        super().__init__(given, initial={"once": new_id(), **initial}, auto_id=f"{name}-%s")


class AgreeForm(_OneForm):
    """The client agrees."""

    partner = text_field(
        _("With whom? A person, never an organisation as such"),
        most=120,
        error_messages={"required": _("Say with whom.")},
    )
    organisation = text_field(_("Function or organisation"), most=120, required=False)
    sorts = forms.MultipleChoiceField(
        label=_("Which information?"),
        choices=[(sort.value, SORTS[sort]) for sort in Sort if sort is not Sort.LINES],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose which information.")},
    )
    purpose = text_field(
        _("For what purpose?"), rows=True, most=300, error_messages={"required": _("Say for what purpose.")}
    )
    way = forms.ChoiceField(
        label=_("How did the client say so?"),
        choices=[(way.value, WAYS[way]) for way in Way],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the client said so.")},
    )
    on = day_field(_("On which day?"), error_messages={"required": _("On which day was it given?")})
    until = day_field(
        _("Until when?"),
        help_text=_("A year at most. Then you ask again."),
        error_messages={"required": _("Every agreement ends: choose a day.")},
    )

    def __init__(self, given: Any = None, **initial: Any) -> None:
        start = {"way": Way.SPOKEN, "on": today(), "until": today() + timedelta(days=USUAL_DAYS)}
        super().__init__(given, **{**start, **initial})

    def said(self, by: str) -> AgreedToShare:
        """What was filled in."""
        given = self.cleaned_data
        return AgreedToShare(
            partner=given["partner"],
            organisation=given["organisation"],
            sorts=tuple(given["sorts"]),
            purpose=given["purpose"],
            way=given["way"],
            on=given["on"],
            until=given["until"],
            by=by,
        )


class WithdrawForm(_OneForm):
    """The client wants it no more."""

    on = day_field(_("Since which day?"), error_messages={"required": _("Since which day?")})
    told_by = text_field(
        _("Who told you?"),
        most=120,
        help_text=_("The client, or who speaks for the client."),
        error_messages={"required": _("Say who told you.")},
    )

    def __init__(self, given: Any = None, **initial: Any) -> None:
        super().__init__(given, **{"on": today(), **initial})
