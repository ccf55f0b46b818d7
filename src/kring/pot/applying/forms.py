"""The form of an application, in plain words. It follows the rules of the day: ceilings, initiators, terms."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kring.pot.applying import checks
from kring.pot.applying.codelists import Applicant, Area, factor_choices
from kring.pot.applying.content import Initiator, InitiatorsContent, ProjectContent
from kring.pot.regulation.models import GrantRegulation
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field

MOST_INITIATORS = 4
PROJECT = ("title", "organisation", "applicant", "about", "plan", "factor", "audience", "area")


class ApplyForm(forms.Form):
    """One project of a group or an organisation. `rules`: those of today."""

    organisation = text_field(_("What is your group or organisation called?"), most=120)
    applicant = forms.ChoiceField(label=_("What are you?"), choices=Applicant.choices, widget=forms.RadioSelect)
    about = text_field(
        _("Tell who you are"), rows=True, most=1500, help_text=_("What do you do in the quarter, and since when?")
    )
    title = text_field(
        _("What is your project called?"), most=100, help_text=_("When it is granted this stands on the public list.")
    )
    plan = text_field(_("What are you going to do?"), rows=True, most=3000)
    factor = forms.ChoiceField(
        label=_("What does it do something about?"),
        choices=factor_choices,
        help_text=_("Choose what fits best. It says what people lack, not what is wrong with them."),
    )
    audience = text_field(
        _("For whom is it?"),
        rows=True,
        most=1000,
        help_text=_("A group, such as: girls of twelve to sixteen of the quarter. Never a name."),
    )
    area = forms.ChoiceField(label=_("Where?"), choices=Area.choices, widget=forms.RadioSelect)
    starts_on = day_field(_("When does it begin?"))
    ends_on = day_field(_("When does it end?"))
    budget = text_field(
        _("What does it cost?"), rows=True, most=1500, help_text=_("A line for each cost, with the amount behind it.")
    )
    asked_euro = forms.IntegerField(label=_("How much do you ask, in euro?"), min_value=1)
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    phone = text_field(_("Phone"), most=40, required=False)
    iban = text_field(
        _("Account number of the group or organisation"), most=50, help_text=_("Never the account of one person alone.")
    )
    holder = text_field(_("In whose name is this account?"), most=100)
    group = forms.BooleanField(label=_("This is for a group. Nobody gets money for himself."))

    def __init__(self, given: Any = None, *, rules: GrantRegulation) -> None:
        super().__init__(given, auto_id="id_%s")
        self.rules = rules
        for number in range(1, rules.initiators + 1):
            name, address = gettext("Name"), gettext("Address")
            self.fields[f"name_{number}"] = text_field(name, most=80)
            self.fields[f"address_{number}"] = text_field(address, most=160)
        asked: Any = self.fields["asked_euro"]
        asked.help_text = gettext("At most %d euro.") % rules.most_euro

    @property
    def initiators(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        """The questions about each initiator: number, name, address."""
        return [
            (number, self[f"name_{number}"], self[f"address_{number}"])
            for number in range(1, self.rules.initiators + 1)
        ]

    def clean_asked_euro(self) -> int:
        """Within the ceiling."""
        asked = int(self.cleaned_data["asked_euro"])
        if asked > self.rules.most_euro:
            raise forms.ValidationError(gettext("One project gets %d euro at most.") % self.rules.most_euro)
        return asked

    def clean_iban(self) -> str:
        """An account number that can be one."""
        iban = checks.tidy_iban(self.cleaned_data["iban"])
        if not checks.is_iban(iban):
            raise forms.ValidationError(gettext("This is no account number. Look whether every sign is right."))
        return iban

    def clean(self) -> dict[str, Any]:
        """What hangs together: the days, and the addresses."""
        given = super().clean() or {}
        begin, end = given.get("starts_on"), given.get("ends_on")
        first = checks.first_start(today(), self.rules.lead_days)
        if begin and begin < first:
            said = gettext("Ask at least %(days)d days before: your project can begin from %(day)s.")
            self.add_error("starts_on", said % {"days": self.rules.lead_days, "day": date_format(first, "j F Y")})
        if begin and end and end < begin:
            self.add_error("ends_on", gettext("The end comes before the beginning."))
        there = [str(given.get(f"address_{number}", "")) for number, _name, _at in self.initiators]
        if (same := checks.same_address(there)) is not None:
            said = gettext("Somebody above lives there too. The initiators live at different addresses.")
            self.add_error(f"address_{same + 1}", said)
        return given

    def content(self, sent: tuple[str, ...]) -> tuple[ProjectContent, InitiatorsContent]:
        """The project and its people. sent: the kinds of files that came along."""
        given = self.cleaned_data
        project = ProjectContent(
            **{name: given[name] for name in (*PROJECT, "starts_on", "ends_on", "budget", "asked_euro")}, sent=sent
        )
        people = tuple(
            Initiator(given[f"name_{number}"], given[f"address_{number}"]) for number, _name, _at in self.initiators
        )
        reach = {name: given[name] for name in ("email", "phone", "iban", "holder")}
        return project, InitiatorsContent(people, **reach, language=get_language() or "nl")


class CodeForm(forms.Form):
    """The code of an application."""

    code = text_field(_("Your code"), most=40)
