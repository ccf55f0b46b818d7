"""Everything of the contacts with a word in it: the journal of a dossier, notes under a lock of their own, the street.

What does not live here: who may see what (need_to_know_contacts_table.py).
"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from kring.support.contacts.appointments import actions as appointments
from kring.support.contacts.appointments.content import Meeting
from kring.support.contacts.attachments import actions as attachments
from kring.support.contacts.attachments.receiving import Arriving
from kring.support.contacts.log import notes
from kring.support.contacts.log.actions import correct, log_contact
from kring.support.contacts.log.content import Contact, SensitiveNote
from kring.support.contacts.log.when import case_now
from kring.support.contacts.rounds import actions as rounds
from kring.support.contacts.rounds.content import StreetContact
from kring.support.contacts.rounds.opening import street
from kring.support.contacts.word.actions import send_word
from kring.support.contacts.word.content import ColleagueWord
from kring.support.contacts.word.queries import lying
from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.content import Identity
from kring.support.dossier.household import actions as household
from kring.support.dossier.opening import Opened, opening
from kring.support.dossier.telling import actions as telling
from kring.support.dossier.telling.content import Telling, Way
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def contacts(town: Town) -> dict[str, Thing]:
    """Two dossiers with a journal and notes; a round in the circle; a word that was passed on."""
    return {
        "journal": _journal(town),
        "attached": _attached(town),
        "notes": _notes(town),
        "household": _household(town),
        "street": _street(town),
        "passed on": _passed_on(town),
    }


def _with_fatma(town: Town, identity: Identity | None = None) -> OpenedDossier:
    """Her key of the journal comes when something is written in it."""
    made = a_dossier(town, identity=identity)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    return made


def _said(by: Persona, sentence: str) -> Contact:
    now = case_now()
    return Contact("street", now, now, by.principal, sentence=sentence)


def _journal(town: Town) -> Thing:
    """A contact that was corrected, an appointment, and what was told."""
    thing, noor, robin = Thing(), town.noor, _with_fatma(town, Identity("Robin")).dossier
    first = log_contact(noor.session, [robin.id], _said(noor, thing.text("before")), once=new_id()).record
    correct(noor.session, robin.id, first, _said(noor, thing.text("contact")), once=new_id())
    meeting = Meeting(case_now() + timedelta(days=1), "home", noor.principal, about=thing.text("meeting"))
    planned = appointments.make(_entered(noor, robin.id), meeting, person=noor.principal, once=new_id())
    told = Telling(ON, noor.principal, Way.TALK, present=thing.text("telling"))
    telling.write(telling.enter(noor.session, robin.id, act="test.tell"), told, seen=0, once=new_id())
    thing.id = first
    pages = [("desk:contact", first), ("desk:logged", first), ("contacts:appointment", planned)]
    paths = [reverse(name, args=[robin.id, of]) for name, of in pages]
    stream = reverse("desk:dossier", args=[robin.id])
    paths += [f"{stream}?show={show}" for show in ("", "contacts", "events", "own", "client")]
    paths += [reverse(name, args=[robin.id]) for name in ("contacts:appointments", "dossier:telling")]
    return thing.seen_by(*paths, number=robin.number)


def _attached(town: Town) -> Thing:
    """A text with words in it, beside it and in its name."""
    thing, noor, robin = Thing(), town.noor, _with_fatma(town).dossier
    arriving = Arriving(f"{thing.text('name')}.txt")
    arriving.take(f"{thing.text('content')}\n".encode() * 40)
    arriving.end()
    [thing.id] = attachments.keep(_entered(noor, robin.id), [arriving], words=thing.text("beside"), once=new_id())
    stream, all_of_it = (reverse(name, args=[robin.id]) for name in ("desk:dossier", "contacts:attachments"))
    one = [reverse(f"contacts:attachment{what}", args=[robin.id, thing.id]) for what in ("", "_file", "_preview")]
    return thing.seen_by(stream, all_of_it, one[0], files=one[1:])


def _entered(who: Persona, dossier: str) -> Opened:
    return opening(who.session, dossier, act="test.write", parts=["journal"])


def _notes(town: Town) -> Thing:
    """What Noor keeps with Joris and Fatma, what she keeps for herself, and a note of Fatma who works along."""
    thing, noor, robin = Thing(), town.noor, _with_fatma(town).dossier

    def sensitive(part: str, *named: str) -> str:
        told = SensitiveNote("health", thing.text(part), noor.principal, case_now())
        return notes.write_sensitive(noor.session, robin.id, told, named=named, once=new_id())

    kept = [sensitive("named", town.joris.principal, town.fatma.principal), sensitive("alone")]
    for part, who in (("own", noor), ("of Fatma", town.fatma)):
        notes.write_own(who.session, robin.id, thing.text(part), once=new_id())
    thing.id = kept[0]
    pages = [reverse("desk:sensitive_note", args=[robin.id, record]) for record in kept]
    stream = reverse("desk:dossier", args=[robin.id])
    return thing.seen_by(*pages, stream, f"{stream}?show=own", reverse("desk:sensitive", args=[robin.id]))


def _household(town: Town) -> Thing:
    """Robin's sister, linked to him by Noor who holds both."""
    thing, noor, robin = Thing(), town.noor, _with_fatma(town)
    sister = a_dossier(town, deputy=town.samir, label=thing.text("sister"))
    keys = robin.keys.joined(sister.keys)
    thing.id = household.link(noor.session, keys, robin.dossier, sister.dossier, "siblings", seen=(), once=new_id())
    pages = [reverse(name, args=[robin.dossier.id]) for name in ("desk:dossier", "dossier:household", "desk:log_one")]
    return thing.seen_by(*pages, number=sister.dossier.number)


def _street(town: Town) -> Thing:
    """Noor walked with Joris: somebody by nickname at a spot, a round that is over, and a contact outside any round."""
    thing, noor = Thing(), town.noor

    def walked() -> str:
        return rounds.start_round(street(noor.session, act="test.walk"), beside=(town.joris.principal,), once=new_id())

    def met(of: str, part: str) -> None:
        contact = StreetContact(new_id(), "nickname", noor.principal, timezone.now(), spot, thing.text(part))
        rounds.meet(street(noor.session, act="test.meet"), of, contact, once=new_id())

    spot = rounds.add_spot(street(noor.session, act="test.spot"), name=thing.text("spot"), area="centre", once=new_id())
    met(over := walked(), "over")
    rounds.press(street(noor.session, act="test.tap"), over, spot=spot, kind="seen", by=1, once=new_id())
    rounds.end_round(street(noor.session, act="test.end"), over)
    rounds.note_contact(noor.session, kind="street", nickname=thing.text("loose"), once=new_id())
    met(walked(), "now")
    thing.id = over
    return thing.seen_by(reverse("contacts:street"), reverse("contacts:round_over", args=[over]))


def _passed_on(town: Town) -> Thing:
    """A word that Noor left for Samir: she reads it no more herself."""
    thing = Thing()
    word = ColleagueWord(thing.text("nickname"), thing.text("sentence"))
    send_word(town.noor.session, to=town.samir.principal, word=word, once=new_id())
    [*_, word_left] = lying(town.samir.principal)
    thing.id = word_left.id
    return thing.seen_by(reverse("contacts:words"), reverse("contacts:file_word", args=[thing.id]))
