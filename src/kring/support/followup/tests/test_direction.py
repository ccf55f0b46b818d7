"""Directing a case: who works along until when, how we work in which period."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.dossier.content import Identity, Mode
from kring.support.dossier.models import CoWorker, Dossier
from kring.support.dossier.opening import opening
from kring.support.followup.direction.along import end_due
from kring.support.followup.handing_over import hand_over_all
from kring.support.followup.tests.test_keys import opened
from kring.support.plan.content import Action
from kring.support.plan.models import PlanAction
from kring.support.plan.testing import an_action
from kring.support.testing import a_dossier
from kring.team.clock import on_day, today
from kring.team.testing import Persona, Town
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy."""
    return a_dossier(town, identity=Identity(name="Robin"))


def path(robin: OpenedDossier, step: str = "") -> str:
    return f"/dossiers/{robin.dossier.id}/follow-up{step}"


def let_along(by: Persona, robin: OpenedDossier, whom: Persona, until: date | None = None) -> Any:
    given = {"once": new_id(), "person": whom.principal, "until": until.isoformat() if until else ""}
    return by.client.post(path(robin, "/along"), given)


def seen(who: Persona, robin: OpenedDossier) -> str:
    return strip_tags(who.client.get(path(robin)).content.decode())


def test_a_colleague_works_along_and_after_the_agreed_day_opens_nothing(town: Town, robin: OpenedDossier) -> None:
    until = today() + timedelta(days=7)
    assert let_along(town.noor, robin, town.fatma, until).status_code == 302
    assert opened(town.fatma.session, robin) == {"summary", "identity"}
    assert "Fatma Yilmaz" in seen(town.joris, robin)
    with on_day(until):
        assert end_due() == 0
    with on_day(until + timedelta(days=1)):
        assert end_due() == 1
        assert end_due() == 0
    assert opened(town.fatma.session, robin) == set()
    assert opened(town.noor.session, robin) == {"summary", "identity"}
    assert sweep() == []


def test_ending_it_by_hand_withdraws_the_keys_at_once(town: Town, robin: OpenedDossier) -> None:
    let_along(town.noor, robin, town.fatma)
    row = CoWorker.objects.get()
    for who in (town.tom, town.samir):
        assert who.client.post(path(robin, f"/along/{row.id}/end")).status_code == 404
    for _ in range(2):
        assert town.joris.client.post(path(robin, f"/along/{row.id}/end")).status_code == 302
    assert opened(town.fatma.session, robin) == set()
    assert town.fatma.client.get(path(robin)).status_code == 404


def test_who_works_along_may_end_it_himself_and_changes_nothing_else(town: Town, robin: OpenedDossier) -> None:
    let_along(town.noor, robin, town.fatma)
    assert let_along(town.fatma, robin, town.samir).status_code == 404
    assert town.fatma.client.post(path(robin, "/mode"), {"mode": "hybrid"}).status_code == 404
    row = CoWorker.objects.get()
    assert town.fatma.client.post(path(robin, f"/along/{row.id}/end"))["Location"] == "/dossiers"
    assert opened(town.fatma.session, robin) == set()


@pytest.mark.parametrize("who", ["nele", "greet", "ann", "joris"])
def test_sec_01_only_a_colleague_of_the_circle_who_stands_outside_works_along(
    town: Town, robin: OpenedDossier, who: str
) -> None:
    assert let_along(town.noor, robin, town.people[who]).status_code == 200
    assert not CoWorker.objects.exists()


def test_whoever_does_what_was_agreed_is_named(town: Town, robin: OpenedDossier) -> None:
    an_action(town.noor, robin.dossier, Action("Mee naar het onthaal", person=town.fatma.principal))
    assert "Fatma Yilmaz" in seen(town.noor, robin), "also who stands beside the dossier"


def test_how_we_work_is_kept_per_period(town: Town, robin: OpenedDossier) -> None:
    town.noor.client.post(path(robin, "/mode"), {"mode": "direction", "from_on": "2021-03-10"})
    town.joris.client.post(path(robin, "/mode"), {"mode": "hybrid", "from_on": "2021-04-01"})
    summary = opening(town.noor.session, robin.dossier.id, act="test.read").summary
    assert summary.mode is Mode.HYBRID
    assert [(one.mode, one.from_on) for one in summary.modes] == [
        (Mode.HANDS_ON, date(2021, 3, 1)),
        (Mode.DIRECTION, date(2021, 3, 10)),
        (Mode.HYBRID, date(2021, 4, 1)),
    ]
    page = seen(town.noor, robin)
    assert page.index("1 april 2021") < page.index("10 maart 2021")


@pytest.mark.parametrize("who", ["tom", "nele", "greet", "ann", "hilde"])
def test_who_does_not_carry_it_sees_nothing(town: Town, robin: OpenedDossier, who: str) -> None:
    assert town.people[who].client.get(path(robin)).status_code == 404
    assert let_along(town.people[who], robin, town.fatma).status_code == 404


def test_sec_10_who_left_works_along_no_more(town: Town, robin: OpenedDossier) -> None:
    """Else the next part that is founded would look for a key holder who is not there."""
    let_along(town.noor, robin, town.fatma)
    town.ann.client.post(f"/team/manage/{town.fatma.principal}/leave")
    assert end_due() == 1
    assert "Fatma Yilmaz" not in seen(town.noor, robin)


def test_all_that_somebody_left_goes_to_one_colleague_and_can_be_taken_up_again(town: Town) -> None:
    several = [a_dossier(town, label=f"Kind {number}") for number in range(3)]
    action = an_action(town.noor, several[0].dossier, Action("Bel de school", person=town.noor.principal))
    town.ann.client.post(f"/team/manage/{town.noor.principal}/leave")
    assert "Alle 3 plaatsen van Noor Claes" in town.joris.client.get("/keys").content.decode()
    assert hand_over_all(town.joris.session, town.noor.principal, town.fatma.principal, most=2) == 1
    path = f"/keys/hand-over-all/{town.noor.principal}"
    for _ in range(2):
        answer = town.joris.client.post(path, {"to": town.fatma.principal})
        assert answer["Location"] == "/keys?done=handed"
    rows = Dossier.objects.filter(id__in=[one.dossier.id for one in several])
    assert {(row.holder, row.deputy) for row in rows} == {(town.fatma.principal, town.joris.principal)}
    assert PlanAction.objects.get(id=action).person == town.fatma.principal
    assert town.tom.client.post(path, {"to": town.tom.principal})["Location"] == "/keys?done=handed", "nothing was his"
    assert {row.holder for row in Dossier.objects.all()} == {town.fatma.principal}


def test_nobody_works_along_and_nothing_is_directed_once_the_role_has_ended(town: Town, robin: OpenedDossier) -> None:
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, today())
    assert let_along(town.noor, robin, town.fatma).status_code == 404
    given = {"mode": Mode.DIRECTION, "from_on": today().isoformat()}
    assert town.noor.client.post(path(robin, "/mode"), given).status_code == 404
    assert not CoWorker.objects.exists()
    assert opened(town.fatma.session, robin) == set()
