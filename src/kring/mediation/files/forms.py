"""The forms of a file. Each carries `once`, the key of this sending; what was typed always comes back."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.mediation.files import words
from kring.mediation.files.codelists import Side
from kring.mediation.files.content import FileContent, SideContent
from kring.team.form_fields import day_field, text_field
from kring.team.once_forms import OnceForm, SeenForm

NOT_YET = _("not yet")


class CallForm(OnceForm):
    """Who called, how, and about what. Little is asked: the neighbour is not named here."""

    label = text_field(
        _("What do you call this file?"),
        most=80,
        help_text=_("A street or a place. No name: this stands in the list."),
    )
    way = forms.ChoiceField(
        label=_("How did the call come?"), choices=words.choices(words.WAYS), widget=forms.RadioSelect
    )
    referrer = forms.ChoiceField(
        label=_("Who pointed to us?"), choices=words.choices(words.REFERRERS), widget=forms.RadioSelect
    )
    natures = forms.MultipleChoiceField(
        label=_("What is it about?"),
        choices=words.choices(words.NATURES),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    name = text_field(_("What is the caller called?"), most=80, required=False)
    reach = text_field(_("How can we reach the caller?"), most=160, required=False)
    told = text_field(_("What happens, in the words of the caller?"), rows=True, most=2000, required=False)
    wish = text_field(_("What should change?"), rows=True, most=600, required=False)

    def called(self) -> tuple[FileContent, SideContent]:
        """The file, and the sheet of who called."""
        given = self.cleaned_data
        content = FileContent(given["label"], given["way"], given["referrer"], tuple(given["natures"]))
        return content, SideContent(**{name: given[name] for name in ("name", "reach", "told", "wish")})


class SideForm(SeenForm):
    """The sheet of one party: the same questions to both."""

    name = text_field(_("Name"), most=80, required=False)
    reach = text_field(_("How can we reach this party?"), most=160, required=False)
    told = text_field(_("What happens, in the words of this party?"), rows=True, most=2000, required=False)
    wish = text_field(_("What should change?"), rows=True, most=600, required=False)
    intake_on = day_field(_("When did you talk with this party alone?"), required=False)
    willing = forms.ChoiceField(
        label=_("Does this party take part?"),
        choices=words.choices(words.WILLING, NOT_YET),
        widget=forms.RadioSelect,
        required=False,
    )
    result = forms.ChoiceField(
        label=_("What came of it, for this party?"), choices=words.choices(words.RESULTS, NOT_YET), required=False
    )
    result_words = text_field(_("And in its own words?"), rows=True, most=600, required=False)
    holds = forms.ChoiceField(
        label=_("How is it some weeks later, for this party?"),
        choices=words.choices(words.HOLDS, NOT_YET),
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, side: Side, given: Any = None, *, sheet: SideContent | None = None, seen: int = 0) -> None:
        stands = {name: getattr(sheet, name) for name in self.base_fields if sheet and hasattr(sheet, name)}
        super().__init__(given, auto_id=f"side-{side.value}-%s", seen=seen, **stands)

    def sheet(self, stands: SideContent) -> SideContent:
        """What was filled in; what the party wrote itself stays as it is."""
        given = self.cleaned_data
        return replace(stands, **{name: given[name] for name in SideContent.__dataclass_fields__ if name in given})


class TalkForm(SeenForm):
    """How they talk, or why it does not start."""

    form = forms.ChoiceField(
        label=_("How do they talk?"),
        choices=words.choices(words.FORMS, NOT_YET),
        widget=forms.RadioSelect,
        required=False,
    )
    met_on = day_field(_("On which day did they talk?"), required=False)
    not_started = forms.ChoiceField(
        label=_("Or why does it not start?"),
        choices=words.choices(words.NOT_STARTED, _("it does, or nobody knows yet")),
        required=False,
    )

    def __init__(self, given: Any = None, *, content: FileContent | None = None, seen: int = 0) -> None:
        stands = {name: getattr(content, name) for name in self.base_fields if content and hasattr(content, name)}
        super().__init__(given, seen=seen, **stands)

    def talk(self, content: FileContent) -> FileContent:
        """What stood there, with what was filled in."""
        return replace(content, **{name: self.cleaned_data[name] for name in ("form", "met_on", "not_started")})


class HelpForm(OnceForm):
    """Which volunteer, until which day."""

    person = forms.ChoiceField(label=_("Which volunteer?"))
    until = day_field(_("Until which day?"), help_text=_("Half a year at most. The key ends by itself after it."))

    def __init__(self, given: Any = None, *, people: list[tuple[str, str]]) -> None:
        super().__init__(given)
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # a choice field
