"""A form as it fits who refers: what is not asked of them, and the moments that are on offer."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext

from kring.support.intake.codelists import ReferrerKind
from kring.support.intake.forms import TalkForm
from kring.support.intake.moments import show

CALL = "call"
"""The choice of who would rather be called than come at one of the hours."""


def fitted(form: forms.Form, kind: str, offered: Callable[[], Sequence[datetime]]) -> forms.Form:
    """The form without the questions that do not fit; `offered` is asked once moments are shown or chosen."""
    if kind == ReferrerKind.SELF:
        form.fields.pop("informed", None)
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
