"""The way of a guest to the table: a link with a code told by word, the extract behind it, and a calendar item.

A mail holds the link and the call-word, nothing else. One living link a seat; the extract behind it is made anew when
lines are given or taken back, and the old one shredded. Everything ends by itself.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from kring.support.clarification.appointments import attendee_token
from kring.support.clarification.calendar import CANCEL, REQUEST
from kring.support.consultation import rules
from kring.support.consultation.content import ConsultationContent, Given, Seat, TableShown
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.opened import OpenTable
from kring.support.consultation.rules import NotNow
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.intake.callwords import call_word
from kring.team.clock import today
from kring.vault import outbox, sharing, slots
from kring.vault.acts import Act, acting
from kring.vault.gate import Session
from kring.vault.models import Extract, Slot
from kring.vault.primitives import encode, mac
from kring.vault.server_keys import server_keys
from kring.vault.written import written

AFTER = timedelta(days=21)
"""How long after the consultation a link without lines still opens."""
INVITATION, MOVED, OFF, TO_READ, READ_HERE = "table", "table_moved", "table_off", "table_read", "table_here"
"""The letters a guest may get."""
WITH_ITEM = {INVITATION: REQUEST, MOVED: REQUEST, OFF: CANCEL}
"""Those that carry a calendar item, and what it asks of a calendar."""


def code_of(seat: str) -> str:
    """What opens the link of a seat beside the address; told by word, never by mail. Nothing is stored."""
    return written(mac(server_keys().of("table code", 0), encode(seat)), 2)


def invite(session: Session, table: OpenTable, seat: Seat, *, once: str) -> None:
    """One mail and one calendar item, without content; who was invited before gets a new link. Raises `NotNow`."""
    rules.check_planned(table.meeting)
    _check_address(seat)
    with acting("consultation.invite", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is None:
            _invite(act, table, seat)


def invite_all(session: Session, table: OpenTable, *, once: str) -> None:
    """Everybody with an address who was not invited yet. Raises `NotNow` when there is nobody."""
    rules.check_planned(table.meeting)
    to = [seat for seat in table.meeting.seats if seat.email and seat.id not in table.invitations]
    if not to:
        raise NotNow(rules.NO_ADDRESS)
    with acting("consultation.invite", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is None:
            for seat in to:
                _invite(act, table, seat)


def give(
    session: Session,
    table: OpenTable,
    seat: Seat,
    *,
    lines: tuple[str, ...],
    ground: str,
    checklist: tuple[str, ...],
    informed: bool,
    why_not: str,
    until: date,
    by_link: bool,
    once: str,
) -> None:
    """Give somebody at the table named lines, and record it (SEC-01, SEC-04). Raises `MayNotShare`, `NotNow`."""
    rules.check_extract(seat)
    rules.check_until(until, today())
    if by_link:
        _check_address(seat)
    told = Disclosed(
        items=lines,
        recipient=seat.name,
        kind=seat.kind,
        ground=ground,
        checklist=checklist,
        informed=informed,
        why_not=why_not,
        way="link" if by_link else "word",
        on=today(),
        by=session.person,
        organisation=seat.organisation,
    )
    with acting("consultation.give", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is not None:
            return
        recorded = disclosing.record(act, table.opened.dossier, told, secrecy=seat.secrecy)
        given = Given(lines, ground, today(), until if by_link else None, told.way, recorded.id)
        changed = replace(seat, given=given)
        if by_link:
            _lay(act, table, changed)
        table.write(act, _with(table.meeting, changed))


def take_back(session: Session, table: OpenTable, seat: Seat, *, once: str) -> None:
    """The lines are shredded; the invitation stays while the consultation is to come."""
    changed = replace(seat, given=None)
    with acting("consultation.take_back", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is not None:
            return
        row = table.invitations.get(seat.id)
        if row and table.meeting.state == rules.PLANNED:
            _replace_extract(act, table, row, changed)
        elif row:
            _end(act, row)
        table.write(act, _with(table.meeting, changed))


def move(act: Act, table: OpenTable, meeting: ConsultationContent) -> None:
    """Everybody who was invited hears of another moment: the same item, one version further, and a new link."""
    before = table.meeting
    if (before.at, before.minutes, before.place) == (meeting.at, meeting.minutes, meeting.place):
        return
    moved = table.with_meeting(meeting)
    for seat in meeting.seats:
        if row := table.invitations.get(seat.id):
            _renew(act, moved, row, seat, MOVED)


def end(act: Act, table: OpenTable, seat: Seat) -> None:
    """A guest's way to the table is over: nothing opens any more, and his calendar hears it."""
    row = table.invitations.get(seat.id)
    if row is None:
        return
    if table.meeting.state == rules.PLANNED and timezone.localdate(table.meeting.at) >= today():
        act.change(row, sequence=row.sequence + 1)
        _post(act, table, seat, OFF, row)
    _end(act, row)


