"""What the pages of a consultation show: the preparation, one person at the table, the shared screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from kring.support.consultation import drawing, guests, rules, words
from kring.support.consultation.content import AgendaItem, Agreement, Seat, TableAnswer
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
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.models import TableInvitation
from kring.support.consultation.opened import OpenTable
from kring.support.dossier import words as dossier_words
from kring.support.dossier.agreements import queries as agreements
from kring.support.dossier.agreements.rules import running, standing
from kring.support.dossier.disclosing.grounds import NEVER_SHARED, Ground, Recipient
from kring.support.dossier.disclosing.rules import needs_protocol
from kring.support.intake.callwords import call_word
from kring.support.intake.codelists import LifeDomain
from kring.support.network.content import Tie, TieKind
from kring.team.clock import today
from kring.team.names import initials
from kring.vault.primitives import new_id

KINDS: Mapping[str, Recipient] = {
    LifeDomain.SCHOOL: Recipient.SCHOOL,
    LifeDomain.WORK: Recipient.WORK,
    LifeDomain.LEISURE: Recipient.YOUTH,
    LifeDomain.HOUSING: Recipient.HOUSING,
    LifeDomain.MENTAL_HEALTH: Recipient.CARE,
    LifeDomain.PHYSICAL_HEALTH: Recipient.CARE,
    LifeDomain.SUBSTANCES: Recipient.CARE,
}
"""What sort of person comes from a life domain, as a first guess in the form."""


@dataclass(frozen=True, slots=True)
class SeatShown:
    """One line of who sits at the table."""

    seat: Seat
    initials: str
    square: bool
    about: str
    comes: str
    said: list[TableAnswer]


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One point: number, state on the shared screen (done, now or "") and who begins."""

    item: AgendaItem
    number: int
    state: str
    opens: str
    domain: str


@dataclass(frozen=True, slots=True)
class Deal:
    """One agreement as it stands on the shared screen, with the form to say it otherwise."""

    said: Agreement
    who: list[tuple[str, str]]
    by_when: str
    form: StepForm


def preparation(table: OpenTable, tried: StepForm | None = None, invited: Tie | None = None) -> dict[str, Any]:
    """The worker's own page. invited: who of the network is filled in as the next one at the table.

    coded: whether somebody holds a link, which opens with a code one says by phone.
    """
    meeting, revision = table.meeting, table.row.revision
    notes_row, notes = table.notes
    own: dict[str, StepForm] = {
        "details": DetailsForm.of(meeting, seen=revision),
        "item": ItemForm(table),
        "seat": SeatForm(table, seat=_from_network(invited) if invited else None),
        "hold": HoldForm(),
        "notes": NotesForm(seen=notes_row.revision if notes_row else 0, text=notes.text if notes else ""),
    }
    if tried is not None:
        own[tried.step] = tried
    heads, lines = words.shared(meeting.seats)
    return {
        **around(table),
        "forms": own,
        "tried": tried,
        "invited": invited,
        "seats": seats(table),
        "agenda": agenda(table),
        "drawing": drawing.heads(table.opened.summary.label, meeting),
        "heads": heads,
        "lines": lines,
        "agreed": words.agreed_to_share(meeting),
        "deals": [said for _row, said in table.agreements],
        "to_invite": any(seat.email and seat.id not in table.invitations for seat in meeting.seats),
        "coded": any(seat.id in table.invitations for seat in meeting.seats),
        "notes": notes,
    }


def _from_network(tie: Tie) -> Seat:
    """A seat as far as the network knows it; at the table sits a person by name, never an organisation."""
    if tie.kind is TieKind.PERSON:
        return Seat("", tie.name, function=tie.role, kind=Recipient.NETWORK)
    kind = KINDS.get(tie.domain, Recipient.OTHER)
    if tie.kind is TieKind.ORGANISATION:
        return Seat("", "", organisation=tie.name, kind=kind)
    return Seat("", tie.name, function=tie.role, kind=kind)


def revision(table: OpenTable, form: StepForm) -> int:
    """The revision a form stands on: of the notes, of one agreement, or of the consultation."""
    if isinstance(form, NotesForm):
        row, _notes = table.notes
        return row.revision if row else 0
    if isinstance(form, ChangeAgreementForm):
        record = form.data.get("record", "")
        return next((row.revision for row, _said in table.agreements if row.id == record), 0)
    return table.row.revision


def around(table: OpenTable) -> dict[str, Any]:
    """What every page of a consultation needs."""
    meeting = table.meeting
    return {
        "dossier": table.opened.dossier,
        "label": table.opened.summary.label,
        "row": table.row,
        "meeting": meeting,
        "where": words.where(meeting),
        "state": words.state(meeting),
        "planned": meeting.state == rules.PLANNED,
        "callword": call_word(table.row.id),
        "once": new_id(),
    }


