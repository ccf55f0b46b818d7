"""The forms of colleagues. Each carries `once`, the key of this sending; what was typed always comes back."""

from typing import TypedDict

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kring.concerns.own.copying import renew
from kring.concerns.partners.codelists import Secrecy, WorksAs
from kring.concerns.partners.content import PartnerContent
from kring.concerns.threads.actions import Copied
from kring.concerns.threads.codelists import Outcome
from kring.team.form_fields import day_field, text_field
from kring.team.once_forms import OnceForm, SeenForm


class Sent(TypedDict):
    """The revision that stood beside the form, the key of this sending, and what makes the copy of the partner."""

    seen: int
    once: str
    copied: Copied


class ThreadForm(SeenForm):
    """A form that writes in a thread."""

    def sent(self) -> Sent:
        """What every write of a thread needs besides its words."""
        return {"seen": self.cleaned_data["seen"], "once": self.cleaned_data["once"], "copied": renew}


class LinkForm(OnceForm):
    """The word that opens the page, and the language of the mail."""

    word = text_field(
        _("Which word did you agree on?"), most=40, help_text=_("Say it by phone. It stands in no mail and in no list.")
    )
    language = forms.ChoiceField(label=_("In which language?"), choices=settings.LANGUAGES)


class InviteForm(LinkForm):
    """Who may raise concerns, where, and until when."""

    name = text_field(_("Who is it?"), most=80)
    school = text_field(_("At which school, or in which quarter?"), most=80)
    works_as = forms.ChoiceField(label=_("As what?"), choices=WorksAs.choices, widget=forms.RadioSelect)
    secrecy = forms.ChoiceField(label=_("What binds this person?"), choices=Secrecy.choices, widget=forms.RadioSelect)
    email = forms.EmailField(label=_("E-mail address"), max_length=160)
    reach = text_field(_("Telephone"), most=40, required=False)
    until = day_field(_("Until which day?"), help_text=_("Mostly the end of the school year."))

    def content(self) -> PartnerContent:
        """What it says of the person."""
        given = self.cleaned_data
        names = ("name", "school", "works_as", "secrecy", "email", "reach")
        return PartnerContent(**{name: given[name] for name in names})


class AnswerForm(ThreadForm):
    """A word for who raised it."""

    words = text_field(
        _("Your answer"),
        rows=True,
        most=2000,
        help_text=_("The school reads this. Tell whether something runs, not what."),
    )


class DecideForm(ThreadForm):
    """How it ends."""

    outcome = forms.ChoiceField(label=_("How does it go on?"), choices=Outcome.choices, widget=forms.RadioSelect)
    talk_on = day_field(_("On which day did you talk?"), required=False)
