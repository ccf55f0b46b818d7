"""A case consultation, with a word in each of its fields (SEC-06, SEC-07)."""

from django.urls import reverse

from kring.support.consultation.case import actions as cases
from kring.support.consultation.case.rules import Basis
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from tests.stories.need_to_know_ways import Thing


def case(town: Town) -> Thing:
    """Between professionals: what for, who may sit there, and what Noor took upon herself. Fatma works along."""
    thing, noor, made = Thing(), town.noor.session, a_dossier(town)
    with acting("test.along", by=noor.person) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    started = cases.start(
        noor,
        opening(noor, made.dossier.id, act="test.case", parts=["minutes"]),
        on=ON,
        basis=Basis.LAW,
        document=thing.text("document"),
        purpose=thing.text("purpose"),
        modalities="Wie zwijgt, zwijgt.",
        permitted=[thing.text("permitted")],
        once=new_id(),
    )
    opened = cases.open_case(noor, made.dossier.id, started, act="test.case")
    cases.take_upon(noor, opened, what=thing.text("taken"), by_when=ON, once=new_id())
    thing.id = started
    pages = [("case_consultations", [made.dossier.id]), ("case_consultation", [made.dossier.id, started])]
    return thing.seen_by(*(reverse(f"consultation:{name}", args=ids) for name, ids in pages))
