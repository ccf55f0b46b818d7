"""What leaves the circle in the town, in invented words: told, not told, told in haste, and a letter upward."""

from dataclasses import replace
from datetime import date, timedelta

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.disclosure.briefing import actions as letters
from kring.support.disclosure.briefing.content import BriefingContent
from kring.support.disclosure.decision import actions
from kring.support.dossier.agreements.rules import Fresh
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import URGENT, WORD, Disclosed
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground, Recipient, WhyNow
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.team import queries as team
from kring.team.protocols import Protocol
from kring.team.protocols.actions import write_protocol
from kring.team.protocols.queries import versions
from kring.vault.acts import acting
from kring.vault.primitives import new_id

QUESTION = "Mag ik met een jongere en zijn moeder naar een school buiten de stad rijden, met de wagen van de dienst?"


def tell_outside(house: House) -> None:
    """A coach tells a colleague of another service, tells somebody nothing, and asks; somebody told in haste."""
    if coached := _newest(house, "samir"):
        _tell(house, coached)
        _ask(house, coached)
    if walked := _newest(house, "noor"):
        _in_haste(house, walked)


def _newest(house: House, holder: str) -> Dossier | None:
    found = Dossier.objects.filter(holder=house.principal(holder), state=Dossier.State.OPEN)
    return found.order_by("-opened_on", "number").first()


def _told(by: str, ground: Ground) -> Disclosed:
    return Disclosed(
        items=("Plan: gesprek om de twee weken", "Wie je belt als het niet lukt"),
        recipient="Jana Pauwels",
        kind=Recipient.CARE,
        ground=ground,
        checklist=tuple(code for code, _said in CHECKLIST[ground]),
        informed=True,
        why_not="",
        way=WORD,
        on=DAY,
        by=by,
        organisation="begeleider bij het CAW",
    )


def _tell(house: House, dossier: Dossier) -> None:
    session = house.session("samir")
    opened = opening(session, dossier.id, act="town.outside")
    told = replace(_told(session.person, Ground.SHARED), protocol=_protocol(house))
    actions.tell(opened, told, secrecy="secrecy", once=new_id())
    asked = replace(told, recipient="De clubvoorzitter", organisation="", words="Dat vertelt hij liever zelf.")
    actions.decline(opened, asked, once=new_id())


def _protocol(house: House) -> str:
    """The town has one with the centre; the version that holds."""
    said = Protocol(
        new_id(),
        0,
        parties="CAW Oeverstreek\nOCMW Oeverstad",
        purpose="Samen hulp bieden aan jongeren die geen weg vinden.",
        categories="Wat afgesproken is\nHoe iemand te bereiken is\nWat iemand zelf wil dat verteld wordt",
        published="Webstek van de stad, bij de protocollen",
        document="P-2020-11",
        from_on=date(2020, 11, 1),
        until_on=date(2023, 10, 31),
    )
    made = write_protocol(house.principal("hilde"), said, seen=0, once=new_id())
    return versions(made)[0].row


def _ask(house: House, dossier: Dossier) -> None:
    by, to = house.principal("samir"), house.principal("greet")
    letter = BriefingContent(
        question=QUESTION,
        options=("Met de wagen, op een woensdag", "Met de trein, met tickets van de dienst"),
        needed="Een ja of een nee vóór vrijdag.",
        items=("Zijn moeder wil mee.",),
        by=by,
        to=to,
        on=DAY,
        until=DAY + timedelta(days=14),
    )
    told = replace(_told(by, Ground.AGREEMENT), recipient="Greet Aerts", organisation="", kind=Recipient.TEAM)
    told = replace(told, items=(QUESTION, *letter.items))
    opened = opening(house.session("samir"), dossier.id, act="town.outside", parts=["plan"])
    fresh = Fresh("Mama mag meekomen in de wagen, om het te kunnen vragen.")
    letters.write(opened, letter, told, secrecy=team.secrecy_of(to), once=new_id(), fresh=fresh)


def _in_haste(house: House, dossier: Dossier) -> None:
    by = house.principal("noor")
    told = replace(_told(by, Ground.NECESSITY), recipient="", organisation="", kind=Recipient.EMERGENCY, items=())
    told = replace(told, way=URGENT, checklist=(), words="Hij reageerde niet meer op ons.", at_once=WhyNow.LIFE)
    with acting("town.outside", by=by) as act:
        disclosing.record_urgent(act, dossier, told)
