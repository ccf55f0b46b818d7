"""What one does with a consultation: start it, prepare the table, agree, and close it. One act each.

Each verb gets the table as it was opened and the key of its sending (`once`); a sending that comes twice is done once.
Inviting and giving extracts: invitations.py.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from kring.support.consultation import invitations, queries, rules
from kring.support.consultation.content import (
    AgendaItem,
    Agreement,
    ConsultationContent,
    ConsultationHeld,
    Seat,
    TableNotes,
)
from kring.support.consultation.models import ClientConsultation, ConsultationRecord
from kring.support.consultation.opened import PART, Kind, OpenTable
from kring.support.consultation.rules import NotNow
from kring.support.dossier import actions as dossiers
from kring.support.dossier import figures_source
from kring.support.dossier.content import Phase, SummaryContent
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import Opened
from kring.team.clock import today
from kring.vault import facts, letterbox
from kring.vault.acts import Act, acting
from kring.vault.facts import Entry
from kring.vault.gate import Keys, Session
from kring.vault.primitives import Key, new_id
from kring.vault.refusals import Conflict, Refused

HELD_FACT = "consultation_held"


def start(session: Session, opened: Opened, *, at: datetime, minutes: int, place: str, once: str) -> str:
    """Start a consultation; its id. For holder and deputy, who hold the minutes. Raises `Refused`, `NotNow`."""
    dossier = opened.dossier
    if dossier.state != Dossier.State.OPEN:
        raise NotNow(rules.CLOSED)
    if session.person not in (dossier.holder, dossier.deputy):
        raise Refused
    row = ClientConsultation(dossier=dossier)
    with acting("consultation.start", by=session.person, on=[dossier.id]) as act:
        if (before := act.once(once, lock=dossier.id, outcome=row.id)) is not None:
            return before
        keys = dossiers.at_hand(act, opened.keys, dossier, PART)
        keys.seal(row, ConsultationContent(at, minutes, place), bundle=dossier.id, part=PART)
        act.add(row)
        letterbox.found_letterbox(act, keys, owner=row.id, bundle=dossier.id, part=PART)
    return row.id


def change_details(
    session: Session, table: OpenTable, *, at: datetime, minutes: int, place: str, prepares: str, once: str
) -> None:
    """When, where, how long, and how the client prepares; who was invited hears of another moment."""
    meeting = replace(table.meeting, at=at, minutes=minutes, place=place, prepares=prepares)

    def change(act: Act) -> None:
        table.write(act, meeting)
        invitations.move(act, table, meeting)

    _planned(session, table, "consultation.details", once, change)


def add_item(session: Session, table: OpenTable, *, once: str, **about: Any) -> None:
    """One more point on the agenda."""
    item = AgendaItem(new_id(), **about)
    _rewritten(session, table, "consultation.agenda", once, agenda=(*table.meeting.agenda, item))


def remove_item(session: Session, table: OpenTable, item: str, *, once: str) -> None:
    """A point goes; nobody may come for it alone. Raises `NotNow`."""
    if any(seat.only == item for seat in table.meeting.seats):
        raise NotNow(rules.COMES_FOR_IT)
    agenda = tuple(one for one in table.meeting.agenda if one.id != item)
    _rewritten(session, table, "consultation.agenda", once, agenda=agenda)


def next_item(session: Session, table: OpenTable, *, once: str, back: bool = False) -> None:
    """The point at hand is done; or, `back`, the last that was done is not."""
    rules.check_not_cancelled(table.meeting)
    agenda = list(table.meeting.agenda)
    at = next((n for n, item in enumerate(agenda) if not item.done), len(agenda)) - back
    if 0 <= at < len(agenda):
        agenda[at] = replace(agenda[at], done=not back)
    meeting = replace(table.meeting, agenda=tuple(agenda))
    _once(session, table, "consultation.next", once, lambda act: table.write(act, meeting))


def add_seat(session: Session, table: OpenTable, *, once: str, **about: Any) -> None:
    """One more named person at the table. Raises `NotNow`."""
    seat = Seat(new_id(), **about)
    rules.check_seat(seat, table.meeting)
    _rewritten(session, table, "consultation.seat", once, seats=(*table.meeting.seats, seat))


def change_seat(session: Session, table: OpenTable, seat: Seat, *, once: str, **about: Any) -> None:
    """What is known of somebody at the table. Raises `NotNow`; what he was given stays as it was."""
    changed = replace(seat, **about)
    rules.check_seat(changed, table.meeting)
    if seat.id in table.invitations and changed.email != seat.email:
        raise NotNow(rules.INVITED, "email")
    _rewritten(session, table, "consultation.seat", once, seats=table.meeting.with_seat(changed).seats)


def remove_seat(session: Session, table: OpenTable, seat: Seat, *, once: str) -> None:
    """Somebody does not come to the table after all: his link opens nothing any more, his calendar hears it."""

    def remove(act: Act) -> None:
        invitations.end(act, table, seat)
        table.write(act, replace(table.meeting, seats=tuple(one for one in table.meeting.seats if one.id != seat.id)))

    _once(session, table, "consultation.seat", once, remove)


def write_notes(session: Session, table: OpenTable, *, text: str, seen: int, once: str) -> None:
    """One's own notes beside the table. Raises `Conflict` when they are no longer those of revision `seen`."""
    row, _before = table.notes
    if (row.revision if row else 0) != seen:
        raise Conflict
    notes = TableNotes(text, session.person, timezone.now())

    def write(act: Act) -> None:
        record = row or ConsultationRecord(consultation=table.row, kind=Kind.NOTES)
        _seal(table, record, notes)
        if row:
            act.rewrite(record)
        else:
            act.add(record)

    _once(session, table, "consultation.notes", once, write)


