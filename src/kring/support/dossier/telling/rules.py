"""How something is told, why it may wait, and which days fit: pure functions and two tables (GDP-06)."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.support.dossier.telling.content import Telling, Waits, Way

WAYS: dict[Way, Promise] = {
    Way.TALK: _("In a talk"),
    Way.STEPS: _("In steps, over several talks"),
    Way.PHONE: _("By phone"),
    Way.MESSAGE: _("In a message"),
    Way.LETTER: _("In a letter"),
}
WAITING: dict[Waits, Promise] = {
    Waits.NOT_SAFE: _("It is not safe yet"),
    Waits.EFFORT: _("It is impossible, or asks far too much"),
    Waits.AIM: _("It would seriously harm our aim"),
    Waits.SECRECY: _("Professional secrecy forbids it"),
}


class DayDoesNotFit(Exception):
    """A day that cannot be; the sentence stands beside its field."""

    def __init__(self, field: str, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.field, self.sentence = field, sentence


def due(due_on: date, contact_from: date | None, last_contact_on: date | None) -> date:
    """The day it is to be told: the first communication counts, and the month at the latest (GDP-06, art. 14(3)).

    contact_from: as of `Task`. Of the contacts only the last is known without opening them, so after several talks the
    day is that of the last: never too early, and due all the same.
    """
    if contact_from is None or last_contact_on is None or last_contact_on < contact_from:
        return due_on
    return min(due_on, last_contact_on)


def check(telling: Telling, today: date) -> None:
    """Raise `DayDoesNotFit` for telling on a day to come, or looking again on a day that does not lie ahead."""
    if telling.on > today:
        raise DayDoesNotFit("on", _("This day has not come yet. Write it down when you told it."))
    if telling.again_on is not None and telling.again_on <= today:
        raise DayDoesNotFit("again_on", _("Choose a day that lies ahead: then we ask you again."))
