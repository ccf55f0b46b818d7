"""The street of the town, in invented words: spots, two rounds, nicknames, a word passed on, a paper in one dossier."""

from django.utils import timezone

from kring.site.founding import House
from kring.support.contacts.attachments.actions import keep
from kring.support.contacts.attachments.queries import JOURNAL
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.contacts.rounds import actions
from kring.support.contacts.rounds.codelists import GROUP, NICKNAME
from kring.support.contacts.rounds.content import StreetContact
from kring.support.contacts.rounds.opening import Street, street
from kring.support.contacts.word.actions import send_word
from kring.support.contacts.word.content import ColleagueWord
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.vault.primitives import new_id

SPOTS = {
    "Stationsplein": "centre",
    "Kaai": "centre",
    "Skatepark": "north",
    "Bushalte Zuid": "south",
    "Parkje Arsenaal": "east",
}
COUNTED = ({"seen": 11, "talk": 4, "group": 1}, {"seen": 14, "talk": 6, "group": 2, "explained": 1})
MET = (
    ("Lange", "wou niet praten, zwaaide wel", False),
    ("De tweeling", "vroegen naar het zaaltje van vrijdag", True),
    ("Muts", "zag hem bij het bankje, lachte terug", False),
)
PAPER = "Attest van de sportclub\n\nMag woensdag en zaterdag mee trainen. Het lidgeld mag in drie keer.\n"


def walk_the_street(house: House) -> None:
    """Noor and Joris walked once and walk now; Noor passed a word on and kept a paper with a dossier."""

    def noor() -> Street:
        return street(house.session("noor"), act="town.street")

    spots = [actions.add_spot(noor(), name=name, area=area, once=new_id()) for name, area in SPOTS.items()]
    for number, counted in enumerate(COUNTED):
        walked = actions.start_round(noor(), beside=(house.principal("joris"),), once=new_id())
        for kind, times in counted.items():
            actions.press(noor(), walked, spot=spots[number], kind=kind, by=times, once=new_id())
        for nickname, words, known in MET[: number + 2]:
            met = _met(house, NICKNAME, nickname=nickname, words=words, known=known)
            actions.meet(noor(), walked, met, once=new_id())
        if number == 0:
            group = _met(house, GROUP, words="Zaaltje op vrijdag, wie heeft de sleutel?", size="6_10")
            actions.meet(noor(), walked, group, once=new_id())
            actions.end_round(noor(), walked)
    word = ColleagueWord("Muts", "Hij vroeg naar jou aan het bankje.")
    send_word(house.session("noor"), to=house.principal("joris"), word=word, once=new_id())
    _keep_a_paper(house)


def _met(
    house: House, kind: str, *, nickname: str = "", words: str, size: str = "", known: bool = False
) -> StreetContact:
    by = house.principal("noor")
    return StreetContact(new_id(), kind, by, timezone.now(), nickname=nickname, words=words, size=size, known=known)


def _keep_a_paper(house: House) -> None:
    carried = Dossier.objects.filter(holder=house.principal("noor"), state=Dossier.State.OPEN)
    dossier = carried.order_by("-opened_on", "number").first()
    if dossier is None:
        return
    paper = Arriving("attest.txt")
    paper.take(PAPER.encode())
    paper.end()
    opened = opening(house.session("noor"), dossier.id, act="town.attach", parts=[JOURNAL])
    keep(opened, [paper], sort="certificate", words="Attest van de sportclub", once=new_id())
