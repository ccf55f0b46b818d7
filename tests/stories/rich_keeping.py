"""What keeping dossiers carried looks like in the rich town: handed over, offered, away, out alone. Nobody exists."""

from datetime import date, timedelta

from django.utils import timezone

from kring.support.dossier.household import actions as household
from kring.support.dossier.opening import opening
from kring.support.dossier.telling import actions as telling
from kring.support.dossier.telling.content import Telling, Waits, Way
from kring.support.followup.away import actions as away
from kring.support.followup.back import actions as back
from kring.support.followup.content import HandoverContent, Told, WhereToGo
from kring.support.followup.handover import answering, moving, offering
from kring.support.followup.models import EveningOut
from kring.team.testing import Town
from kring.vault.primitives import new_id

LONG = (
    "Stage start op 23 maart. De eerste week is spannend: ’s ochtends een bericht helpt. Bel liever de zus, "
    "en zeg altijd wie je bent. https://voorbeeld.example/een-heel-lang-adres-zonder-spaties-dat-maar-doorloopt"
)


def keep(town: Town, places: dict[str, str], today: date) -> dict[str, str]:
    """The id of the offer to Fatma, and of her evening."""
    linked(town, places)
    told_or_not(town, places, today)
    return {"offer": offered(town, places, today), "evening": gone(town, today)}


def offered(town: Town, places: dict[str, str], today: date) -> str:
    """One dossier of Noor that was handed over by Joris, and one that Noor offers to Fatma; the id of that offer."""
    told = HandoverContent(
        "Maximiliaan-Alexander Vandenb.",
        LONG,
        "Ik ga in april naar een andere ploeg.",
        Told.YES,
        "op 4 maart, aan de keukentafel",
        "Niet weer bij nul beginnen.",
        ("Mee naar de eerste stagedag: 23 maart, 8 uur", LONG[:160]),
        ("Bel nooit naar huis na 18 uur.", "Leest niet graag. Spreek het in."),
        "12 maart, 16 uur, met Noor erbij",
        today + timedelta(days=9),
    )
    noor, joris = town.noor.session, town.joris.principal
    quiet = opening(noor, places["quiet"], act="test.offer")
    there = offering.offer(noor, quiet, offering.Plan(joris, noor.person, "there"), told, once=new_id())
    moving.move(town.joris.session, answering.answer(town.joris.session, there, answering.YES).id)
    again = opening(town.joris.session, places["quiet"], act="test.offer")
    back = offering.offer(town.joris.session, again, offering.Plan(noor.person, joris, "back"), told, once=new_id())
    moving.move(noor, answering.answer(noor, back, answering.YES).id)
    opened = opening(noor, places["long"], act="test.offer")
    plan = offering.Plan(town.fatma.principal, town.joris.principal, "offer")
    return offering.offer(noor, opened, plan, told, once=new_id())


def linked(town: Town, places: dict[str, str]) -> None:
    """Two dossiers of Noor that belong together."""
    long, quiet = (opening(town.noor.session, places[name], act="test.link") for name in ("long", "quiet"))
    keys = long.keys.joined(quiet.keys)
    household.link(town.noor.session, keys, quiet.dossier, long.dossier, "siblings", seen=(), once=new_id())


def told_or_not(town: Town, places: dict[str, str], today: date) -> None:
    """One who was told, after it was not safe for a while; one who is not told yet."""
    quiet, young = (telling.enter(town.noor.session, places[name], act="test.tell") for name in ("quiet", "young"))
    soon, noor, joris = today + timedelta(days=5), town.noor.principal, town.joris.principal
    for opened, why in ((quiet, Waits.NOT_SAFE), (young, Waits.AIM)):
        waits = Telling(today, noor, waits=why, again_on=soon, words=LONG)
        telling.write(opened, waits, seen=0, once=new_id())
    young = telling.enter(town.joris.session, places["young"], act="test.tell")
    telling.write(young, Telling(today, joris, Way.STEPS, LONG[:150]), seen=1, once=new_id())


def gone(town: Town, today: date) -> str:
    """Joris is away, Noor stands in for him; Fatma went out alone and did not come back in time."""
    away.plan(town.joris.session, today, today + timedelta(days=4), once=new_id())
    away.plan(town.noor.session, today + timedelta(days=30), today + timedelta(days=40), once=new_id())
    soon, over = timezone.now() + timedelta(hours=1), timezone.now() - timedelta(minutes=5)
    back.go(town.noor.session, town.joris.principal, WhereToGo("Bij Lut thuis", "0470"), soon, once=new_id())
    back.go(town.fatma.session, town.noor.principal, WhereToGo(LONG, "0470 00 00 00"), over, once=new_id())
    back.call_due()
    return EveningOut.objects.get(person=town.fatma.principal).id
