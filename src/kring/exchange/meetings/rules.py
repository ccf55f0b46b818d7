"""What may be done in a meeting, and when. Pure; `check_x` raises with a sentence and the field it is about."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kring.vault.refusals import VaultError


class NotYet(VaultError):
    """Something stands in the way; `field` is where it belongs on the form."""

    def __init__(self, sentence: object, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = str(sentence), field


def check_day(on: date, *, today: date) -> None:
    """A meeting is planned from today on."""
    if on < today:
        raise NotYet(_("That day is over. Choose today or later."), "on")


def check_open(*, over: bool) -> None:
    """Nothing is put on the agenda of a meeting that is over."""
    if over:
        raise NotYet(_("This meeting is over. Put it on the agenda of the next one."))


def may_settle(owner: str, person: str) -> bool:
    """Who does it says that it was done."""
    return owner == person
