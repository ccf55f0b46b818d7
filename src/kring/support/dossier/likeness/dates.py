"""How two birth dates stand to each other. A first of January is often "unknown" on papers, and proves nothing."""

from datetime import date
from enum import Enum

FAR_APART = 15
"""Years from which two people of one name may be parent and child."""


class Dates(Enum):
    """EQUAL: the same day. SLIP: day and month swapped, or a slip in the year. NEAR: one part of three differs.

    OPEN: one is not known, or only the year is. APART: two different days.
    """

    EQUAL = "equal"
    SLIP = "slip"
    NEAR = "near"
    OPEN = "open"
    APART = "apart"


def between(one: date | None, other: date | None) -> Dates:
    """The relation of two birth dates; `None` is not known."""
    if one is None or other is None:
        return Dates.OPEN
    if _year_only(one) or _year_only(other):
        return Dates.OPEN if one.year == other.year else Dates.APART
    if one == other:
        return Dates.EQUAL
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return Dates.SLIP
    if (one.day, one.month) == (other.day, other.month):
        return _years(one.year, other.year)
    same = (one.day == other.day) + (one.month == other.month) + (one.year == other.year)
    return Dates.NEAR if same == 2 else Dates.APART


def _years(one: int, other: int) -> Dates:
    """One year beside, or one wrong figure of the last two that is no generation away, is a slip of the pen."""
    apart = abs(one - other)
    if apart in (1, 10) or (apart < 10 and one // 10 == other // 10):
        return Dates.SLIP
    return Dates.APART if apart >= FAR_APART else Dates.NEAR


def _year_only(day: date) -> bool:
    return (day.month, day.day) == (1, 1)
