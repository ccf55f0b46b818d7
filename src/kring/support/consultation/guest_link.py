"""The link of a guest and the extract behind it: made, made anew, shredded. Who gets one when: invitations.py.

One living link a seat, opened with a code told by word. Everything ends by itself.
"""

from datetime import date, datetime, timedelta

from django.utils import timezone

from kring.support.consultation import rules
from kring.support.consultation.content import Seat, TableShown
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.opened import OpenTable
from kring.team.clock import today
from kring.vault import sharing, slots
from kring.vault.acts import Act
from kring.vault.models import Extract, Slot
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys
from kring.vault.written import written

AFTER = timedelta(days=21)
"""How long after the consultation a link without lines still opens."""


def code_of(seat: str) -> str:
    """What opens the link of a seat beside the address; told by word, never by mail. Nothing is stored."""
    return written(mac(server_keys().of("table code", 0), encode(seat)), 2)


def way_in(act: Act, table: OpenTable, seat: Seat) -> tuple[str, str, str, datetime]:
    """A new way in for a seat: token, principal, the bundle of its extract, and until when it opens."""
    expires_at = _expiry(table, seat)
    token, opened = slots.add_link(act, code=code_of(seat.id), expires_at=expires_at)
    return token, opened.person, _extract(act, table, seat, opened.person, expires_at), expires_at


def replace_extract(act: Act, table: OpenTable, row: TableInvitation, seat: Seat) -> None:
    """What lies behind a link is made anew; what lay there is shredded."""
    _shred(act, row)
    act.change(row, bundle=_extract(act, table, seat, row.principal, row.expires_at))


def shown_to(table: OpenTable, seat: Seat) -> TableShown:
    """What a guest reads: the invitation with the points he comes for, and his own lines."""
    meeting, given = table.meeting, seat.given
    agenda = tuple(item.title for item in meeting.agenda if seat.only in ("", item.id))
    return TableShown(
        at=meeting.at,
        minutes=meeting.minutes,
        place=meeting.place,
        agenda=agenda,
        lines=given.lines if given else (),
        until=given.until if given else None,
        over=meeting.state != rules.PLANNED,
    )


def outlives(table: OpenTable, row: TableInvitation, seat: Seat) -> bool:
    """Whether a link opens as long as what is given to this seat may be read."""
    return row.expires_at >= _expiry(table, seat) - AFTER


def end_link(act: Act, row: TableInvitation) -> None:
    """Nothing opens by it any more."""
    destroy(act, row)
    act.change(row, state=TableInvitation.State.ENDED)


def end_all(act: Act, dossier: str) -> int:
    """Every way of a guest to a table of this dossier is over, and what lay behind it is destroyed; how many."""
    asked = TableInvitation.State.ASKED
    rows = list(TableInvitation.objects.filter(consultation__dossier=dossier, state=asked))
    for row in rows:
        end_link(act, row.verified())
    return len(rows)


def destroy(act: Act, row: TableInvitation) -> None:
    """The extract and the way in; the row stays, to be given another."""
    _shred(act, row)
    for slot in Slot.objects.filter(person_id=row.principal):
        slots.remove_slot(act, slot)


def _extract(act: Act, table: OpenTable, seat: Seat, principal: str, expires_at: datetime) -> str:
    until = _end_of(seat.given.until) if seat.given and seat.given.until else expires_at
    ends = min(until, expires_at)
    return sharing.extract(act, shown_to(table, seat), to=sharing.holders([principal], expires_at=ends)).bundle


def _expiry(table: OpenTable, seat: Seat) -> datetime:
    until = seat.given.until if seat.given else None
    base = max(table.meeting.at, timezone.now()) + AFTER
    return max(base, _end_of(until)) if until else base


def _end_of(day: date) -> datetime:
    """The last minute of a case day as an instant: case days may stand elsewhere than the clock, in a demo."""
    last = timezone.localtime() + (day - today())
    return last.replace(hour=23, minute=59)


def _shred(act: Act, row: TableInvitation) -> None:
    sharing.shred(act, bundle=row.bundle, parts=[sharing.EXTRACT])
    act.remove(list(Extract.objects.filter(bundle=row.bundle)))
