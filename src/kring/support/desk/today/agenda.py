"""One agenda of appointments with clients and talks with referrers, by hour. Pure over what was looked up."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from kring.support.contacts.appointments import show
from kring.support.contacts.appointments.queries import Planned
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral


@dataclass(frozen=True, slots=True)
class Hour:
    """One line of the agenda. to_write: where its contact is noted, once it is over."""

    at: datetime
    clock: str
    hour: str
    title: str
    url: str
    small: str
    icon: str
    tag: str
    word: str
    past: bool
    to_write: str = ""

    @property
    def day(self) -> date:
        return timezone.localtime(self.at).date()


def hours(
    met: Iterable[Planned],
    talks: Iterable[Referral],
    labels: Mapping[str, str],
    now: datetime,
    noted: Collection[str] = (),
) -> list[Hour]:
    """By time. noted: dossiers with a contact of today, of which nothing is left to note."""
    found = [_meeting(one, labels.get(one.dossier, ""), now, noted) for one in met]
    found += [_talk(row, row.talk_at, now) for row in talks if row.talk_at]
    return sorted(found, key=lambda one: (one.at, one.title))


def days(hours: Iterable[Hour], of: Iterable[date]) -> list[dict[str, Any]]:
    """The hours per day, empty days too."""
    listed = list(hours)
    return [{"day": day, "hours": [one for one in listed if one.day == day]} for day in of]


def _meeting(one: Planned, label: str, now: datetime, noted: Collection[str]) -> Hour:
    line, past = show.line(one), one.at < now
    return Hour(
        at=one.at,
        clock=line["clock"],
        hour=line["hour"],
        title=label or gettext("A client"),
        url=reverse("desk:dossier", args=[one.dossier]),
        small=" · ".join(filter(None, [str(line["way"]), line["small"]])),
        icon=line["icon"],
        tag=str(line["way"]),
        word=line["word"],
        past=past,
        to_write=log_of(one) if past and one.dossier not in noted else "",
    )


def _talk(row: Referral, at: datetime, now: datetime) -> Hour:
    local = timezone.localtime(at)
    return Hour(
        at=at,
        clock=f"{local:%H:%M}",
        hour=f"{local.hour}.{local.minute:02d}",
        title=gettext("Talk with a referrer"),
        url=reverse("clarification:referral", args=[row.id]),
        small=gettext("Clarification %(card)s") % {"card": row.card},
        icon="speak",
        tag="",
        word=call_word(row.id),
        past=at < now,
    )


def log_of(one: Planned) -> str:
    """Where the contact of an appointment is noted."""
    return f"{reverse('desk:log_one', args=[one.dossier])}?appointment={one.id}"
