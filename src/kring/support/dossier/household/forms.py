"""How two people belong together, and the form that links two dossiers."""

from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kring.vault.primitives import new_id


class Relation(TextChoices):
    """How two people belong together."""

    SIBLINGS = "siblings", _("Brother or sister")
    PARENT = "parent", _("Parent and child")
    HOME = "home", _("Same home")
    FAMILY = "family", _("Other family")


class LinkForm(forms.Form):
    """Which dossier, and how they belong together."""

    once = forms.CharField(widget=forms.HiddenInput, max_length=40)
    other = forms.ChoiceField(label=_("Which dossier of yours?"), error_messages={"required": _("Choose a dossier.")})
    relation = forms.ChoiceField(
        label=_("How do they belong together?"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )

    def __init__(self, given: Any, *, mine: list[tuple[str, str]]) -> None:
        super().__init__(given, initial={"once": new_id()})
        self.fields["other"].choices = [("", _("Choose a dossier")), *mine]  # type: ignore[attr-defined]  # a choice