def agree(
    session: Session, table: OpenTable, *, what: str, who: tuple[str, ...], by_when: date | None, domain: str, once: str
) -> None:
    """Write down what was agreed aloud: an action, with whoever said yes to it. Raises `NotNow`."""
    rules.check_not_cancelled(table.meeting)
    record = ConsultationRecord(consultation=table.row, kind=Kind.AGREEMENT)
    said = Agreement(what, who, _names(table, who), by_when, domain, session.person, timezone.now())

    def write(act: Act) -> None:
        _seal(table, record, said)
        act.add(record)

    _once(session, table, "consultation.agree", once, write)


def change_agreement(session: Session, table: OpenTable, record: str, *, seen: int, once: str, **changes: Any) -> None:
    """Say an agreement otherwise, or take it off the table (`dropped`). Raises `Conflict`, `Refused`."""
    row, said = next((pair for pair in table.agreements if pair[0].id == record), (None, None))
    if row is None or said is None:
        raise Refused
    if row.revision != seen:
        raise Conflict
    if "who" in changes:
        changes["names"] = _names(table, changes["who"])
    changed = replace(said, **changes)

    def write(act: Act) -> None:
        _seal(table, row, changed)
        act.rewrite(row)

    _once(session, table, "consultation.agree", once, write)


def hold(
    session: Session, table: OpenTable, *, on: date, client_present: bool, why_absent: str, result: str, once: str
) -> None:
    """It took place: the step of the journey is done, and it is counted. Raises `NotNow`."""
    rules.check_planned(table.meeting)
    rules.check_held(client_present=client_present, why_absent=why_absent, result=result, on=on, today=today())
    dossier = table.opened.dossier
    others = queries.consultations(table.keys, dossier.id)
    first = rules.is_first(meeting for row, meeting in others if row.id != table.row.id)
    meeting = replace(
        table.meeting,
        state=rules.HELD,
        held_on=on,
        client_present=client_present,
        why_absent="" if client_present else why_absent,
        result=result,
        first=first,
    )

    def close(act: Act) -> None:
        table.write(act, meeting)
        summary = dossiers.step_done(act, table.keys, dossier.id, Phase.CONSULTATION, on)
        facts.write_all(act, [held_fact(table.keys, dossier.id, summary, table.row.id, meeting)])

    _once(session, table, "consultation.hold", once, close)


def held_fact(
    keys: Keys, dossier: str, summary: SummaryContent, consultation: str, meeting: ConsultationContent
) -> Entry:
    """The fact that one was held."""
    said = bool(meeting.first), bool(meeting.client_present)
    content = ConsultationHeld(*said, meeting.result, meeting.held_on or today())
    row_key = facts.row_key(keys, bundle=dossier, part="summary")
    return Entry(HELD_FACT, row_key, _event(consultation), content, figures_source.subject(keys, dossier, summary))


def fact_name(first: Key, consultation: str) -> str:
    """The id of the fact that it was held, from the key the facts of its dossier are named by."""
    return facts.fact_id(first, _event(consultation))


def _event(consultation: str) -> str:
    return f"consultation {consultation}"


def call_off(session: Session, table: OpenTable, *, once: str) -> None:
    """It does not take place: every link ends, every calendar hears it. Raises `NotNow`."""

    def cancel(act: Act) -> None:
        for seat in table.meeting.seats:
            invitations.end(act, table, seat)
        table.write(act, replace(table.meeting, state=rules.CANCELLED))

    _planned(session, table, "consultation.call_off", once, cancel)


def seat_of(table: OpenTable, seat: str) -> Seat:
    """Somebody at the table by id. Raises `Refused`."""
    found = next((one for one in table.meeting.seats if one.id == seat), None)
    if found is None:
        raise Refused
    return found


def _names(table: OpenTable, who: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(table.names[one] for one in who if one in table.names)


def _seal(table: OpenTable, record: ConsultationRecord, content: Agreement | TableNotes) -> None:
    table.keys.seal(record, content, bundle=table.opened.dossier.id, part=PART)


def _rewritten(session: Session, table: OpenTable, name: str, once: str, **changes: Any) -> None:
    meeting = replace(table.meeting, **changes)
    _planned(session, table, name, once, lambda act: table.write(act, meeting))


def _planned(session: Session, table: OpenTable, name: str, once: str, do: Callable[[Act], None]) -> None:
    rules.check_planned(table.meeting)
    _once(session, table, name, once, do)


def _once(session: Session, table: OpenTable, name: str, once: str, do: Callable[[Act], None]) -> None:
    with acting(name, by=session.person, on=[table.opened.dossier.id]) as act:
        if act.once(once, lock=table.row.id, outcome=table.row.id) is None:
            do(act)
