"""Recovery was founded anew: the parts of a dossier come under it when who holds them signs in, and not before."""

from typing import Any

import pytest
from django.test import Client

from kring.support.dossier.content import Identity
from kring.support.testing import ON, a_dossier
from kring.team.models import Group
from kring.team.recovering import renewing
from kring.team.testing import PASSWORD, Town
from kring.vault import recovery, sharing, splitting
from kring.vault.acts import acting
from kring.vault.models import Grant, Lock

pytestmark = pytest.mark.django_db


def under(key: str, dossier: str) -> set[str]:
    """Parts of a dossier that two trustees can give again."""
    rows = Grant.objects.filter(envelope__holder=key, lock__bundle=dossier)
    return set(rows.values_list("lock__part", flat=True))


def begun_anew(town: Town) -> str:
    """The new recovery key, over three others."""
    with acting("test.anew", by="system") as act:
        splitting.retire(act, town.groups["recovery"])
        people = sharing.holders([town.bart.principal, town.saar.principal, town.karel.principal])
        key = recovery.found_recovery(act, people)
        act.change(Group.objects.get(code="recovery"), principal=key)
    return key


def test_who_holds_a_dossier_puts_it_under_recovery_by_signing_in(town: Town, settings: Any) -> None:
    settings.KRING_TODAY = ON
    dossier = a_dossier(town, identity=Identity(name="Robin")).dossier
    parts = under(town.groups["recovery"], dossier.id)
    assert {"summary", "identity"} <= parts
    key = begun_anew(town)
    assert under(key, dossier.id) == set()
    sign_in = {"sign_in": f"{holder(town, dossier.holder)}@kring.example", "password": PASSWORD}
    assert Client().post("/sign-in", sign_in).status_code == 302
    assert under(key, dossier.id) == parts, "as the table says, neither more nor less"


def test_who_holds_nothing_of_it_puts_nothing_under_it(town: Town, settings: Any) -> None:
    settings.KRING_TODAY = ON
    dossier = a_dossier(town, identity=Identity(name="Robin")).dossier
    key = begun_anew(town)
    renewing.give_some(town.nele.session)
    renewing.give_some(town.greet.session)
    assert under(key, dossier.id) == set()


def test_a_part_that_was_destroyed_meanwhile_stays_destroyed(town: Town, settings: Any) -> None:
    settings.KRING_TODAY = ON
    dossier = a_dossier(town, identity=Identity(name="Robin")).dossier
    key = begun_anew(town)
    with acting("test.shred", by="system") as act:
        sharing.shred(act, bundle=dossier.id, parts=["identity"])
    renewing.give_some(town.people[holder(town, dossier.holder)].session)
    assert "identity" not in under(key, dossier.id)
    assert Lock.objects.filter(bundle=dossier.id, part="identity", state=Lock.State.SHREDDED).exists()


def holder(town: Town, principal: str) -> str:
    return next(name for name, one in town.people.items() if one.principal == principal)
