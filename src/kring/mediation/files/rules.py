"""What may be when, and where a file stands: pure. Every rule treats the two sides alike (SAN-09)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from kring.mediation.files.codelists import Form, NotStarted, Phase, Side, Willing
from kring.mediation.files.content import FileContent, SideContent
from kring.vault.refusals import VaultError

FOLLOW_UP = timedelta(weeks=6)
"""So long after the talk each party is asked how it is."""
LONGEST_HELP = timedelta(days=183)
"""A volunteer helps on one file for half a year at most; longer is another time, decided anew."""

Sides = Mapping[Side, SideContent]


class NotYet(VaultError):
    """Something comes before this; the sentence says what."""

    def __init__(self, sentence: Any, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


def phase(file: FileContent, sides: Sides) -> Phase:
    """Where it stands. The two sides move it together or not at all."""
    both = tuple(sides[side] for side in Side)
    if file.not_started or all(one.holds for one in both):
        return Phase.OVER
    if all(one.result for one in both):
        return Phase.FOLLOW_UP
    if file.form:
        return Phase.TALK
    return Phase.INTAKE if any(one.intake_on for one in both) else Phase.CALL


def check_form(file: FileContent, sides: Sides) -> None:
    """They talk once each said yes after a talk of his own; direct or to and fro alike. Raises `NotYet`."""
    if file.form and file.not_started:
        raise NotYet(_("Either they talk, or it does not start."), "not_started")
    if file.form not in ("", *Form) or file.not_started not in ("", *NotStarted):
        raise NotYet(_("Choose one of the list."))
    ready = all(one.intake_on and one.willing == Willing.YES for one in sides.values())
    if file.form and not ready:
        raise NotYet(_("First a talk with each of them, and a yes of both."), "form")
    if file.met_on and not file.form:
        raise NotYet(_("Say first how they talk."), "met_on")


def check_side(file: FileContent, sheet: SideContent) -> None:
    """A result comes after the talk, and how it holds after the result. Raises `NotYet`."""
    if sheet.result and not (file.form and file.met_on):
        raise NotYet(_("A result comes after the talk: say first how and when they talked."), "result")
    if sheet.holds and not sheet.result:
        raise NotYet(_("How it holds comes after the result."), "holds")


def follow_up_on(file: FileContent, sides: Sides) -> date | None:
    """The day on which both are asked how it is; None before both know their result, and once both were asked."""
    if file.met_on and phase(file, sides) == Phase.FOLLOW_UP:
        return file.met_on + FOLLOW_UP
    return None


def may_end(file: FileContent, sides: Sides) -> bool:
    """Whether nothing is left to do, so that what was written can go."""
    return phase(file, sides) == Phase.OVER
