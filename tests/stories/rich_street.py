"""The street of a rich town: spots, a round that is over, one that goes on, a word passed on. Nobody here exists."""

from django.utils import timezone

from kring.support.contacts.rounds import actions
from kring.support.contacts.rounds.content import StreetContact
from kring.support.contacts.rounds.opening import Street, street
from kring.support.contacts.word.actions import send_word
from kring.support.contacts.word.content import ColleagueWord
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id

SPOTS = ("Stationsplein", "Kaai", "Skatepark", "Bushalte Zuid aan het heel lange wandelpad", "Vaart")
MET = (
    ("Lange", "wou niet praten, zwaaide wel", False),
    ("De tweeling", "vroegen naar het zaaltje van vrijdag, en of dat weer zou doorgaan als het regent buiten", True),
    ("Muts", "zag hem bij het bankje, lachte terug", False),
)


def walk(town: Town) -> None:
    """Noor and Joris walk; an earlier round is over; Noor passes a word on."""
    spots = [_spot(town.noor, name) for name in SPOTS]
    for over in (True, False):
        walked = actions.start_round(_street(town.noor), beside=(town.joris.principal,), once=new_id())
        for kind, number in {"seen": 14, "talk": 6, "group": 2, "explained": 1}.items():
            actions.press(_street(town.joris), walked, spot=spots[0], kind=kind, by=number, once=new_id())
        actions.press(_street(town.noor), walked, spot=spots[1], kind="seen", by=3, once=new_id())
        for nickname, words, known in MET:
            contact = _contact(town.noor, "nickname", nickname=nickname, words=words, known=known)
            actions.meet(_street(town.noor), walked, contact, once=new_id())
        group = _contact(town.joris, "group", size="6_10", words="Zaaltje op vrijdag, wie heeft de sleutel?")
        actions.meet(_street(town.joris), walked, group, once=new_id())
        if over:
            actions.end_round(_street(town.noor), walked)
    actions.note_contact(town.noor.session, kind="phone", nickname="Pet", words="belde zelf", once=new_id())
    for nickname, sentence in (("Muts", "Hij vroeg naar jou aan het bankje."), ("De tweeling", "Zaaltje? " * 20)):
        send_word(town.noor.session, to=town.joris.principal, word=ColleagueWord(nickname, sentence), once=new_id())


def _street(persona: Persona) -> Street:
    return street(persona.session, act="test.street")


def _spot(persona: Persona, name: str) -> str:
    return actions.add_spot(_street(persona), name=name, area="centre", once=new_id())


def _contact(persona: Persona, kind: str, **told: object) -> StreetContact:
    return StreetContact(new_id(), kind, persona.principal, timezone.now(), **told)  # type: ignore[arg-type]  # by name
