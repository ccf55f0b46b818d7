"""A table for tests: Noor's dossier of Robin, a consultation to come, and guests around it. Invented words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kring.support.consultation import actions, invitations
from kring.support.consultation.content import Seat
from kring.support.consultation.opened import OpenTable, open_table
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground
from kring.support.dossier.opening import opening
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.protocols.testing import a_protocol
from kring.team.testing import Persona, Town
from kring.vault import outbox
from kring.vault.primitives import new_id

AT = datetime(2031, 3, 19, 15, tzinfo=UTC)
LENS: dict[str, Any] = {
    "name": "Katrien Lens",
    "function": "teacher",
    "organisation": "De Brug",
    "kind": "school",
    "email": "lens@debrug.example",
}
BOUND: dict[str, Any] = {"name": "Dirk Maas", "kind": "care", "secrecy": "secrecy", "email": "dirk@caw.example"}
FOR = "The school may know that a room is free."
ROOM = "The Bridge keeps a room free between ten and half past."


@dataclass
class Table:
    """A consultation of a dossier in the town."""

    town: Town
    dossier: str
    id: str

    def opened(self, who: Persona | None = None) -> OpenTable:
        """As somebody opens it now; Noor when nobody is named."""
        session = (who or self.town.noor).session
        return open_table(session, self.dossier, self.id, act="test.open", beside=["plan"])

    def seat(self, **about: Any) -> Seat:
        """Somebody new at the table."""
        actions.add_seat(self.town.noor.session, self.opened(), once=new_id(), **{**LENS, **about})
        return self.opened().meeting.seats[-1]

    def point(self, title: str = "School: whole days", **about: Any) -> str:
        """A point on the agenda; its id."""
        actions.add_item(self.town.noor.session, self.opened(), once=new_id(), title=title, **about)
        return self.opened().meeting.agenda[-1].id

    def agree(self, what: str = ROOM, who: tuple[str, ...] = (), **about: Any) -> None:
        """Something agreed aloud."""
        said = {"by_when": date(2031, 3, 23), "domain": "school", **about}
        actions.agree(self.town.noor.session, self.opened(), what=what, who=who, once=new_id(), **said)

    def invite(self, seat: Seat) -> str:
        """Invite; the address in the mail."""
        invitations.invite(self.town.noor.session, self.opened(), seat, once=new_id())
        return newest_path()

    def give(self, seat: Seat, *lines: str, **about: Any) -> None:
        """Give lines behind the link, by agreement of the client unless said otherwise."""
        weighed = grounded(about.pop("ground", Ground.AGREEMENT))
        protocol = a_protocol(self.town).row if weighed["ground"] == Ground.SHARED else ""
        given = {**weighed, "protocol": protocol, "until": today() + timedelta(days=21), "by_link": True, **about}
        invitations.give(
            self.town.noor.session, self.opened(), self.now(seat), lines=lines or (ROOM,), once=new_id(), **given
        )

    def now(self, seat: Seat) -> Seat:
        """The seat as it stands."""
        return actions.seat_of(self.opened(), seat.id)


def a_table(town: Town, **dossier: Any) -> Table:
    """A consultation that Noor started for Robin."""
    row = a_dossier(town, **dossier).dossier
    opened = opening(town.noor.session, row.id, act="test.open", parts=["minutes"])
    started = actions.start(
        town.noor.session, opened, at=AT, minutes=60, place="Huis van de Wijk, zaal Linde", once=new_id()
    )
    return Table(town, row.id, started)


def grounded(ground: str) -> dict[str, Any]:
    """A ground with everything that must be weighed ticked, and a client who knows."""
    return {
        "ground": ground,
        "checklist": tuple(code for code, _said in CHECKLIST[ground]),
        "informed": True,
        "why_not": "",
        "fresh": Fresh(FOR) if ground == Ground.AGREEMENT else None,
    }


def newest_path() -> str:
    """The address in the newest mail that has a link."""
    token = [mail.words["token"] for mail in outbox.waiting() if "token" in mail.words][-1]
    return f"/overleg/{token}"
