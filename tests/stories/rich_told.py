"""What left the circle in a rich town: told, not told, told in haste. Invented; long where a page has to bear it."""

from dataclasses import replace
from datetime import date, timedelta

from kring.support.disclosure.agreeing import actions as agreeing
from kring.support.disclosure.briefing import actions as briefing
from kring.support.disclosure.briefing import queries as letters
from kring.support.disclosure.briefing.content import BriefingContent
from kring.support.disclosure.decision import actions
from kring.support.dossier.agreements.content import AgreedToShare, Sort, Way
from kring.support.dossier.agreements.queries import agreements
from kring.support.dossier.disclosing import actions as disclosing
from kring.support.dossier.disclosing.content import URGENT, WORD, Disclosed
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground, Recipient, WhyNow
from kring.support.dossier.opening import opening
from kring.team.protocols.testing import a_protocol
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id

LONG = "Hij slaapt sinds vorige week bij zijn grootmoeder, en komt op dinsdag en donderdag met de bus naar school. " * 2


def tell(town: Town, dossier: str, today: date) -> dict[str, str]:
    """Three records of one dossier; the address of the one that has to be completed."""
    noor = town.noor
    opened = opening(noor.session, dossier, act="test.tell")
    told = Disclosed(
        items=("Gesprek om de twee weken", LONG),
        recipient="Jana Pauwels",
        kind=Recipient.CARE,
        ground=Ground.SHARED,
        checklist=tuple(code for code, _said in CHECKLIST[Ground.SHARED]),
        informed=True,
        why_not="",
        way=WORD,
        on=today,
        by=noor.principal,
        organisation="begeleider bij het centrum voor algemeen welzijnswerk",
        protocol=a_protocol(town, parties="CAW De Oever\nCentrum voor geestelijke gezondheidszorg De Ridderbuurt").row,
    )
    actions.tell(opened, told, secrecy="secrecy", once=new_id())
    asked = replace(told, recipient="De wijkagent", organisation="", kind=Recipient.POLICE, words="Dat is aan Robin.")
    actions.decline(opened, asked, once=new_id())
    haste = replace(told, recipient="", organisation="", kind=Recipient.EMERGENCY, items=(), way=URGENT)
    haste = replace(haste, checklist=(), words="Hij lag op de trap.", at_once=WhyNow.LIFE)
    with acting("test.haste", by=noor.principal) as act:
        row = disclosing.record_urgent(act, opened.dossier, haste)
    agreed = agreeing.enter(noor.session, dossier, act="test.agree")
    said = AgreedToShare(
        "Leerlingbegeleider Griet Lens-Vandenbroucke",
        "Scholengemeenschap De Brug, vestiging Oeverstraat-Noord",
        (Sort.PLAN, Sort.SCHOOL, Sort.HEALTH, Sort.FAMILY),
        LONG,
        Way.WRITTEN,
        today,
        today + timedelta(days=180),
        noor.principal,
    )
    for each in (said, replace(said, partner="Tante Els", organisation="", sorts=(Sort.REACH,), way=Way.SPOKEN)):
        agreeing.give(agreed, each, once=new_id())
    kept = next(one for one in agreements(agreed.keys, dossier) if one.said.partner == "Tante Els")
    agreeing.withdraw(agreed, kept, on=today, told_by="Robin zelf", once=new_id())
    running = next(one.row.id for one in agreements(agreed.keys, dossier) if one.said.partner == said.partner)
    return {
        "agreement": f"dossiers/{dossier}/agreed/{running}",
        "in haste": f"dossiers/{dossier}/passed-on/{row.id}",
        "letter": _asked(town, dossier, told, today),
    }


def _asked(town: Town, dossier: str, told: Disclosed, today: date) -> str:
    """A letter to the head of service, answered; its address."""
    question = "Mogen we hem zelf met de wagen van de stad naar het ziekenhuis brengen, ook ’s avonds?"
    letter = BriefingContent(
        question=question,
        options=("Zelf rijden, met twee", "Een taxi betalen"),
        needed="Een woord vóór morgen.",
        items=(LONG,),
        by=town.noor.principal,
        to=town.greet.principal,
        on=today,
        until=today + timedelta(days=14),
    )
    grounded = tuple(code for code, _said in CHECKLIST[Ground.NECESSITY])
    told = replace(told, recipient="Greet Aerts", organisation="", kind=Recipient.TEAM, ground=Ground.NECESSITY)
    opened = opening(town.noor.session, dossier, act="test.ask")
    briefing.write(opened, letter, replace(told, checklist=grounded), secrecy="discretion", once=new_id())
    [kept] = letters.for_reader(town.greet.session)
    briefing.answer(kept, "Doe maar, met z’n tweeën. Bel me als je thuis bent.", once=new_id())
    return f"briefings/{kept.row.id}"
