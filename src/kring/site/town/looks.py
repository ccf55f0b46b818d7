"""The morning of 1 March: all who do casework looked at Today, and sealed how it stands; three said how it goes."""

from datetime import timedelta

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.desk.checkin import sealing as checkin
from kring.support.desk.checkin.content import CheckIn, Room
from kring.support.desk.pulse import sealing
from kring.support.desk.today import queries
from kring.team import queries as team
from kring.team.models import CASEWORK

SAID = {
    "fatma": (Room.TOO_MUCH, "Ik wil twee dossiers bespreken."),
    "lotte": (Room.ROOM, ""),
    "tom": (Room.RIGHT, ""),
}
"""What was said on the Friday before of the own work."""


def look_at_today(house: House) -> None:
    """Each with their own keys."""
    works = {row.colleague.principal for row in team.team_on(DAY) if row.function in CASEWORK}
    for key, one in house.people.items():
        if one.colleague.principal in works:
            session = house.session(key)
            sealing.seal(session, queries.look(session, DAY, DAY), DAY)
            if key in SAID:
                checkin.say(session, CheckIn(DAY - timedelta(days=3), *SAID[key]), seen="")
