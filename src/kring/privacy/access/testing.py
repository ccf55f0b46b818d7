"""For tests: a file with a word in every kind of place, marked in every way, and a request for a copy of it."""

from datetime import date, timedelta

from kring.privacy.access.rules import Role
from kring.privacy.requests import actions
from kring.privacy.requests.content import RequestContent
from kring.privacy.requests.models import PersonRequest
from kring.support.contacts.log import notes
from kring.support.contacts.log.actions import log_contact
from kring.support.contacts.log.content import Contact, SensitiveNote
from kring.support.contacts.log.when import case_now
from kring.support.dossier.actions import Kept, OpenedDossier
from kring.support.dossier.content import Identity
from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.network.testing import a_tie, drawn
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id

MARKED = {
    "open": Marks(),
    "around": Marks(About.CONTEXT),
    "others": Marks(About.THIRD_PARTY_ONLY),
    "confidence": Marks(in_confidence=True),
    "court": Marks(for_court=True),
    "agogic": Marks(agogic=AgogicException("nog te vroeg", ON + timedelta(days=90))),
    "police": Marks(from_police=True),
}
"""A contact for each of these stands in the file; its sentence says which."""


def said(mark: str) -> str:
    """The sentence of the contact with this mark."""
    return f"Zin met het merk {mark}."


def a_file(town: Town, born_on: str = "") -> OpenedDossier:
    """A file of Noor: who it is, the referral, contacts with each mark, a tie, a sensitive note and one for herself."""
    referrer = Referrer("Griet Vermeulen", "De Brug", "griet@school.example")
    made = a_dossier(
        town,
        identity=Identity("Robin Vervloet", born_on=date.fromisoformat(born_on) if born_on else None),
        referral=[Kept("referral", ReferralContent(referrer, concern="Komt niet meer naar de les."))],
    )
    for mark, marks in MARKED.items():
        contacted(town.noor, made.dossier.id, said(mark), marks)
    contacted(town.noor, made.dossier.id, "Samen met Yasmina naar de les. Yasmina lachte.")
    drawn(town.noor, made.dossier.id, [a_tie("Yasmina")])
    note = SensitiveNote("health", "Slaapt slecht sinds januari.", town.noor.principal, case_now())
    notes.write_sensitive(town.noor.session, made.dossier.id, note, named=[], once=new_id())
    notes.write_own(town.noor.session, made.dossier.id, "Zelf rustig blijven.", once=new_id())
    return made


def contacted(who: Persona, dossier: str, sentence: str, marks: Marks = MARKED["open"]) -> None:
    """One contact of the dossier."""
    now = case_now()
    contact = Contact("street", now, now, who.principal, sentence=sentence, marks=marks)
    log_contact(who.session, [dossier], contact, once=new_id())


def asked(who: Persona, dossier: str, role: Role = Role.CLIENT) -> str:
    """A request for a copy, taken down today."""
    opened = actions.enter(who.session, dossier, act="test.ask", parts=["identity"])
    content = RequestContent(role, who.principal, "Mag ik lezen wat jullie schreven?")
    return actions.take_down(opened, PersonRequest.Kind.ACCESS, content, asked_on=ON, once=new_id())
