"""What each form of a consultation does, by the name of its step. A table of functions; the views look it up."""

from collections.abc import Callable, Mapping
from typing import Any

from kring.support.consultation import actions, invitations
from kring.support.consultation.content import Seat
from kring.support.consultation.forms import (
    AgreeForm,
    ChangeAgreementForm,
    DetailsForm,
    GiveForm,
    HoldForm,
    ItemForm,
    NotesForm,
    SeatForm,
    StepForm,
)
from kring.support.consultation.opened import OpenTable
from kring.vault.gate import Session
from kring.vault.refusals import Conflict

type Do = Callable[[Session, OpenTable, Any], None]
type Press = Callable[[Session, OpenTable, str], None]
type DoSeat = Callable[[Session, OpenTable, Seat, Any], None]


def _seen(table: OpenTable, form: StepForm) -> None:
    """A change is made on what was seen, never on what a colleague wrote meanwhile."""
    if form.cleaned_data["seen"] != table.row.revision:
        raise Conflict


def _details(session: Session, table: OpenTable, form: DetailsForm) -> None:
    _seen(table, form)
    given = form.cleaned_data
    actions.change_details(
        session,
        table,
        at=form.at,
        minutes=given["minutes"],
        place=given["place"],
        prepares=given["prepares"],
        once=form.key,
    )


def _item(session: Session, table: OpenTable, form: ItemForm) -> None:
    actions.add_item(session, table, once=form.key, **form.wanted)


def _seat(session: Session, table: OpenTable, form: SeatForm) -> None:
    actions.add_seat(session, table, once=form.key, **form.wanted)


def _notes(session: Session, table: OpenTable, form: NotesForm) -> None:
    given = form.cleaned_data
    actions.write_notes(session, table, text=given["text"], seen=given["seen"] or 0, once=form.key)


def _hold(session: Session, table: OpenTable, form: HoldForm) -> None:
    given = form.cleaned_data
    actions.hold(
        session,
        table,
        on=given["held_on"],
        client_present=given["client"] == "yes",
        why_absent=given["why_absent"],
        result=given["result"],
        once=form.key,
    )


def _agree(session: Session, table: OpenTable, form: AgreeForm) -> None:
    given = form.cleaned_data
    said: dict[str, Any] = {name: given[name] for name in ("what", "by_when", "domain")}
    actions.agree(session, table, who=tuple(given["who"]), once=form.key, **said)


def _change(session: Session, table: OpenTable, form: ChangeAgreementForm) -> None:
    given = form.cleaned_data
    said: dict[str, Any] = {name: given[name] for name in ("what", "by_when", "domain")}
    said |= {"who": tuple(given["who"]), "dropped": "drop" in form.data}
    actions.change_agreement(session, table, given["record"], seen=given["seen"] or 0, once=form.key, **said)


DO: Mapping[str, Do] = {"details": _details, "item": _item, "seat": _seat, "notes": _notes, "hold": _hold}
"""Steps of the preparation."""
AT_THE_TABLE: Mapping[str, Do] = {"agree": _agree, "change": _change}
"""Steps of the shared screen."""
PRESSED: Mapping[str, Press] = {
    "invite": lambda session, table, once: invitations.invite_all(session, table, once=once),
    "call_off": lambda session, table, once: actions.call_off(session, table, once=once),
}
"""Buttons of the preparation."""
PRESSED_AT_THE_TABLE: Mapping[str, Press] = {
    "next": lambda session, table, once: actions.next_item(session, table, once=once),
    "back": lambda session, table, once: actions.next_item(session, table, once=once, back=True),
}
"""Buttons of the shared screen."""


def _seat_change(session: Session, table: OpenTable, seat: Seat, form: SeatForm) -> None:
    _seen(table, form)
    actions.change_seat(session, table, seat, once=form.key, **form.wanted)


def _give(session: Session, table: OpenTable, seat: Seat, form: GiveForm) -> None:
    given = form.cleaned_data
    invitations.give(
        session,
        table,
        seat,
        lines=form.all_lines,
        ground=given["ground"],
        checklist=tuple(given["checklist"]),
        informed=given["informed"],
        why_not=given["why_not"],
        until=given["until"],
        by_link=given["by_link"] == "link",
        protocol=given["protocol"],
        fresh=form.fresh,
        once=form.key,
    )


OF_SEAT: Mapping[str, DoSeat] = {"seat": _seat_change, "give": _give}
"""Steps of one person at the table."""
PRESSED_OF_SEAT: Mapping[str, Callable[[Session, OpenTable, Seat, str], None]] = {
    "invite": lambda session, table, seat, once: invitations.invite(session, table, seat, once=once),
    "take_back": lambda session, table, seat, once: invitations.take_back(session, table, seat, once=once),
    "remove": lambda session, table, seat, once: actions.remove_seat(session, table, seat, once=once),
}
