"""Two summaries that somebody put in each other's place in the database: who opens both dossiers is told nothing."""

from typing import Any

import pytest

from kring.support.dossier.actions import OpenedDossier
from kring.support.dossier.models import Summary
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def both(town: Town) -> tuple[OpenedDossier, OpenedDossier]:
    """Noor holds both; Joris is deputy of the one, Samir of the other."""
    made = a_dossier(town, label="Anouk D."), a_dossier(town, label="Yara V.", deputy=town.samir)
    rows = [Summary.objects.get(dossier=one.dossier) for one in made]
    table = unguarded(Summary)
    table.filter(id=rows[0].id).update(id="-" * 22)
    for row, place in ((rows[0], rows[1].id), (rows[1], "-" * 22)):
        sealed = {"lock": row.lock, "lock_version": row.lock_version, "revision": row.revision, "blob": row.blob}
        table.filter(id=place).update(id=row.id, **sealed)
    return made


def test_a_contact_of_both_carries_nothing_from_one_to_the_other(
    town: Town, both: tuple[OpenedDossier, OpenedDossier]
) -> None:
    sent = {"kind": "street", "made": "yes", "sentence": "Samen naar de les.", "day": "2021-03-01", "time": "00:00"}
    who = [one.dossier.id for one in both]
    assert town.noor.client.post("/log", {**sent, "who": who, "once": new_id()}).status_code == 404
    for deputy, one in ((town.joris, both[0]), (town.samir, both[1])):
        with pytest.raises(Refused):
            opening(deputy.session, one.dossier.id, act="test")


def test_no_name_stands_where_another_is_chosen(town: Town, both: tuple[OpenedDossier, OpenedDossier]) -> None:
    """A household is linked, and a word filed, by the name that is shown."""
    third = a_dossier(town, label="Robin V.")
    browser = town.noor.client
    assert browser.get(f"/dossiers/{third.dossier.id}/household").status_code == 404
    assert browser.post("/notes", {"words": "les"}).status_code == 404