def _check_address(seat: Seat) -> None:
    if not seat.email:
        raise NotNow(rules.NO_ADDRESS, "email")


def _invite(act: Act, table: OpenTable, seat: Seat, letter: str = INVITATION) -> None:
    """A link for this seat, by mail; who has one gets another, and the old one opens nothing."""
    if row := table.invitations.get(seat.id):
        _renew(act, table, row, seat, letter)
        return
    token, principal, bundle, expires_at = _way_in(act, table, seat)
    row = TableInvitation(consultation=table.row, seat=seat.id, principal=principal, bundle=bundle)
    row.expires_at, row.attendee, row.at = expires_at, attendee_token(seat.email), table.meeting.at
    act.add(row)
    _post(act, table, seat, letter, row, token)


def _renew(act: Act, table: OpenTable, row: TableInvitation, seat: Seat, letter: str) -> None:
    """Another link for the same seat; what was answered counts no more when the moment is another one."""
    _destroy(act, row)
    token, principal, bundle, expires_at = _way_in(act, table, seat)
    changes: dict[str, Any] = {"principal": principal, "bundle": bundle, "expires_at": expires_at}
    if row.at != table.meeting.at:
        changes |= {"at": table.meeting.at, "said": TableInvitation.Said.NOTHING, "said_at": None}
    act.change(row, sequence=row.sequence + (letter in WITH_ITEM), **changes)
    _post(act, table, seat, letter, row, token)


def _lay(act: Act, table: OpenTable, seat: Seat) -> None:
    """Lay lines behind the link of a seat; who has none yet, or one that ends too early, gets a new one by mail."""
    row = table.invitations.get(seat.id)
    if row is not None and row.expires_at >= _expiry(table, seat) - AFTER:
        _replace_extract(act, table, row, seat)
        _post(act, table, seat, TO_READ, row)
    else:
        _invite(act, table, seat, INVITATION if table.meeting.state == rules.PLANNED else READ_HERE)


def _way_in(act: Act, table: OpenTable, seat: Seat) -> tuple[str, str, str, datetime]:
    expires_at = _expiry(table, seat)
    token, opened = slots.add_link(act, code=code_of(seat.id), expires_at=expires_at)
    return token, opened.person, _extract(act, table, seat, opened.person, expires_at), expires_at


def _extract(act: Act, table: OpenTable, seat: Seat, principal: str, expires_at: datetime) -> str:
    until = _end_of(seat.given.until) if seat.given and seat.given.until else expires_at
    ends = min(until, expires_at)
    return sharing.extract(act, shown_to(table, seat), to=sharing.holders([principal], expires_at=ends)).bundle


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


def _replace_extract(act: Act, table: OpenTable, row: TableInvitation, seat: Seat) -> None:
    _shred(act, row)
    act.change(row, bundle=_extract(act, table, seat, row.principal, row.expires_at))


def _expiry(table: OpenTable, seat: Seat) -> datetime:
    until = seat.given.until if seat.given else None
    base = max(table.meeting.at, timezone.now()) + AFTER
    return max(base, _end_of(until)) if until else base


def _end_of(day: date) -> datetime:
    """The last minute of a case day as an instant: case days may stand elsewhere than the clock, in a demo."""
    last = timezone.localtime() + (day - today())
    return last.replace(hour=23, minute=59)


def _post(act: Act, table: OpenTable, seat: Seat, letter: str, row: TableInvitation, token: str = "") -> None:
    """A mail with the call-word, a link when there is a new one, and what a calendar item needs."""
    words = {"callword": call_word(table.row.id)} | ({"token": token} if token else {})
    if letter in WITH_ITEM:
        words |= {
            "method": WITH_ITEM[letter],
            "uid": row.uid,
            "sequence": str(row.sequence),
            "at": row.at.isoformat(),
            "minutes": str(table.meeting.minutes),
            "what": "table",
        }
    dossier = table.opened.dossier.id
    outbox.post(act, to=seat.email, template=letter, language=seat.language, words=words, dossier=dossier)


def _end(act: Act, row: TableInvitation) -> None:
    _destroy(act, row)
    act.change(row, state=TableInvitation.State.ENDED)


def _destroy(act: Act, row: TableInvitation) -> None:
    _shred(act, row)
    for slot in Slot.objects.filter(person_id=row.principal):
        slots.remove_slot(act, slot)


def _shred(act: Act, row: TableInvitation) -> None:
    sharing.shred(act, bundle=row.bundle, parts=[sharing.EXTRACT])
    act.remove(list(Extract.objects.filter(bundle=row.bundle)))


def _with(meeting: ConsultationContent, seat: Seat) -> ConsultationContent:
    return replace(meeting, seats=tuple(seat if one.id == seat.id else one for one in meeting.seats))
