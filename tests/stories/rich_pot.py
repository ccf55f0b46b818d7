"""The project pot in a rich town: rules, applications of every sort, one with long words and a file. Invented."""

from dataclasses import replace

from kring.pot.applying.content import Initiator
from kring.pot.testing import PDF, PEOPLE, a_call, a_run, an_application, decided, granted, weighed
from kring.team.testing import Town

LONG = "Samenlevingsopbouwwerkersvereniging voor-en-door-de-buurt van het Lindeplein en omstreken"


def ask(town: Town) -> dict[str, str]:
    """The id of one application, by what it is."""
    a_call(town)
    granted(town, title="Nachtvoetbal Stationsbuurt", organisation="FC Oever met de buurt", asked_euro=2400, euro=2400)
    a_run(town)
    granted(town, title="Zwemmen met mama’s", organisation="Huis van de Wijk", asked_euro=733, euro=733)
    granted(town, title=LONG, organisation=LONG, euro=1850)
    an_application(
        town, title="Dansbattle in de Kaai", organisation="Jongerenwerking Kaai", asked_euro=900, area="east"
    )
    an_application(town, title=LONG, organisation=LONG, plan="Elke zondag wandelen. " * 60, area="villages")
    people = replace(PEOPLE, initiators=(Initiator("Aïcha " + "Van der " * 6, LONG), PEOPLE.initiators[1]))
    made = an_application(town, PDF, PDF, people=people, title="Fietsatelier voor en door buren", asked_euro=1260)
    weighed(town.greet, made.application, words=LONG)
    weighed(town.bart, made.application, 1, 0, 3)
    runs = an_application(town, title="Nachtvoetbal Stationsbuurt", organisation="FC Oever", asked_euro=2400)
    for who in (town.greet, town.wout):
        weighed(who, runs.application)
    decided(town.bart, runs.application, 2400)
    fresh = an_application(town, title="Wandelclub om de hoek", organisation="Twee buren", asked_euro=300)
    return {"application": made.application, "granted": runs.application, "fresh": fresh.application}
