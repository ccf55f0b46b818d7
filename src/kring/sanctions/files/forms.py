"""The forms of an officer and of a mediator. What was typed always comes back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.sanctions.files import words
from kring.sanctions.files.content import Parent, PersonContent
from kring.team.form_fields import day_field, text_field
from kring.team.once_forms import SeenForm


class PersonForm(SeenForm):
    """What article 44 names: who, the parents of a minor, what was established and when."""

    name = text_field(_("First name and name"), most=120)
    born_on = day_field(_("Born on"))
    residence = text_field(_("Lives at"), most=200)
    nature = forms.ChoiceField(label=_("What was established?"), choices=words.choices(words.NATURES))
    happened_on = day_field(_("Day of the facts"))
    established_on = day_field(
        _("Day of the establishment"),
        help_text=_("The day of the report of the police or the officer. Terms run from it."),
    )
    parent = text_field(_("Parent"), most=120, required=False, help_text=_("Of a minor alone."))
    parent_at = text_field(_("This parent lives at"), most=200, required=False)
    other_parent = text_field(_("Other parent"), most=120, required=False)
    other_parent_at = text_field(_("The other parent lives at"), most=200, required=False)

    def __init__(self, given: Any = None, *, person: PersonContent | None = None, seen: int = 0) -> None:
        stands: dict[str, Any] = {}
        if person is not None:
            stands = {name: getattr(person, name) for name in self.base_fields if hasattr(person, name)}
            for (who, where), one in zip(PARENTS, person.parents, strict=False):
                stands |= {who: one.name, where: one.residence}
        super().__init__(given, seen=seen, **stands)

    def person(self) -> PersonContent:
        """What was filled in."""
        given = self.cleaned_data
        parents = tuple(Parent(given[who], given[where]) for who, where in PARENTS if given[who])
        named = ("name", "born_on", "residence", "nature", "happened_on", "established_on")
        return PersonContent(**{name: given[name] for name in named}, parents=parents)


PARENTS = (("parent", "parent_at"), ("other_parent", "other_parent_at"))


class BeginForm(PersonForm):
    """The same, with what the public prosecutor says so far."""

    prosecutor = forms.ChoiceField(
        label=_("The public prosecutor"), choices=words.choices(words.PROSECUTORS), widget=forms.RadioSelect
    )


class OfferForm(SeenForm):
    """The offer to a minor, with the notice to the bar."""

    told_on = day_field(
        _("Day of the notice to the bar"),
        help_text=_("The president of the bar names a lawyer within two working days."),
        error_messages={"required": _("First the notice to the bar, so that the minor has a lawyer.")},
    )
    offered_on = day_field(_("Day of the offer"))


class AdultOfferForm(SeenForm):
    """The offer to an adult: only where the law allows it."""

    fit = forms.BooleanField(
        label=_("The regulation provides it, this adult agrees, and a victim is known."),
        error_messages={
            "required": _("For an adult all three are needed: the regulation, his agreement, and a victim.")
        },
    )
    offered_on = day_field(_("Day of the offer"))


class ReportForm(SeenForm):
    """All that a mediator reports."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=words.choices(words.OUTCOMES), widget=forms.RadioSelect
    )
    agreement = text_field(
        _("What was agreed"),
        rows=True,
        most=2000,
        required=False,
        help_text=_("Only what both want the officer to know. Nothing of what was said."),
    )
    both = forms.BooleanField(label=_("Both want this agreement passed on."), required=False)
    sure = forms.BooleanField(
        label=_("I know that it is for good: after this no mediator opens the file."),
        error_messages={"required": _("Tick that you know it is for good.")},
    )

    def clean(self) -> dict[str, Any]:
        """An agreement goes along only when both want it."""
        given = super().clean() or {}
        if given.get("agreement") and not given.get("both"):
            self.add_error("both", _("Do both want it? Tick it, or leave the agreement out."))
        return given


class ServiceForm(SeenForm):
    """Community service, and later what became of it."""

    service_offered_on = day_field(_("Day of the proposal"))
    service_hours = forms.IntegerField(label=_("Hours"), min_value=1, max_value=30)
    service = forms.ChoiceField(
        label=_("What became of it?"),
        choices=words.choices(words.SERVICES, _("not known yet")),
        widget=forms.RadioSelect,
        required=False,
    )


class DecideForm(SeenForm):
    """The decision, once."""

    sanction = forms.ChoiceField(
        label=_("What do you decide?"), choices=words.choices(words.SANCTIONS), widget=forms.RadioSelect
    )
    amount = forms.IntegerField(label=_("Amount in euros"), min_value=0, max_value=999, required=False)
    decided_on = day_field(_("Day of the decision"))


class ProsecutorForm(SeenForm):
    """What the public prosecutor says now."""

    prosecutor = forms.ChoiceField(
        label=_("The public prosecutor"), choices=words.choices(words.PROSECUTORS), widget=forms.RadioSelect
    )


class FinalForm(SeenForm):
    """Since when no appeal is left."""

    final_on = day_field(_("No appeal possible any more since"))
