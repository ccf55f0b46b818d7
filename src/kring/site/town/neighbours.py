"""The demo of mediation between neighbours: its own people, and files on their way. All invented.

They are other accounts than those of the casework demo, also where somebody has the same name: the registers share
nothing. Founded through the register's own actions.
"""

from dataclasses import replace
from datetime import date, timedelta

from kring.mediation import access
from kring.mediation.files import actions, volunteers
from kring.mediation.files.codelists import Form, Nature, NotStarted, Referrer, Result, Side, Way, Willing
from kring.mediation.files.content import FileContent, SideContent
from kring.mediation.files.opening import open_file
from kring.site.founding import Founding, GroupPlan, House, Newcomer, Post
from kring.site.town.beside import BESIDE, OFFICES, TRUSTEES
from kring.site.town.people import CITY, SECRECY
from kring.team.clock import on_day
from kring.team.models import Function
from kring.vault.primitives import new_id

DAY = date(2021, 3, 1)
"""Always that day in the demo, as in the one of casework."""
MEDIATOR = (Post(Function.NEIGHBOUR_MEDIATOR, "neighbour_mediation", CITY),)
PEOPLE = (
    Newcomer("wout", "Wout Hermans", MEDIATOR, SECRECY, "burenbemiddelaar"),
    Newcomer("mira", "Mira Jacobs", MEDIATOR, SECRECY, "burenbemiddelaar"),
    Newcomer("dries", "Dries Aerts", MEDIATOR, SECRECY, "vrijwilliger"),
    *BESIDE,
)
HOUSE = Founding(
    people=PEOPLE,
    circles=(GroupPlan(access.CIRCLE, "Burenbemiddeling", ("wout", "mira")),),
    offices=OFFICES,
    trustees=TRUSTEES,
)
YES = Willing.YES.value


def _call(label: str, way: Way, referrer: Referrer, *natures: Nature) -> FileContent:
    return FileContent(label, way.value, referrer.value, tuple(one.value for one in natures))


def mediate(house: House) -> None:
    """Four files: a call of today, one in the middle, one that waits for its follow-up, one that did not start."""
    fresh = _call("Lindestraat, tweede verdieping", Way.PHONE, Referrer.POLICE, Nature.NOISE)
    _told(house, 1, fresh, SideContent("Nadia", "0400 00 00 01", "Elke avond muziek door de muur.", "Slapen om elf."))
    middle = _call("Kerkstraat, haag", Way.MAIL, Referrer.TOWN, Nature.GREEN, Nature.BOUNDARY)
    file = _told(house, 20, middle, SideContent("Rita", "rita@voorbeeld.example", "De haag groeit over het pad."))
    _sheets(house, file, 12, 9, "Hij wil eerst zelf snoeien.")
    opened = open_file(house.session("wout"), file, act="demo")
    volunteers.let_help(opened, house.principal("dries"), until=DAY + timedelta(days=60), once=new_id())
    late = _call("Vest, fietsenstalling", Way.FORM, Referrer.HOUSING, Nature.SHARED_PLACES)
    file = _told(house, 60, late, SideContent("Amir", "0400 00 00 03", "Mijn fiets staat altijd buiten."))
    _sheets(house, file, 52, 50, "Er is te weinig plaats.")
    _decide(house, file, replace(late, form=Form.DIRECT.value, met_on=DAY - timedelta(days=40)))
    for side in Side:
        opened = open_file(house.session("wout"), file, act="demo")
        _write(house, file, side, replace(opened.sides[side], result=Result.AGREED.value))
    none = _call("Molenweg, hond", Way.DESK, Referrer.SELF, Nature.PETS)
    file = _told(house, 8, none, SideContent("Jef", "0400 00 00 04", "De hond blaft als ze weg zijn."))
    _decide(house, file, replace(none, not_started=NotStarted.ADVICE_WAS_ENOUGH.value))


def _told(house: House, days: int, call: FileContent, caller: SideContent) -> str:
    with on_day(DAY - timedelta(days=days)):
        return actions.register_call(house.session("wout"), call, caller, once=new_id())


def _sheets(house: House, file: str, first: int, second: int, told: str) -> None:
    a = open_file(house.session("wout"), file, act="demo").sides[Side.A]
    _write(house, file, Side.A, replace(a, intake_on=DAY - timedelta(days=first), willing=YES))
    b = SideContent("De buur", "0400 00 00 02", told, intake_on=DAY - timedelta(days=second), willing=YES)
    _write(house, file, Side.B, b)


def _write(house: House, file: str, side: Side, sheet: SideContent) -> None:
    opened = open_file(house.session("wout"), file, act="demo")
    actions.write_side(opened, side, sheet, seen=opened.records[side].revision, once=new_id())


def _decide(house: House, file: str, content: FileContent) -> None:
    opened = open_file(house.session("wout"), file, act="demo")
    actions.write_file(opened, content, seen=opened.record.revision, once=new_id())
