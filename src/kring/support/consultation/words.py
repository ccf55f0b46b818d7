"""How a consultation is said: its moment, who comes, what was given to whom. Words only; no rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.support.clarification.words import clock, day
from kring.support.consultation import rules
from kring.support.consultation.content import ConsultationContent, Seat
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.rules import Result
from kring.support.dossier.disclosing.grounds import Ground

SAID: dict[str, Promise] = {
    TableInvitation.Said.NOTHING: _("invited"),
    TableInvitation.Said.COMES: _("comes"),
    TableInvitation.Said.PERHAPS: _("perhaps"),
    TableInvitation.Said.NOT: _("does not come"),
}
BOUND: dict[str, Promise] = {
    "none": _("not bound"),
    "discretion": _("duty of discretion"),
    "secrecy": _("professional secrecy"),
}


def moment(at: datetime) -> str:
    """Day and hour in full: "Thursday 19 March, 16.00"."""
    said = date_format(timezone.localtime(at), "l j F")
    return gettext("%(day)s, %(time)s") % {"day": said[:1].upper() + said[1:], "time": clock(at)}


def until(meeting: ConsultationContent) -> str:
    """When it ends: "17.00"."""
    return clock(meeting.at + timedelta(minutes=meeting.minutes))


def where(meeting: ConsultationContent) -> str:
    """Moment, place and length in one line."""
    return " · ".join(filter(None, [moment(meeting.at), meeting.place, how_long(meeting.minutes)]))


def how_long(minutes: int) -> str:
    """How long it takes: "45 minutes"."""
    return gettext("%(minutes)s minutes") % {"minutes": minutes}


def state(meeting: ConsultationContent) -> str:
    """What became of it."""
    if meeting.state == rules.CANCELLED:
        return gettext("called off")
    if meeting.state == rules.PLANNED:
        return gettext("planned")
    kind = gettext("first consultation") if meeting.first else gettext("follow-up consultation")
    with_client = gettext("with the client") if meeting.client_present else gettext("without the client")
    return " · ".join([kind, with_client, str(Result(meeting.result).label)])


def comes(seat: Seat, invitation: TableInvitation | None) -> str:
    """What stands beside a name."""
    said = str(SAID[invitation.said]) if invitation else ""
    return ", ".join(filter(None, [said, seat.task]))


def about(seat: Seat) -> str:
    """Function and organisation."""
    return ", ".join(filter(None, [seat.function, seat.organisation]))


@dataclass(frozen=True, slots=True)
class Shared:
    """One line of "what do we share with whom": whom it was given to, in the order of the heads, and why."""

    line: str
    cells: list[tuple[str, bool]]
    why: str


def shared(seats: Iterable[Seat]) -> tuple[list[str], list[Shared]]:
    """Heads (who has an extract) and lines."""
    given = [seat for seat in seats if seat.given]
    lines = dict.fromkeys(line for seat in given if seat.given for line in seat.given.lines)
    rows = []
    for line in lines:
        has = [bool(seat.given and line in seat.given.lines) for seat in given]
        grounds = {seat.given.ground for seat in given if seat.given and line in seat.given.lines}
        why = ", ".join(str(Ground(ground).label) for ground in sorted(grounds))
        rows.append(Shared(line, [(seat.name, yes) for seat, yes in zip(given, has, strict=True)], why))
    return [seat.name for seat in given], rows


def agreed_to_share(meeting: ConsultationContent) -> str:
    """When the client last agreed that something is shared, in words; "" when never."""
    days = [seat.given.on for seat in meeting.seats if seat.given and seat.given.ground == Ground.AGREEMENT]
    return day(max(days)) if days else ""
