"""The forms of a meeting. Each carries `once`, the key of this sending; what was typed always comes back."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.exchange.meetings.codelists import Kind
from kring.exchange.meetings.content import MeetingContent, TeamAgreement, TopicContent
from kring.team.form_fields import day_field, text_field
from kring.team.models import Group
from kring.team.once_forms import OnceForm, SeenForm

TOGETHER = "together"


class PlanForm(OnceForm):
    """When and where colleagues meet, and which circle: all of them together unless it is said."""

    on = day_field(_("On which day?"))
    at = text_field(_("At what hour?"), most=40, required=False)
    place = text_field(_("Where?"), most=120, required=False)
    circle = forms.ChoiceField(
        label=_("Who meets?"),
        widget=forms.RadioSelect,
        help_text=_("Where several circles meet, nothing is told but vignettes and questions: no name, no place."),
    )

    def __init__(self, given: Any = None, *, circles: list[Group], **initial: Any) -> None:
        super().__init__(given, **{"circle": TOGETHER, **initial})
        offered = [(TOGETHER, _("all circles together")), *((one.code, one.name) for one in circles)]
        self.fields["circle"].choices = offered  # type: ignore[attr-defined]  # a choice field

    @property
    def which(self) -> str:
        """The circle, "" for all together."""
        chosen: str = self.cleaned_data["circle"]
        return "" if chosen == TOGETHER else chosen

    def frame(self) -> MeetingContent:
        """What lies sealed of it."""
        return MeetingContent(self.cleaned_data["at"], self.cleaned_data["place"])


class TopicForm(OnceForm):
    """Something for the agenda."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Kind.choices, widget=forms.RadioSelect)
    title = text_field(_("In a few words"), most=90, help_text=_("This stands on the agenda. No name."))
    words = text_field(
        _("What is the matter?"),
        rows=True,
        most=3000,
        required=False,
        help_text=_("Nobody may be recognised: no name, no street, no school, no exact age."),
    )
    question = text_field(_("What do you ask of colleagues?"), rows=True, most=600, required=False)

    def topic(self, by: str) -> TopicContent:
        """What was put on the agenda."""
        given = self.cleaned_data
        return TopicContent(given["kind"], given["title"], given["words"], given["question"], by, timezone.now())


class BringForm(OnceForm):
    """What one colleague brings in."""

    words = text_field(_("What worked for you?"), rows=True, most=1500)


class NotesForm(SeenForm):
    """What the team takes away."""

    notes = text_field(
        _("Notes"),
        rows=True,
        most=8000,
        required=False,
        help_text=_("About our work, never about a client. What was told of a case is destroyed after this day."),
    )


class AgreeForm(OnceForm):
    """Who does what, until when."""

    what = text_field(_("What do we agree?"), most=300)
    owner = forms.ChoiceField(label=_("Who does it?"))
    due_on = day_field(_("Until when?"), required=False)

    def __init__(self, given: Any = None, *, people: list[tuple[str, str]]) -> None:
        super().__init__(given)
        self.fields["owner"].choices = people  # type: ignore[attr-defined]  # a choice field

    def deal(self) -> TeamAgreement:
        """What was agreed."""
        return TeamAgreement(self.cleaned_data["what"], self.cleaned_data["owner"], self.cleaned_data["due_on"])
