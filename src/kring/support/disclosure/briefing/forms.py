"""The form of a letter upward: what telling something outside asks, for one reader, with a question and an end."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.consultation.forms import StepForm
from kring.support.disclosure.briefing.content import BriefingContent
from kring.support.disclosure.decision.forms import DisclosureForm
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.team import queries as team
from kring.team.clock import today
from kring.team.form_fields import day_field, text_field
from kring.team.models import Colleague

GROUNDS: tuple[Ground, ...] = (Ground.JOINT, Ground.AGREEMENT, Ground.ASSISTANCE, Ground.NECESSITY, Ground.LEGAL_DUTY)
USUAL_DAYS, LONGEST_DAYS = 14, 30


class BriefingForm(DisclosureForm):
    """A question to one head, with lines copied one by one. `readers`: who may be asked."""

    step = "brief"
    grounds_offered: ClassVar[Collection[Ground]] = GROUNDS

    to = forms.ChoiceField(label=_("To whom?"), widget=forms.RadioSelect)
    question = text_field(_("What do you ask?"), rows=True, most=1500)
    options = text_field(_("What could be done? One on each row"), rows=True, most=1500, required=False)
    needs = text_field(_("What do you need?"), rows=True, most=1000, required=False)
    until = day_field(label=_("It opens until"))

    def __init__(self, lines: Sequence[str], readers: Sequence[Colleague], given: Any = None, **options: Any) -> None:
        start = {"until": today() + timedelta(days=USUAL_DAYS), "to": readers[0].principal if readers else ""}
        super().__init__(lines, given, **{**start, **options})
        self.readers = {one.principal: one for one in readers}
        self.fields["to"].choices = [(one.principal, one.name) for one in readers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        given |= {"recipient": self._name(), "kind": Recipient.TEAM, "on": today()}
        given = super().clean()
        days = (given["until"] - today()).days if given.get("until") else USUAL_DAYS
        if not 0 < days <= LONGEST_DAYS:
            self.add_error("until", gettext("Choose a day within thirty days: every letter ends."))
        return given

    @property
    def declines(self) -> bool:
        """A letter is written or left; there is no third."""
        return False

    @property
    def secrecy(self) -> str:
        """As it is recorded of who is asked."""
        to = self.cleaned_data.get("to", "")
        return team.secrecy_of(to) if to else "none"

    def letter(self, by: str) -> BriefingContent:
        """What the reader reads."""
        given = self.cleaned_data
        rows = [row.strip() for row in given["options"].splitlines()]
        return BriefingContent(
            question=given["question"],
            options=tuple(filter(None, rows)),
            needed=given["needs"],
            items=DisclosureForm._items(self),
            by=by,
            to=given["to"],
            on=today(),
            until=given["until"],
        )

    def _items(self) -> tuple[str, ...]:
        """The question is told as well."""
        question = self.cleaned_data.get("question", "")
        return tuple(filter(None, [question, *super()._items()]))

    def _name(self) -> str:
        reader = self.readers.get(self.cleaned_data.get("to", ""))
        return reader.name if reader else ""


class FurtherForm(BriefingForm):
    """One step further up. Who passes it on sees no agreement of the client, so goes by another ground."""

    grounds_offered = tuple(one for one in GROUNDS if one != Ground.AGREEMENT)


class AnswerForm(StepForm):
    """A word back."""

    step = "answer"
    words = text_field(_("Your answer"), rows=True, most=2000)
