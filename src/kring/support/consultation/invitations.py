"""Inviting a guest to the table, giving and taking back his lines, and ending it. The link itself: guest_link.py.

A mail holds the link and the call-word, nothing else. The extract behind the link is made anew when lines are given or
taken back.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from kring.support.clarification.appointments import attendee_token
from kring.support.clarification.calendar import CANCEL, REQUEST
from kring.support.consultation import rules
from kring.support.consultation.content import ConsultationContent, Given, Seat
from kring.support.consultation.guest_link import destroy, end_link, outlives, replace_extract, way_in
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.opened import OpenTable
from kring.support.consultation.rules import NotNow
from kring.support.dossier.agreements import actions as agreements
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.rules import needs_protocol
from kring.support.intake.callwords import call_word
from kring.team.clock import today
from kring.vault import outbox
from kring.vault.acts import Act, acting
from kring.vault.gate import Session

INVITATION, MOVED, OFF, TO_READ, READ_HERE = "table", "table_moved", "table_off", "table_read", "table_here"
"""The letters a guest may get."""
WITH_ITEM = {INVITATION: REQUEST, MOVED: REQUEST, OFF: CANCEL}
"""Those that carry a calendar item, and what it asks of a calendar."""


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
    protocol: str = "",
    fresh: Fresh | None = None,
) -> None:
    """Give somebody at the table named lines, and record it (SEC-01, SEC-04). Raises `MayNotShare`, `NotNow`.

    fresh: what the client agreed to, when no agreement with this person runs (GBO-02).
    """
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
        protocol=protocol if needs_protocol(ground, seat.kind) else "",
    )
    with acting("consultation.give", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is not None:
            return
        fresh = replace(fresh, until=until) if fresh and by_link else fresh
        told = agreements.named(act, table.keys, table.opened.dossier, told, fresh)
        recorded = disclosing.record(act, table.opened.dossier, told, secrecy=seat.secrecy)
        given = Given(lines, ground, today(), until if by_link else None, told.way, recorded.id)
        changed = replace(seat, given=given)
        if by_link:
            _lay(act, table, changed)
        table.write(act, table.meeting.with_seat(changed))


def take_back(session: Session, table: OpenTable, seat: Seat, *, once: str) -> None:
    """The lines are shredded; the invitation stays while the consultation is to come."""
    changed = replace(seat, given=None)
    with acting("consultation.take_back", by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is not None:
            return
        row = table.invitations.get(seat.id)
        if row and table.meeting.state == rules.PLANNED:
            replace_extract(act, table, row, changed)
        elif row:
            end_link(act, row)
        table.write(act, table.meeting.with_seat(changed))


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
    end_link(act, row)


def _check_address(seat: Seat) -> None:
    if not seat.email:
        raise NotNow(rules.NO_ADDRESS, "email")


def _invite(act: Act, table: OpenTable, seat: Seat, letter: str = INVITATION) -> None:
    """A link for this seat, by mail; who has one gets another, and the old one opens nothing."""
    if row := table.invitations.get(seat.id):
        _renew(act, table, row, seat, letter)
        return
    token, principal, bundle, expires_at = way_in(act, table, seat)
    row = TableInvitation(consultation=table.row, seat=seat.id, principal=principal, bundle=bundle)
    row.expires_at, row.attendee, row.at = expires_at, attendee_token(seat.email), table.meeting.at
    act.add(row)
    _post(act, table, seat, letter, row, token)


def _renew(act: Act, table: OpenTable, row: TableInvitation, seat: Seat, letter: str) -> None:
    """Another link for the same seat; what was answered counts no more when the moment is another one."""
    destroy(act, row)
    token, principal, bundle, expires_at = way_in(act, table, seat)
    changes: dict[str, Any] = {"principal": principal, "bundle": bundle, "expires_at": expires_at}
    if row.at != table.meeting.at:
        changes |= {"at": table.meeting.at, "said": TableInvitation.Said.NOTHING, "said_at": None}
    act.change(row, sequence=row.sequence + (letter in WITH_ITEM), **changes)
    _post(act, table, seat, letter, row, token)


def _lay(act: Act, table: OpenTable, seat: Seat) -> None:
    """Lay lines behind the link of a seat; who has none yet, or one that ends too early, gets a new one by mail."""
    row = table.invitations.get(seat.id)
    if row is not None and outlives(table, row, seat):
        replace_extract(act, table, row, seat)
        _post(act, table, seat, TO_READ, row)
    else:
        _invite(act, table, seat, INVITATION if table.meeting.state == rules.PLANNED else READ_HERE)


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
