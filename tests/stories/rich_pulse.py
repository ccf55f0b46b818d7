"""How the team of the rich town stands: three colleagues looked at Today, the others did not."""

from datetime import date

from kring.support.desk.checkin import sealing as checkin
from kring.support.desk.checkin.content import CheckIn, Room
from kring.support.desk.pulse import sealing
from kring.support.desk.today import queries
from kring.team.testing import Town


def look(town: Town, today: date) -> None:
    """Each sees their own day."""
    for who in (town.noor, town.joris, town.fatma):
        sealing.seal(who.session, queries.look(who.session, today, today), today)
    said = CheckIn(today, Room.TOO_MUCH, "Ik wil twee zware gesprekken samen voorbereiden, nog voor vrijdag.")
    checkin.say(town.noor.session, said, seen="")
    checkin.say(town.fatma.session, CheckIn(today, Room.ROOM), seen="")
