"""Days of the case beside instants: the same in a town of today, apart in a demo that stands on a day of its own."""

from datetime import date, datetime

from django.utils import timezone

from kring.team.clock import today


def case_day(instant: datetime) -> date:
    """The day of the case on which something really happened.

    In a demo that stands on 1 March 2021 what happens now happens on that day; in a real town nothing changes.
    """
    day, on = timezone.localdate(instant), today()
    return day if day <= on else on - (timezone.localdate() - day)


def days_since(instant: datetime) -> int:
    """Whole days of the case between then and today."""
    return (today() - case_day(instant)).days
