"""Working days: Monday to Friday. Public holidays count as working days, so a promise is never later than it says."""

from datetime import date, timedelta

SATURDAY = 5


def working_days(begins: date, ends: date) -> int:
    """How many there are after the one day and up to the other."""
    days = (begins + timedelta(days=number) for number in range(1, (ends - begins).days + 1))
    return sum(day.weekday() < SATURDAY for day in days)


def working_days_after(day: date, count: int) -> date:
    """The day on which so many are over."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day
