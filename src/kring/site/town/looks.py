"""The morning of 1 March: everybody who does casework looked at Today, and sealed how it stands for the head."""

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.desk.pulse import sealing
from kring.support.desk.today import queries
from kring.team import queries as team
from kring.team.models import CASEWORK


def look_at_today(house: House) -> None:
    """Each with their own keys."""
    works = {row.colleague.principal for row in team.team_on(DAY) if row.function in CASEWORK}
    for key, one in house.people.items():
        if one.colleague.principal in works:
            session = house.session(key)
            sealing.seal(session, queries.look(session, DAY, DAY), DAY)
