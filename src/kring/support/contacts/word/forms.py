"""To whom, about whom, and one sentence."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.support.contacts.word.content import ColleagueWord
from kring.team.models import Colleague
from kring.vault.primitives import new_id


class FileForm(forms.Form):
    """With which dossier a word is filed."""

    dossier = forms.ChoiceField(label=_("With which dossier?"), error_messages={"required": _("Choose a dossier.")})

    def __init__(self, given: Any = None, *, dossiers: Iterable[tuple[str, str]]) -> None:
        super().__init__(given)
        self.fields["dossier"].choices = [("", _("Choose")), *dossiers]  # type: ignore[attr-defined]  # a choice field


class WordForm(forms.Form):
    """A word for a colleague of the same circle."""

    to = forms.ChoiceField(label=_("For whom?"), error_messages={"required": _("Choose a colleague.")})
    nickname = forms.CharField(
        label=_("About whom?"), max_length=40, help_text=_("A nickname is enough. No surname, please.")
    )
    sentence = forms.CharField(label=_("One sentence"), max_length=200)

    def __init__(self, given: Any = None, *, colleagues: Iterable[Colleague], me: str) -> None:
        super().__init__(given, prefix="word", initial={"once": new_id()})
        others = [(one.principal, one.name) for one in colleagues if one.principal != me]
        self.fields["to"].choices = [("", _("Choose")), *others]  # type: ignore[attr-defined]  # a choice field

    @property
    def word(self) -> ColleagueWord:
        """What was written."""
        return ColleagueWord(self.cleaned_data["nickname"], self.cleaned_data["sentence"])
