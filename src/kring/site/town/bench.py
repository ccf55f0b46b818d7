"""The demo of sanction mediation: its own people, and files on their way. All invented.

They are other accounts than those of the casework demo, also where somebody has the same name: the registers share
nothing. Founded through the register's own actions.
"""

from datetime import date, timedelta

from kring.sanctions import access
from kring.sanctions.files import beginning, deciding, offering, reporting
from kring.sanctions.files.codelists import Nature, Outcome, Prosecutor, Sanction
from kring.sanctions.files.content import Parent, PersonContent
from kring.sanctions.files.opening import open_file
from kring.site.founding import Founding, GroupPlan, House, Newcomer, Post
from kring.site.town.beside import BESIDE, OFFICES, TRUSTEES
from kring.site.town.people import CITY, DISCRETION, SECRECY
from kring.team.clock import on_day
from kring.team.models import Function
from kring.vault.primitives import new_id

DAY = date(2021, 3, 1)
"""Always that day in the demo, as in the one of casework."""
MEDIATOR = (Post(Function.SANCTION_MEDIATOR, "sanction_mediation", CITY),)
OFFICER = (Post(Function.SANCTIONING_OFFICER, "", CITY),)
PEOPLE = (
    Newcomer("bea", "Bea Smets", OFFICER, DISCRETION, "sanctionerend ambtenaar"),
    Newcomer("koen", "Koen Maes", OFFICER, DISCRETION, "sanctionerend ambtenaar"),
    Newcomer("ines", "Ines Goossens", MEDIATOR, SECRECY, "bemiddelaar"),
    Newcomer("lars", "Lars Wouters", MEDIATOR, SECRECY, "bemiddelaar"),
    *BESIDE,
)
HOUSE = Founding(
    people=PEOPLE,
    circles=(GroupPlan(access.CIRCLE, "Bemiddeling in sancties", ("ines", "lars")),),
    offices=(GroupPlan(access.OFFICE, "Sanctionerend ambtenaren", ("bea", "koen")), *OFFICES),
    trustees=TRUSTEES,
)


def sit(house: House) -> None:
    """Five files: one just opened, one with the mediator, one that succeeded, one in service, one decided."""
    _begin(house, "Jef Peeters", 15, 12, Nature.DAMAGE)
    file = _begin(house, "Lies Van Damme", 16, 40, Nature.GRAFFITI)
    _offer(house, file, 30)
    file = _begin(house, "Mats Leys", 14, 60, Nature.NUISANCE)
    _offer(house, file, 50)
    _report(house, file, 20, Outcome.SUCCEEDED, "Mats helpt zaterdag het plein opruimen.")
    file = _begin(house, "Senne Claus", 17, 120, Nature.FIREWORKS)
    _offer(house, file, 100)
    _report(house, file, 80, Outcome.FAILED, "")
    _serve(house, file, 70)
    file = _begin(house, "Kobe Maes", 30, 150, Nature.LITTER)
    _decide(house, file, 90)


def _begin(house: House, name: str, years: int, days: int, nature: Nature) -> str:
    happened = DAY - timedelta(days=days)
    parents = (Parent(f"Ouder van {name.split(maxsplit=1)[0]}", "Lindestraat 4, Voorbeeld"),) if years < 18 else ()
    born = happened - timedelta(days=round(years * 365.25) + 60)
    facts = (nature.value, happened, happened + timedelta(days=1))
    with on_day(happened + timedelta(days=2)):
        person = PersonContent(name, born, "Lindestraat 4, Voorbeeld", *facts, parents)
        asked = Prosecutor.NOT_ASKED.value
        return beginning.begin(house.session("bea"), person, prosecutor=asked, once=new_id())


def _offer(house: House, file: str, days: int) -> None:
    on = DAY - timedelta(days=days)
    with on_day(on):
        opened = open_file(house.session("bea"), file, act="demo")
        offering.offer(opened, on=on, told_on=on, fit=False, seen=opened.row.person.revision, once=new_id())


def _report(house: House, file: str, days: int, outcome: Outcome, agreement: str) -> None:
    with on_day(DAY - timedelta(days=days)):
        opened = open_file(house.session("ines"), file, act="demo", parts=access.OF_MEDIATORS)
        said = {"outcome": outcome.value, "agreement": agreement, "once": new_id()}
        reporting.report(opened, seen=opened.row.result.revision, **said)


def _serve(house: House, file: str, days: int) -> None:
    on = DAY - timedelta(days=days)
    with on_day(on):
        opened = open_file(house.session("bea"), file, act="demo")
        deciding.serve(opened, on=on, hours=10, service="", seen=opened.row.decision.revision, once=new_id())


def _decide(house: House, file: str, days: int) -> None:
    on = DAY - timedelta(days=days)
    with on_day(on):
        opened = open_file(house.session("bea"), file, act="demo")
        seen = opened.row.decision.revision
        deciding.decide(opened, sanction=Sanction.FINE.value, amount=120, on=on, seen=seen, once=new_id())
