"""Letters, services and onward referrals of a rich town. Invented; long where a page has to bear it."""

import json
from datetime import date, timedelta

from kring.support.followup.linkage.actions import answer, enter, refer
from kring.support.followup.linkage.content import Asked, OnwardReferral, StillRuns
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.team.services import actions as services
from kring.team.services.models import DirectoryEntry
from kring.team.services.tests.examples import HOUSING, full
from kring.team.testing import Town
from kring.team.wording import actions as wording
from kring.vault.primitives import new_id

FACTS = {
    "town": "Mechelen",
    "team": "het team Sociale preventie",
    "team_address": "Huis van de preventie, Kade 7, 2800 Mechelen",
    "team_phone": "015 00 00 00",
    "team_email": "team@stad.example",
    "dpo": "dpo@stad.example",
    "supervisor": "Vlaamse Toezichtcommissie, Koning Albert II-laan 15, 1210 Brussel",
    "complaints": "de klachtencoördinator van de stad, klachten@stad.example",
    "kept": "We bewaren je dossier nog tien jaar nadat we stoppen. Daarna wordt alles vernietigd.",
}


def lay_out(town: Town, dossier: str, today: date) -> dict[str, str]:
    """Facts, one text of the town's own, services, and three onward referrals; addresses by what they are."""
    by = town.greet.principal
    wording.write_facts(by, FACTS, once=new_id())
    for seen, text in enumerate(
        ("Dag {name}\n\nTot {day}.", "Dag {name}\n\nWelkom op {day} in {place}.\n\n{colleague}")
    ):
        wording.write(by, code="invitation", language="nl", text=text, seen=seen, once=new_id())
    many = [{**HOUSING, "id": f"more-{n}", "name": f"Ontmoetingshuis {n}"} for n in range(7)]
    services.bring_in(by, json.dumps([HOUSING, full("service"), full("organization"), *many]).encode())
    housing = DirectoryEntry.objects.get(outside_id=HOUSING["id"])
    _referred(town, dossier, today, housing)
    return {"service": housing.id}


def _referred(town: Town, dossier: str, today: date, housing: DirectoryEntry) -> None:
    noor = town.noor.session
    long = "Een heel lange vraag in woorden die samen gezocht zijn, zonder namen van anderen. " * 5
    for on, along, service, request in (
        (today - timedelta(days=120), True, "Woonbegeleiding De Brug", "Een plek voor hem alleen."),
        (today - timedelta(days=20), True, "Begeleid koken in het inloophuis aan de vaart", long),
        (today - timedelta(days=200), False, "Sportclub", ""),
        (today - timedelta(days=150), True, "Huisarts", "Een eerste gesprek."),
    ):
        entry = housing.id if service == housing.name else ""
        referral = OnwardReferral(service, "CAW De Brug", on, noor.person, along, "Els van het onthaal", request, entry)
        made = refer(noor, enter(noor, dossier, act="test.refer"), referral, once=new_id())
        if service == "Huisarts":
            revision = OnwardReferralRecord.objects.get(id=made).revision
            asked = Asked(StillRuns.UNKNOWN, today, noor.person, "hij neemt niet op")
            opened = enter(noor, dossier, act="test.refer")
            answer(noor, opened, made, asked, revision=revision, once=new_id())
