"""Which half hours a colleague publishes, and what may be taken back. Pure; the sentences hold no personal data."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LENGTH = timedelta(minutes=30)
MOST_A_DAY = 16


class NotPublished(ValueError):
    """The moments were not published; the sentence may be shown. `field`: what it is about."""

    def __init__(self, sentence: str | Promise, field: str) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


class Taken(Exception):
    """Somebody else has this moment, or it is over: the referrer chooses another and loses nothing."""


def half_hours(day: date, begins: time, ends: time) -> list[datetime]:
    """Every half hour that fits, on the town's clock. Raises `NotPublished` when none does or they are too many."""
    found = list(_half_hours(datetime.combine(day, begins), datetime.combine(day, ends)))
    if not found:
        raise NotPublished(_("At least half an hour must fit in between."), "ends")
    if len(found) > MOST_A_DAY:
        raise NotPublished(_("At most eight hours at a time."), "ends")
    return [timezone.make_aware(one) for one in found]


def check_day(day: date, today: date) -> None:
    """A moment lies ahead, within half a year. Raises `NotPublished`."""
    if day < today:
        raise NotPublished(_("This day is over already."), "day")
    if day > today + timedelta(days=183):
        raise NotPublished(_("At most half a year ahead."), "day")


def _half_hours(begins: datetime, ends: datetime) -> Iterator[datetime]:
    while begins + LENGTH <= ends:
        yield begins
        begins += LENGTH
