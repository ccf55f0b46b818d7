"""The forms of what is done beside planning and deciding: wait, ask, remind, take back, put together, hand over."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.clarification.forms import Choices, Invites, StepForm
from kring.team.form_fields import day_field, text_field


class WaitForm(Invites):
    """Until when it waits, and how the referrer hears of it."""

    step = "wait"
    shapes = {"words": "text", "to": "choices"}
    rows = {"words": 2}
    again_on = day_field(label=_("From which day do we look at it again?"))
    words = text_field(_("Why does it wait?"), required=False, help_text=_("Stays inside. The referrer hears the day."))
    field_order = ["again_on", "words", "to"]


class WaitForReferrerForm(StepForm):
    """What the referrer was asked."""

    step = "wait_for_referrer"
    shapes = {"words": "text"}
    rows = {"words": 3}
    words = text_field(_("What did you ask the referrer?"), rows=True, most=2000)


class RemindForm(Invites):
    """Where the reminder goes."""

    step = "remind"
    shapes = {"to": "choices"}

    def prepare(self) -> None:
        super().prepare()
        mails: Choices = [one for one in self.fields["to"].choices if one[0] != self.BY_PHONE]  # type: ignore[attr-defined]
        self.fields["to"].choices = mails  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["to"].label = gettext("Where does the reminder go?")
        if not mails:
            self.fields["to"].help_text = gettext("There is no address to write to. Call the referrer.")


class BackToNewForm(StepForm):
    """Why it goes back."""

    step = "back_to_new"
    shapes = {"words": "text"}
    rows = {"words": 2}
    words = text_field(_("Why does it go back?"), most=1000)


class MergeForm(StepForm):
    """Which other referral is about the same."""

    step = "merge"
    other = forms.ChoiceField(
        label=_("Which one is about the same?"),
        help_text=_("Read both first. Its words come here, its card goes, both codes keep working."),
    )

    def prepare(self) -> None:
        nothing: Choices = [("", gettext("Choose a referral"))]
        self.fields["other"].choices = [*nothing, *self.around.others]  # type: ignore[attr-defined]  # a ChoiceField


class EndAcuteForm(StepForm):
    """Who took over."""

    step = "end_acute"
    shapes = {"words": "text"}
    rows = {"words": 3}
    words = text_field(_("Who took over, and what was agreed?"), rows=True, most=2000)
