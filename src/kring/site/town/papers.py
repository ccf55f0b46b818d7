"""What the demo town keeps for everybody: its own facts, a few services, one onward referral. Invented."""

import json
from datetime import date
from typing import Any

from kring.site.founding import House
from kring.site.town.caseload import DAY
from kring.support.dossier.content import SummaryContent
from kring.support.dossier.models import Dossier
from kring.support.followup.linkage.actions import enter, refer
from kring.support.followup.linkage.content import OnwardReferral
from kring.team.services import actions as services
from kring.team.wording import actions as wording
from kring.vault.primitives import new_id

FACTS = {
    "town": "Mechelen",
    "team": "het team Sociale preventie",
    "team_address": "Huis van de preventie, Kade 7, 2800 Mechelen",
    "team_phone": "015 00 00 00",
    "team_email": "preventie@stad.example",
    "dpo": "gegevensbescherming@stad.example",
    "supervisor": "Vlaamse Toezichtcommissie (VTC), Brussel",
    "complaints": "de klachtendienst van de stad, klachten@stad.example",
    "read_when": "We lezen dit op werkdagen, tussen 9 en 17 uur.",
    "help_now": "Nu hulp nodig? Gevaar: 112. Babbellijn van de stad: 015 00 00 99, dag en nacht.",
}
SERVICES = (
    ("Woonbegeleiding", "CAW De Brug", "015 00 00 10", "Kade 12", "Hulp om een woning te vinden en te houden."),
    ("Onthaal jongeren", "JAC De Vaart", "015 00 00 11", "Vaartstraat 3", "Voor wie 12 tot 25 is. Zonder afspraak."),
    (
        "Schuldbemiddeling",
        "OCMW",
        "015 00 00 12",
        "Sint-Rombautsplein 1",
        "Brieven, rekeningen en een plan om af te betalen.",
    ),
    (
        "Inloophuis met kookavond",
        "Buurtwerk Noord",
        "015 00 00 13",
        "Caputsteen 9",
        "Elke woensdag samen koken. Gratis.",
    ),
    (
        "Psychologische hulp",
        "CGG Dijle",
        "015 00 00 14",
        "Nekkerspoel 20",
        "Vraag eerst een gesprek aan bij het onthaal.",
    ),
    ("Taalpunt", "Huis van het Nederlands", "015 00 00 15", "Hallestraat 2", "Zoekt een cursus die past."),
)


def keep_papers(house: House) -> None:
    """Facts and services by the head of service; one warm linkage by the first colleague who has a dossier."""
    by = house.principal("greet")
    wording.write_facts(by, FACTS, once=new_id())
    services.bring_in(by, json.dumps([_service(n, *one) for n, one in enumerate(SERVICES)]).encode())
    noor = house.session("noor")
    dossier = Dossier.objects.filter(holder=noor.person, state=Dossier.State.OPEN).order_by("opened_on", "id").first()
    if dossier is not None:
        opened = enter(noor, dossier.id, act="town.refer")
        refer(noor, opened, _linkage(noor.person, opened.summary), once=new_id())


def _linkage(by: str, summary: SummaryContent) -> OnwardReferral:
    return OnwardReferral(
        service="Inloophuis met kookavond",
        organisation="Buurtwerk Noord",
        on=date(DAY.year - 1, 11, 18),
        by=by,
        went_along=True,
        agreed_with="Els van het onthaal",
        request="Een plek om op woensdag samen te koken.",
        programme=summary.programme,
    )


def _service(number: int, name: str, organisation: str, phone: str, street: str, about: str) -> dict[str, Any]:
    key = f"5f1a1d8e-0000-4000-8000-0000000000{number:02d}"
    address = {
        "id": f"{key}-a",
        "address_1": street,
        "city": "Mechelen",
        "state_province": "Antwerpen",
        "postal_code": "2800",
        "country": "BE",
        "address_type": "physical",
    }
    location = {"id": f"{key}-l", "location_type": "physical", "addresses": [address]}
    return {
        "id": key,
        "name": name,
        "status": "active",
        "description": about,
        "phones": [{"id": f"{key}-p", "number": phone}],
        "organization": {"id": f"{key}-o", "name": organisation, "description": organisation},
        "service_at_locations": [{"id": f"{key}-s", "location": location}],
    }
