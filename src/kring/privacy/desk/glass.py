"""Broken glass for the two offices that are told: the reasons of the last weeks, and what was not looked into yet."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from kring.privacy.retention.offices import office_of
from kring.support.desk.glass.forms import part_in_words
from kring.support.dossier.glass import queries
from kring.team import queries as team
from kring.team.names import name_of
from kring.team.working_days import working_days_after
from kring.vault.gate import OWN_KEY, Session
from kring.vault.refusals import Refused

SHOWN_FOR = timedelta(days=92)
WORKING_DAYS = 5
"""Within so many working days the privacy officer looks into it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One time the glass was broken. by_when: the last day to look into it; late: that day is over."""

    id: str
    number: str
    part: Any
    by: str
    at: datetime
    when: str
    reason: str
    checked: str
    by_when: date
    late: bool
    sound: bool


def broken(session: Session) -> list[Line]:
    """What the letterbox of one's office says, the newest first. Raises `Refused` for who is in neither office."""
    office = office_of(session.person)
    if not office:
        raise Refused
    found = queries.told(session, team.office(office).principal, OWN_KEY, since=timezone.now() - SHOWN_FOR)
    people = team.colleagues({one.row.by for one in found} | {one.row.checked_by for one in found} - {""})
    return [_line(one, people) for one in found]


def weeks(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """The lines by week, the newest first: the weekly list."""
    found: dict[tuple[int, int], list[Line]] = {}
    for one in lines:
        year, week, _day = timezone.localtime(one.at).isocalendar()
        found.setdefault((year, week), []).append(one)
    return [(gettext("Week %(week)s") % {"week": week}, of) for (_year, week), of in found.items()]


def _line(one: queries.Broken, people: Any) -> Line:
    row, at = one.row, timezone.localtime(one.row.at)
    by_when = working_days_after(at.date(), WORKING_DAYS)
    checked = ""
    if row.checked_at is not None:
        on = date_format(timezone.localtime(row.checked_at), gettext("j F, G:i"))
        checked = gettext("%(who)s looked into it on %(day)s") % {"who": name_of(people, row.checked_by), "day": on}
    return Line(
        id=row.id,
        number=one.number,
        part=part_in_words(row.part),
        by=name_of(people, row.by),
        at=row.at,
        when=date_format(at, gettext("j F, G:i")),
        reason=one.why.reason if one.why else "",
        checked=checked,
        by_when=by_when,
        late=row.checked_at is None and by_when < timezone.localdate(),
        sound=one.sound,
    )
