"""Client consultations of the town, in invented words: one to come and one held, laid by the actions of the pages."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.consultation import actions, invitations
from kring.support.consultation.content import CLIENT, Seat
from kring.support.consultation.opened import OpenTable, open_table
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.vault.gate import Session
from kring.vault.primitives import new_id

HOLDERS = ("samir", "lotte")
LENS: dict[str, Any] = {"name": "Mevrouw Lens", "function": "leerlingbegeleider", "organisation": "De Brug"}
YUSUF: dict[str, Any] = {"name": "Yusuf", "function": "trainer", "organisation": "FC Oever", "task": "eerste 25 min"}
ROOM = "De Brug houdt tussen 10.10 en 10.30 uur een lokaal vrij."
NOTES = "Yusuf om 16.25 uur laten gaan. Niet laten antwoorden op ‘waarom’."


def lay_tables(house: House) -> int:
    """Lay a table in one open dossier of each of these holders; how many."""
    laid = 0
    for number, holder in enumerate(HOLDERS):
        found = Dossier.objects.filter(holder=house.principal(holder), state=Dossier.State.OPEN)
        if (dossier := found.order_by("-opened_on", "number").first()) is not None:
            _lay(house.session(holder), dossier.id, held=bool(number))
            laid += 1
    return laid


def _lay(session: Session, dossier: str, *, held: bool) -> None:
    on = DAY - timedelta(days=4) if held else DAY + timedelta(days=18)
    at = timezone.make_aware(datetime.combine(on, time(16)))
    opened = opening(session, dossier, act="town.table", parts=["minutes"])
    started = actions.start(session, opened, at=at, minutes=60, place="Huis van de Wijk, zaal Linde", once=new_id())

    def table() -> OpenTable:
        return open_table(session, dossier, started, act="town.table", beside=["plan"])

    for item in (
        {"title": "Wat gaat goed, wat mag anders", "minutes": 5, "opens": CLIENT},
        {"title": "School: hele dagen volhouden", "beside": "Rustmoment voor de middag", "minutes": 20},
        {"title": "Voetbal: na de proeftraining", "beside": "Vast uur en vervoer", "minutes": 15},
        {"title": "Wie doet wat tegen wanneer", "minutes": 15},
    ):
        actions.add_item(session, table(), once=new_id(), **item)
    actions.add_seat(session, table(), once=new_id(), name="Mama", kind="network")
    actions.add_seat(session, table(), once=new_id(), **LENS, kind="school", email="lens@debrug.example")
    actions.add_seat(session, table(), once=new_id(), **YUSUF, kind="youth", email="yusuf@fcoever.example")
    mother, lens, yusuf = table().meeting.seats
    _agree(session, table, ROOM, (lens.id,), "school")
    _agree(session, table, "Trainen op woensdag, ook bij regen.", (mother.id, yusuf.id), "leisure")
    actions.write_notes(session, table(), text=NOTES, seen=0, once=new_id())
    if held:
        actions.hold(session, table(), on=on, client_present=True, why_absent="", result="agreed", once=new_id())
    else:
        invitations.invite_all(session, table(), once=new_id())
    _give(session, table(), lens)


def _agree(session: Session, table: Any, what: str, who: tuple[str, ...], domain: str) -> None:
    by_when = DAY + timedelta(days=22)
    actions.agree(session, table(), what=what, who=who, by_when=by_when, domain=domain, once=new_id())


def _give(session: Session, table: OpenTable, seat: Seat) -> None:
    """The teacher's own line, by agreement of the client."""
    invitations.give(
        session,
        table,
        actions.seat_of(table, seat.id),
        lines=(ROOM,),
        ground=Ground.AGREEMENT,
        checklist=tuple(code for code, _said in CHECKLIST[Ground.AGREEMENT]),
        informed=True,
        why_not="",
        until=DAY + timedelta(days=40),
        fresh=Fresh("De school mag weten dat er een lokaal vrij is."),
        by_link=True,
        once=new_id(),
    )
