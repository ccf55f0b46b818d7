"""The two forms of a vignette: the story as it is told, and the one that was built and read over."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.exchange.meetings.models import Meeting
from kring.team.form_fields import text_field
from kring.team.once_forms import OnceForm


class Room(TextChoices):
    """Who in the room may know who it is."""

    NOBODY = "nobody", _("Nobody, as far as I know")
    SOMEBODY = "somebody", _("Somebody may: a colleague who knows the family, the school or the street")


class StoryForm(OnceForm):
    """The story, with names and all: it is built and shown, and kept nowhere."""

    story = text_field(_("What is the matter?"), rows=True, most=3000)
    title = text_field(_("In a few words"), most=90, required=False)
    question = text_field(_("What do you ask of colleagues?"), rows=True, most=600, required=False)


class VignetteForm(OnceForm):
    """The vignette: read over, changed where it has to be, and put on the agenda of a meeting."""

    title = text_field(_("In a few words"), most=90)
    story = text_field(_("The vignette"), rows=True, most=3500)
    question = text_field(_("What do you ask of colleagues?"), rows=True, most=600)
    meeting = forms.ChoiceField(label=_("For which meeting?"), widget=forms.RadioSelect)
    room = forms.ChoiceField(
        label=_("Recognisable to whom in this room?"), choices=Room.choices, widget=forms.RadioSelect
    )
    read_over = forms.BooleanField(label=_("I read it word for word. Nobody can be recognised in it."))

    def __init__(self, given: Any = None, *, meetings: Iterable[Meeting], **initial: Any) -> None:
        super().__init__(given, **initial)
        self.fields["meeting"].choices = [(one.id, _said(one)) for one in meetings]  # type: ignore[attr-defined]

    def clean_room(self) -> str:
        """Somebody who may know who it is: then it is changed first."""
        if self.cleaned_data["room"] == Room.SOMEBODY:
            raise forms.ValidationError(
                _(
                    "Then change what gives it away: the age, the family, what happened."
                    " Or bring it in one circle alone."
                )
            )
        return str(self.cleaned_data["room"])


def _said(one: Meeting) -> str:
    who = _("within one circle") if one.circle else _("all circles together")
    return f"{date_format(one.on, 'l j F')}, {who}"
