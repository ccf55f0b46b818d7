"""Two questions of the council: one that was answered, and one on the desk of the head of service. Invented."""

from datetime import timedelta

from kring.reporting.composer import actions, counting, queries, rules
from kring.reporting.composer.content import Body, Composed, Received, Wish
from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.vault.primitives import new_id

YEARS = "Hoeveel nieuwe dossiers kwamen er elk jaar bij, van 2018 tot 2020?"
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


def answer_years(house: House) -> None:
    """One that was answered before: new dossiers year by year, counted, read over by her, sent."""
    greet, saar = house.session("greet"), house.session("saar")
    received = Received(Body.COUNCIL, "Raadslid Peeters", "2021/007", YEARS, DAY - timedelta(days=40))
    wish = Wish(new_id(), ("cases_new",), ("year",), period="2018-2020")
    counted = counting.drafted(saar, [wish], DAY, received.language)
    made = actions.begin(saar, Composed(received, DAY, saar.person, counted), once=new_id())
    open_ = queries.opened(saar, made, act="town.council")
    actions.freeze(saar, open_, seen=open_.row.revision, once=new_id())
    for session, step in (
        (greet, lambda now: rules.read_over(now, greet.person, DAY)),
        (greet, lambda now: rules.approved(now, DAY, "CBS/2021/007")),
    ):
        open_ = queries.opened(session, made, act="town.council")
        actions.change(session, open_, step, act="town.council", seen=open_.row.revision, once=new_id())
    open_ = queries.opened(greet, made, act="town.council")
    actions.send(greet, open_, lambda now: rules.sent(now, DAY), seen=open_.row.revision, once=new_id())
