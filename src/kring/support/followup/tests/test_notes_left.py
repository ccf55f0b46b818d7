"""Sensitive notes when somebody stands around a dossier no more: who stays reads on, nobody who left does."""

from typing import Any

import pytest

from kring.support.contacts.log import notes
from kring.support.contacts.log.content import SensitiveNote
from kring.support.contacts.log.when import case_now
from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.followup.tests.test_handover import answer, move, offer, offered
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

TEXT = "Hij vertelde over zijn epilepsie."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy, Fatma works along."""
    made = a_dossier(town)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, made.keys, made.dossier, town.fatma.principal, from_on=ON)
    return made


def keep(by: Persona, robin: OpenedDossier, *named: Persona) -> str:
    note = SensitiveNote("health", TEXT, by.principal, case_now())
    people = [one.principal for one in named]
    return notes.write_sensitive(by.session, robin.dossier.id, note, named=people, once=new_id())


def page(who: Persona, robin: OpenedDossier, note: str) -> int:
    return int(who.client.get(f"/dossiers/{robin.dossier.id}/sensitive/{note}").status_code)


def end_along(town: Town, robin: OpenedDossier) -> None:
    [along] = CoWorker.objects.filter(dossier=robin.dossier, until_on=None)
    town.noor.client.post(f"/dossiers/{robin.dossier.id}/follow-up/along/{along.id}/end")


@pytest.mark.parametrize("writer", ["noor", "fatma"])
def test_who_works_along_no_more_reads_no_note_of_it_sec_03(town: Town, robin: OpenedDossier, writer: str) -> None:
    by, other = (town.noor, town.fatma) if writer == "noor" else (town.fatma, town.noor)
    note = keep(by, robin, other)
    assert [page(who, robin, note) for who in (town.noor, town.fatma, town.joris)] == [200, 200, 404]
    end_along(town, robin)
    assert [page(who, robin, note) for who in (town.noor, town.fatma, town.joris)] == [200, 404, 404]
    with pytest.raises(Refused):
        notes.read_sensitive(town.fatma.session, robin.dossier.id, note)
    assert {who for who, _ in sharing.holders_of([note])} == {town.noor.principal}


def test_a_note_that_nobody_else_reads_keeps_its_key_and_opens_on_no_page(town: Town, robin: OpenedDossier) -> None:
    """No lock is left with nobody; let along again, its author reads it again."""
    note, before = keep(town.fatma, robin), keycheck()
    end_along(town, robin)
    assert page(town.fatma, robin, note) == 404
    assert keycheck() == before
    opened = Dossier.objects.get(id=robin.dossier.id)
    sent = {"once": new_id(), "person": town.fatma.principal, "until": ""}
    town.noor.client.post(f"/dossiers/{opened.id}/follow-up/along", sent)
    assert page(town.fatma, robin, note) == 200


def test_handed_over_a_note_goes_along_only_when_nobody_who_stays_reads_it(town: Town, robin: OpenedDossier) -> None:
    alone, named = keep(town.noor, robin), keep(town.noor, robin, town.joris)
    offer(town.noor, robin, town.tom)
    answer(town.tom, offered(robin))
    move(town.noor)
    assert [page(town.tom, robin, note) for note in (alone, named)] == [200, 404]
    assert [page(town.noor, robin, note) for note in (alone, named)] == [404, 404]
    assert page(town.joris, robin, named) == 200
    assert sweep() == []
