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


def check(telling: Telling, today: date) -> None:
    """Raise `DayDoesNotFit` for telling on a day to come, or looking again on a day that does not lie ahead."""
    if telling.on > today:
        raise DayDoesNotFit("on", _("This day has not come yet. Write it down when you told it."))
    if telling.again_on is not None and telling.again_on <= today:
        raise DayDoesNotFit("again_on", _("Choose a day that lies ahead: then we ask you again."))
