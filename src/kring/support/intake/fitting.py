"""A form as it fits who refers: what is not asked of them, and the moments that are on offer."""

from collections.abc import Sequence
from datetime import datetime

from django import forms
from django.utils.translation import gettext

from kring.support.intake.codelists import ReferrerKind
from kring.support.intake.forms import TalkForm
from kring.support.intake.moments import show

CALL = "call"
"""The choice of who would rather be called than come at one of the hours."""


def fitted(form: forms.Form, kind: str, offered: Sequence[datetime], *, chosen: str = "") -> forms.Form:
    """The form without the questions that do not fit; `chosen`: the moment that was asked for, which may be gone."""
    if kind == ReferrerKind.SELF:
        form.fields.pop("informed", None)
    if isinstance(form, TalkForm):
        _offer(form, offered, chosen)
    return form


def _offer(form: TalkForm, offered: Sequence[datetime], chosen: str) -> None:
    if not offered and not chosen:
        del form.fields["moment"]
        return
    hours = [(show.value(at), show.moment(at)) for at in offered]
    form.fields["moment"].choices = [*hours, (CALL, gettext("Rather call me"))]  # type: ignore[attr-defined]  # a ChoiceField
    form.beside = {"moment": {CALL: gettext("within two working days")}}
    if offered:
        form.fields["wishes"].label = gettext("Does none of these suit you?")
