"""What one types on a round, as little as can be: a spot, who walks along, a nickname, a group."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.log.codelists import TILES
from kring.support.contacts.rounds.codelists import GroupSize
from kring.support.dossier.codelists import Area
from kring.team.models import Colleague

SENTENCE = 120


class SpotForm(forms.Form):
    """A spot the circle visits."""

    name = forms.CharField(
        label=_("What do you call the spot?"), max_length=40, error_messages={"required": _("Give it a short name.")}
    )
    area = forms.ChoiceField(label=_("Which part of town?"), choices=Area.choices, initial=Area.UNKNOWN)


class StartForm(forms.Form):
    """Who walks along."""

    beside = forms.MultipleChoiceField(label=_("Who walks along?"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, given: Any = None, *, colleagues: Iterable[Colleague], me: str) -> None:
        super().__init__(given)
        others = [(one.principal, one.name.split(" ")[0]) for one in colleagues if one.principal != me]
        self.fields["beside"].choices = others  # type: ignore[attr-defined]  # a choice field


class NicknameForm(forms.Form):
    """Somebody met, by what the street calls him."""

    nickname = forms.CharField(
        label=_("Nickname"), max_length=40, error_messages={"required": _("A nickname is enough.")}
    )
    words = forms.CharField(label=_("One sentence"), max_length=SENTENCE, required=False)
    known = forms.BooleanField(label=_("Known to us, no dossier"), required=False)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, auto_id="nickname-%s")


class WithoutForm(forms.Form):
    """A contact with somebody who has no dossier, outside a round: how, and as little more as one likes."""

    kind = forms.ChoiceField(
        label=_("How?"),
        choices=[(kind.value, kind.label) for kind in TILES],
        widget=forms.RadioSelect,
        error_messages={"required": _("How was there contact?")},
    )
    nickname = forms.CharField(label=_("Nickname"), max_length=40, required=False)
    words = forms.CharField(label=_("One sentence"), max_length=SENTENCE, required=False)
    known = forms.BooleanField(label=_("Known to us, no dossier"), required=False)

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, prefix="without")


class GroupForm(forms.Form):
    """A group met: what it was about, and about how many."""

    words = forms.CharField(label=_("What was it about?"), max_length=SENTENCE, required=False)
    size = forms.ChoiceField(
        label=_("About how many?"),
        choices=GroupSize.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("About how many were there?")},
    )

    def __init__(self, given: Any = None) -> None:
        super().__init__(given, auto_id="group-%s")
