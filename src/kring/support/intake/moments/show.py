"""Moments as the pages say them: days with their hours. Words only."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.support.intake.moments import place
from kring.support.intake.moments.models import TalkMoment

State = TalkMoment.State


@dataclass(frozen=True, slots=True)
class Line:
    """One moment. `referral`: whose page to open, "" while it is free."""

    id: str
    hour: str
    where: str
    state: str
    free: bool
    asked: bool
    referral: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its moments."""

    title: str
    moments: list[Line] = field(default_factory=list)


def lines(rows: list[TalkMoment]) -> list[Day]:
    """The moments of one colleague by day."""
    days: dict[str, Day] = {}
    for row in rows:
        title = in_full(row.starts_at)
        day = days.setdefault(title, Day(title))
        free, asked = row.state == State.FREE, row.state == State.REQUESTED
        day.moments.append(
            Line(row.id, hour(row.starts_at), place.of(row), str(row.get_state_display()), free, asked, row.referral)
        )
    return list(days.values())


def in_full(at: datetime) -> str:
    """The day: "Wednesday 11 March"."""
    return date_format(timezone.localtime(at), "l j F")


def hour(at: datetime) -> str:
    """The hour: "9.30" in Dutch."""
    return date_format(timezone.localtime(at), gettext("G:i"))


def moment(at: datetime) -> str:
    """Day and hour: "Wednesday 11 March, 13.00"."""
    return gettext("%(day)s, %(time)s") % {"day": in_full(at), "time": hour(at)}


def value(at: datetime) -> str:
    """A moment as the form sends it; which colleague has it does not stand in it."""
    return timezone.localtime(at).isoformat(timespec="minutes")
