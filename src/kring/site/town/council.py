"""A question of the council on the desk of the head of service: one figure was counted for her, one waits. Invented."""

from datetime import timedelta

from kring.reporting.composer import actions, counting
from kring.reporting.composer.content import Body, Composed, Received, Wish
from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.vault.primitives import new_id

TEXT = "Hoeveel dossiers lopen er op dit ogenblik, bij welke werkwijze, en hoe oud zijn de mensen die begeleid worden?"


def ask(house: House) -> None:
    """She writes it in and asks for two figures; statistics counted the first."""
    greet, saar = house.session("greet"), house.session("saar")
    received = Received(
        Body.COUNCIL, "Raadslid Peeters", "2021/024", TEXT, DAY - timedelta(days=13), DAY + timedelta(days=14)
    )
    period = DAY.isoformat()
    by_programme = Wish(new_id(), ("cases_open",), ("programme",), period=period)
    by_age = counting.wished(Wish(new_id(), ("cases_open",), ("age_band",), period=period), DAY)
    counted = counting.drafted(saar, [by_programme], DAY, received.language)
    actions.begin(greet, Composed(received, DAY, greet.person, (*counted, by_age)), once=new_id())
