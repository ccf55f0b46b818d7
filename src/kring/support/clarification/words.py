"""Moments and names as the board and the page of a referral say them. Words only; no rows, no content."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from kring.support.clarification.days import case_day
from kring.support.dossier.content import Mode
from kring.support.intake.models import Referral

Outcome = Referral.Outcome

MODES: Mapping[Mode, Promise] = {
    Mode.DIRECTION: gettext_lazy("Case direction"),
    Mode.HANDS_ON: gettext_lazy("Outreach"),
    Mode.HYBRID: gettext_lazy("Case direction and outreach"),
}


def moment(at: datetime, today: date) -> str:
    """When something came in: "today, 11.52", "yesterday, 9.30", "Mon 1 March"."""
    day = case_day(at)
    if today - day <= timedelta(days=1):
        return gettext("%(day)s, %(time)s") % {"day": near(day, today), "time": clock(at)}
    return near(day, today)


def appointment(at: datetime, today: date) -> str:
    """When a talk is: always with its hour."""
    day = timezone.localdate(at)
    return gettext("%(day)s, %(time)s") % {"day": near(day, today), "time": clock(at)}


def near(day: date, today: date) -> str:
    """A day as one says it: today, yesterday, tomorrow, or its date; with the year when it is another one."""
    by_distance = {0: gettext("today"), -1: gettext("yesterday"), 1: gettext("tomorrow")}
    said = by_distance.get((day - today).days)
    return said or date_format(day, "D j F" if day.year == today.year else "j F Y")


def day(on: date) -> str:
    """A day in full: "6 March"."""
    return date_format(on, "j F")


def clock(at: datetime) -> str:
    """The hour: "11.52" in Dutch."""
    return date_format(timezone.localtime(at), gettext("G:i"))


def since(days: int) -> str:
    """How long something waits."""
    if days <= 0:
        return gettext("since today")
    return ngettext("since %(days)s day", "since %(days)s days", days) % {"days": days}


def days_of_month(days: Iterable[date]) -> str:
    """The days something happened, in one line: "2, 4 and 5 March", or the first and the last when they are many."""
    distinct = sorted(set(days))
    month = date_format(distinct[-1], "F")
    numbers = [str(one.day) for one in distinct]
    if len(numbers) > 4:
        return gettext("%(first)s to %(last)s %(month)s") % {"first": numbers[0], "last": numbers[-1], "month": month}
    *others, last = numbers
    said = gettext("%(days)s and %(day)s") % {"days": ", ".join(others), "day": last} if others else last
    return f"{said} {month}"


def receives(name: str, referrals: int, talks: int) -> str:
    """Somebody who may be asked, with what he receives now: "Noor Claes · 3 referrals, 1 talk ahead"."""
    if not referrals:
        return gettext("%(name)s · receives none now") % {"name": name}
    many = ngettext("%(n)d referral", "%(n)d referrals", referrals) % {"n": referrals}
    ahead = ngettext("%(n)d talk ahead", "%(n)d talks ahead", talks) % {"n": talks}
    return f"{name} · {many}, {ahead}" if talks else f"{name} · {many}"


def other(row: Referral, today: date) -> str:
    """Another referral in one line: its card, what kind of referrer, when it came in."""
    return f"{row.card} · {row.get_referrer_kind_display()} · {moment(row.arrived_at, today)}"


def first_name(people: Mapping[str, str], principal: str) -> str:
    """What colleagues call each other; `people`: names by principal."""
    return people[principal].split()[0] if principal in people else gettext("somebody who left")
