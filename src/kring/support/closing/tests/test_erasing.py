"""A dossier is erased after its term: nothing of it opens, and nothing of another one is touched."""

from datetime import date

import pytest

from kring.support.closing.erasing import Erased, erase_dossier
from kring.support.closing.testing import closed
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.testing import a_dossier
from kring.team.clock import on_day
from kring.team.testing import Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.keycheck import keycheck
from kring.vault.models import Grant, Lock
from kring.vault.refusals import Conflict, Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
ROBIN = Identity(name="Robin Vermeulen", born_on=date(2003, 5, 6))


def erase(dossier: str) -> Erased:
    with acting("test.erase", by="system") as act:
        return erase_dossier(act, dossier)


def test_arc_03_nothing_of_it_opens_and_another_dossier_stays_as_it_was(town: Town) -> None:
    with on_day(date(2021, 3, 9)):
        gone = closed(town, a_dossier(town, identity=ROBIN, registered=True))
        stays = closed(town, a_dossier(town, label="Sam"))
    before = keycheck()
    erased = erase(gone.id)
    assert erased.locks >= 3
    assert not Dossier.objects.filter(id=gone.id).exists()
    assert not Lock.objects.filter(bundle=gone.id, state=Lock.State.OPEN).exists()
    assert not Grant.objects.filter(lock__bundle=gone.id).exists()
    for who in (town.noor, town.joris):
        with pytest.raises(Refused):
            opening(who.session, gone.id, act="test.read")
    assert opening(town.noor.session, stays.id, act="test.read").summary.label == "Sam"
    assert sweep() == []
    assert keycheck() == before


def test_a_part_that_was_frozen_at_the_wish_of_the_person_goes_too(town: Town) -> None:
    with on_day(date(2021, 3, 9)):
        gone = closed(town, a_dossier(town, identity=ROBIN))
    with acting("test.freeze", by="system") as act:
        sharing.freeze(act, bundle=gone.id, part="identity")
    erase(gone.id)
    assert set(Lock.objects.filter(bundle=gone.id).values_list("state", flat=True)) == {Lock.State.SHREDDED}
    assert sweep() == []


def test_a_dossier_whose_role_was_taken_up_again_is_not_erased(town: Town) -> None:
    robin = a_dossier(town).dossier
    with pytest.raises(Conflict):
        erase(robin.id)
    with pytest.raises(Conflict):
        erase("A" * 22)
