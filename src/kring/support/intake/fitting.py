"""A form as it fits who refers: what is not asked of them, and the moments that are on offer."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext

from kring.support.intake.codelists import ReferrerKind
from kring.support.intake.forms import StoryForm, TalkForm, WhoForm
from kring.support.intake.moments import show

CALL = "call"
"""The choice of who would rather be called than come at one of the hours."""


NOT_ASKED: Mapping[str, tuple[str, ...]] = {
    ReferrerKind.FAMILY: ("organisation",),
    ReferrerKind.SELF: ("organisation", "informed", "protect_source"),
}
"""Kind of referrer -> what is not asked, and not kept when it came along all the same.

The first page shows all of it until somebody chose; there the style sheet hides what does not fit.
"""


def not_asked(kind: str) -> tuple[str, ...]:
    """The fields that do not fit this kind of referrer."""
    return NOT_ASKED.get(kind, ())


def fitted(form: forms.Form, kind: str, offered: Callable[[], Sequence[datetime]]) -> forms.Form:
    """The form without the questions that do not fit; `offered` is asked once moments are shown or chosen."""
    if not isinstance(form, WhoForm):
        for name in not_asked(kind):
            form.fields.pop(name, None)
    if isinstance(form, StoryForm) and kind == ReferrerKind.SELF:
        form.fields["concern"].label = gettext("What is going on?")
        form.fields["concern"].help_text = gettext("In your own words. You need not give your name.")
        form.fields["age_band"].label = gettext("How old are you, about?")
    if isinstance(form, TalkForm):
        _offer(form, offered)
    return form


def _offer(form: TalkForm, offered: Callable[[], Sequence[datetime]]) -> None:
    def choices() -> list[tuple[str, str]]:
        hours = [(show.value(at), show.moment(at)) for at in offered()]
        return [*hours, (CALL, gettext("Rather call me"))]

    def wishes() -> str:
        return gettext("Does none of these suit you?") if offered() else gettext("When does it suit you?")

    form.fields["moment"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
    form.beside = {"moment": {CALL: gettext("within two working days")}}
    form.fields["wishes"].label = lazy(wishes, str)()
