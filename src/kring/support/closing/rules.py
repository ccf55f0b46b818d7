"""What an ending needs, and what it starts: pure functions over what was filled in."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.closing.content import ClosingContent, Reason
from kring.support.dossier.models import Task
from kring.team.clock import months_after

AFTERCARE: dict[str, int] = {Task.Kind.AFTERCARE_FIRST: 3, Task.Kind.AFTERCARE_SECOND: 6}
"""Kind of task -> months after the closing."""


class NotClosed(Exception):
    """Something is missing or does not fit; the sentence stands beside its field."""

    def __init__(self, field: str, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.field, self.sentence = field, sentence


def check_closing(closing: ClosingContent, *, opened_on: date) -> None:
    """Raise `NotClosed` unless there was a talk, or a word why there was none."""
    if closing.talk_on is not None and not opened_on <= closing.talk_on <= closing.on:
        raise NotClosed("talk_on", _("The talk lies between the start of the role and this day."))
    if closing.talk_on is None and not closing.why_no_talk and closing.reason is not Reason.DECEASED:
        raise NotClosed("why_no_talk", _("When was the closing talk? Or say in a few words why there was none."))


def silences(reason: Reason) -> bool:
    """Whether nothing may go out any more."""
    return reason is Reason.DECEASED


def aftercare_on(kind: str, closed_on: date) -> date:
    """When to ask how it goes."""
    return months_after(closed_on, AFTERCARE[kind])
