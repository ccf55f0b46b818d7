"""Which moment it is for a contact: the case day (fixed in a demo) with the real time of day."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kring.team.clock import today


def case_now() -> datetime:
    """The present moment, on the case day."""
    return at(today(), timezone.localtime().time().replace(second=0, microsecond=0))


def at(day: date, hour: time) -> datetime:
    """A moment in the town."""
    return timezone.make_aware(datetime.combine(day, hour))


def tomorrow(on: date) -> date:
    """The day after it."""
    return on + timedelta(days=1)


def this_week(on: date) -> date:
    """Friday of its week; in the weekend, Friday of the next."""
    return on + timedelta(days=(4 - on.weekday()) % 7)


A_LITTLE = timedelta(minutes=10)
"""A clock of a phone may run ahead by so much."""