def seats(table: OpenTable) -> list[SeatShown]:
    """Everybody at the table but the client, in order."""
    said = guests.answers(table)
    return [_seat(seat, table.invitations.get(seat.id), said.get(seat.id, [])) for seat in table.meeting.seats]


def _seat(seat: Seat, invitation: TableInvitation | None, said: list[TableAnswer]) -> SeatShown:
    square = seat.kind not in (Recipient.NETWORK, Recipient.TEAM)
    comes, about = words.comes(seat, invitation), words.about(seat)
    return SeatShown(seat, initials(seat.name), square, about, comes, [one for one in said if one.words])


def agenda(table: OpenTable) -> list[ItemShown]:
    """The points with their numbers; the first that is not done is at hand."""
    now = next((item.id for item in table.meeting.agenda if not item.done), "")
    return [
        ItemShown(
            item,
            number,
            "done" if item.done else "now" if item.id == now else "",
            table.names.get(item.opens, ""),
            str(LifeDomain(item.domain).label) if item.domain else "",
        )
        for number, item in enumerate(table.meeting.agenda, 1)
    ]


def shared_screen(table: OpenTable, tried: StepForm | None = None) -> dict[str, Any]:
    """Agenda, spoken agreements, actions; nothing else is handed to this page."""
    changing = tried.data.get("record", "") if isinstance(tried, ChangeAgreementForm) else ""
    return {
        "dossier_id": table.opened.dossier.id,
        "consultation": table.row.id,
        "day": words.moment(table.meeting.at),
        "until": words.until(table.meeting),
        "agenda": agenda(table),
        "deals": [
            Deal(
                said,
                [(initials(name), name) for name in said.names],
                dossier_words.day(said.by_when) if said.by_when else "",
                tried if tried and row.id == changing else ChangeAgreementForm.of(table, row.id, said, row.revision),
            )
            for row, said in table.agreements
        ],
        "form": tried if type(tried) is AgreeForm else AgreeForm(table),
        "open": table.meeting.state != rules.CANCELLED,
        "once": new_id(),
    }


def of_seat(table: OpenTable, seat: Seat, ground: str, tried: StepForm | None = None) -> dict[str, Any]:
    """One person at the table: what is known, the invitation, and the lines he gets."""
    invitation = table.invitations.get(seat.id)
    offered = [one for one in rules.GROUNDS if one == Ground.AGREEMENT or _may_share(seat)]
    ground = ground if ground in offered else Ground.AGREEMENT
    own: dict[str, StepForm] = {
        "seat": SeatForm(table, seat=seat, seen=table.row.revision),
        "give": give_form(table, seat, ground),
    }
    if tried is not None:
        own[tried.step] = tried
    return {
        **around(table),
        "seat": seat,
        "shown": _seat(seat, invitation, guests.answers(table).get(seat.id, [])),
        "bound": words.BOUND[seat.secrecy],
        "invitation": invitation,
        "code": code_of(seat.id) if invitation else "",
        "given": seat.given,
        "given_ground": Ground(seat.given.ground).label if seat.given else "",
        "grounds": [(one.value, one.label, one == ground) for one in offered],
        "forms": own,
        "protocol": needs_protocol(ground, seat.kind),
        **_agreed(table, seat, ground),
        "tried": tried,
        "police": seat.kind == Recipient.POLICE,
    }


def give_form(table: OpenTable, seat: Seat, ground: str, given: Any = None) -> GiveForm:
    """The lines one can choose from: what was agreed, those of this person first, and the points of the agenda."""
    said = sorted((one for _row, one in table.agreements), key=lambda one: seat.id not in one.who)
    agreed = [f"{one.what} ({', '.join(one.names)})" if one.names else one.what for one in said]
    points = [item.title for item in table.meeting.agenda if seat.only in ("", item.id)]
    kept = list(seat.given.lines) if seat.given else []
    lines = list(dict.fromkeys([*kept, *agreed, *points]))
    by = "link" if seat.email else "word"
    return GiveForm(given, ground=ground, choices=lines, until=today() + timedelta(days=21), lines=kept, by_link=by)


def _agreed(table: OpenTable, seat: Seat, ground: str) -> dict[str, Any]:
    """What the client agreed to about this person, where that is the ground: what runs, or what is asked."""
    if ground != Ground.AGREEMENT:
        return {}
    agreed = agreements.agreed(table.keys, table.opened.dossier.id)
    stands = standing(agreed or [], seat.name, today())
    return {"stands": "shut" if agreed is None else stands, "running": running(agreed or [], seat.name, today())}


def _may_share(seat: Seat) -> bool:
    return seat.secrecy == "secrecy" and seat.kind not in NEVER_SHARED
