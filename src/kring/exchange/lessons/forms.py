"""The forms of the library. What was typed always comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.exchange.lessons.codelists import WorkingForm
from kring.exchange.lessons.content import CardCollection, LessonCard
from kring.team.form_fields import text_field
from kring.team.life_domains import LifeDomain
from kring.team.once_forms import OnceForm, SeenForm

TEXTS = ("title", "situation", "helped", "not_helped")
ANY = [("", _("any"))]


class CardForm(SeenForm):
    """A lesson card. Nobody stands in it."""

    title = text_field(_("The lesson in one sentence"), most=120)
    situation = text_field(
        _("In which situation?"), rows=True, most=1200, help_text=_("About our work. Nobody may be recognised in it.")
    )
    helped = text_field(_("What helped?"), rows=True, most=1200)
    not_helped = text_field(_("What did not, or what to mind?"), rows=True, most=1200, required=False)
    domains = forms.MultipleChoiceField(
        label=_("In which life domains?"),
        choices=LifeDomain.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    form = forms.ChoiceField(
        label=_("How did you work?"), choices=[("", _("not said")), *WorkingForm.choices], required=False
    )

    def __init__(self, given: Any = None, *, card: LessonCard | None = None, seen: int = 0) -> None:
        stands = {name: getattr(card, name) for name in self.base_fields if card and hasattr(card, name)}
        super().__init__(given, seen=seen, **stands)

    def card(self) -> LessonCard:
        """What was filled in."""
        given = self.cleaned_data
        texts = {name: given[name] for name in TEXTS}
        return LessonCard(**texts, domains=tuple(given["domains"]), form=given["form"])


class FindForm(forms.Form):
    """What one looks for. A search is a POST, so that no word stands in an address or a log."""

    words = text_field(_("Which words?"), most=80, required=False)
    domain = forms.ChoiceField(label=_("Life domain"), choices=[*ANY, *LifeDomain.choices], required=False)
    form = forms.ChoiceField(label=_("Working form"), choices=[*ANY, *WorkingForm.choices], required=False)


class GatherForm(OnceForm):
    """A new collection."""

    name = text_field(_("What is it called?"), most=80)
    why = text_field(_("What is it for?"), rows=True, most=400, required=False)


class CollectForm(forms.Form):
    """Into which collection a card goes."""

    collection = forms.ChoiceField(label=_("Into which collection?"))

    def __init__(self, given: Any = None, *, offered: list[tuple[str, CardCollection]]) -> None:
        super().__init__(given)
        self.fields["collection"].choices = [(one, said.name) for one, said in offered]  # type: ignore[attr-defined]
