"""Consultations of a rich town: one with a full table, one with nobody yet, and a guest's link to each kind of page."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kring.support.consultation import actions
from kring.support.consultation.case import actions as cases
from kring.support.consultation.content import CLIENT
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.testing import BOUND, Table
from kring.support.dossier.opening import opening
from kring.team.testing import Town
from kring.vault.primitives import new_id

NOTES = "Yusuf om 16.25 uur laten gaan. Robin niet laten antwoorden op ‘waarom’."


@dataclass(frozen=True, slots=True)
class Set:
    """What was set: addresses by name, and links as path and code."""

    paths: dict[str, str]
    links: dict[str, tuple[str, str]]


def lay(town: Town, full: str, bare: str, on: date) -> Set:
    """Two consultations, of these two dossiers."""
    table, empty = (_started(town, dossier, on + timedelta(days=18)) for dossier in (full, bare))
    here = f"dossiers/{table.dossier}/consultations/{table.id}"
    point = table.point("School: hele dagen volhouden", beside="Rustmoment voor de middag", domain="school", opens="")
    table.point("Voetbal: na de proeftraining, met een heel lange titel die blijft doorlopen tot voorbij de rand")
    lens = table.seat(name="Mevrouw Lens", task="eerste 25 min")
    maas = table.seat(**BOUND, organisation="Centrum voor geestelijke gezondheidszorg De Ridderbuurt-Noord")
    table.seat(name="Mama", kind="network", email="", organisation="", function="")
    police = {"kind": "police", "function": "wijkagent", "organisation": "", "email": "w@pz.example"}
    wils = table.seat(name="Inspecteur Wils", wished=True, only=point, **police)
    table.agree("De Brug houdt tussen 10.10 en 10.30 uur een lokaal vrij.", who=(lens.id,))
    table.agree("Trainen op woensdag, ook bij regen.", who=(CLIENT, maas.id), domain="leisure")
    links = {f"guest {seat.name}": (table.invite(seat), code_of(seat.id)) for seat in (lens, maas)}
    table.give(lens, "De Brug houdt een lokaal vrij.", "Wie Robin belt als het niet lukt")
    table.give(maas, "Trainen op woensdag.", ground="shared_secrecy")
    actions.write_notes(town.noor.session, table.opened(), text=NOTES, seen=0, once=new_id())
    actions.next_item(town.noor.session, table.opened(), once=new_id())
    paths = {
        "table": here,
        "table bare": f"dossiers/{empty.dossier}/consultations/{empty.id}",
        "seat": f"{here}/seats/{lens.id}",
        "seat police": f"{here}/seats/{wils.id}",
        "seat bound": f"{here}/seats/{maas.id}",
    }
    paths["case"] = _case(town, full, on)
    return Set(paths, links)


def _case(town: Town, dossier: str, on: date) -> str:
    """A case consultation inside the law, with one action of Noor's own; its address."""
    opened = opening(town.noor.session, dossier, act="test.open", parts=["minutes"])
    case = cases.start(
        town.noor.session,
        opened,
        on=on,
        basis="permission",
        document="Toestemming van 3 november, in de kluis van de dienst",
        purpose="Het gezin veilig houden.",
        modalities="De directeur leidt. Wat gezegd wordt, blijft in de kamer.",
        permitted=["Els Maes, justitiehuis", "Jan Pauwels, politie, een heel lange functie die maar doorloopt"],
        once=new_id(),
    )
    table = cases.open_case(town.noor.session, dossier, case, act="test.open")
    cases.take_upon(town.noor.session, table, what="Ik bel zijn moeder maandag.", by_when=on, once=new_id())
    return f"dossiers/{dossier}/case-consultations/{case}"


def _started(town: Town, dossier: str, on: date) -> Table:
    opened = opening(town.noor.session, dossier, act="test.open", parts=["minutes"])
    at = timezone.make_aware(datetime.combine(on, time(16)))
    started = actions.start(
        town.noor.session, opened, at=at, minutes=60, place="Huis van de Wijk, zaal Linde", once=new_id()
    )
    return Table(town, dossier, started)
