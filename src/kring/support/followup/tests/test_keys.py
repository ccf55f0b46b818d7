"""Dossiers after a lost phone and after somebody left: who gives keys back, who takes over, who may not."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.support.dossier.actions import OpenedDossier, add_co_worker
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier
from kring.support.followup.giving_back import waits_for
from kring.support.followup.handing_over import left_behind
from kring.support.testing import a_dossier
from kring.team.clock import today
from kring.team.enrolment.testing import NEW_PASSWORD, choose_password, handed, newest_link
from kring.team.leaving import actions as leaving
from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import gate, recovery, slots
from kring.vault.acts import acting
from kring.vault.gate import Session
from kring.vault.keycheck import keycheck
from kring.vault.models import Grant, Lock, RecoveryRequest
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
PARTS = ["summary", "identity", "referral"]


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """Noor's dossier, Joris deputy."""
    return a_dossier(town, identity=Identity(name="Robin"))


def opened(session: Session, dossier: OpenedDossier) -> set[str]:
    """The parts somebody opens."""
    keys = gate.entering(session, act="test.read", of=[dossier.dossier.id], parts=PARTS, strict=False)
    return {part for _, part in keys.all_parts}


def lost(town: Town, who: Persona) -> Client:
    """Phone and password lost, a new password chosen; no key yet."""
    town.ann.client.post(f"/team/manage/{who.principal}/back")
    return choose_password(newest_link())[0]


def let_in(town: Town, browser: Client, who: Persona, by: Persona) -> None:
    by.client.post(f"/team/let-in/{who.principal}", {"code": handed(browser)[1], "same_words": "on"})


def again(who: Persona) -> Session:
    return slots.open_password(who.principal, NEW_PASSWORD).session()


def give_back(by: Persona, to: Persona) -> Any:
    return by.client.post(f"/keys/give-back/{to.principal}")


def test_a_deputy_gives_all_shared_dossiers_back_in_one_act(town: Town, robin: OpenedDossier) -> None:
    other = a_dossier(town, holder=town.joris, deputy=town.noor)
    browser = lost(town, town.noor)
    let_in(town, browser, town.noor, town.joris)
    assert [one.helpers for one in waits_for(town.noor.principal)] == [("Joris Peeters",)] * 2
    assert "kan hem geven: Joris Peeters" in browser.get("/keys").content.decode()
    assert give_back(town.joris, town.noor)["Location"] == "/keys?done=given"
    assert opened(again(town.noor), robin) == {"summary", "identity"}
    assert opened(again(town.noor), other) == {"summary"}
    assert waits_for(town.noor.principal) == []
    assert give_back(town.joris, town.noor)["Location"] == "/keys?done=given", "a second tap is no mistake"
    assert sweep() == []


def test_before_the_circle_let_him_in_nothing_is_given_back(town: Town, robin: OpenedDossier) -> None:
    """Else an administrator who redirected the link would get the dossiers from a deputy in good faith."""
    lost(town, town.noor)
    page = town.joris.client.get("/keys").content.decode()
    assert "Eerst laat de kring deze collega binnen" in page
    assert give_back(town.joris, town.noor).status_code == 404
    assert opened(again(town.noor), robin) == set()


def test_a_co_worker_gets_what_the_table_gives_and_no_more(town: Town, robin: OpenedDossier) -> None:
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, robin.keys, robin.dossier, town.fatma.principal, from_on=today())
    browser = lost(town, town.fatma)
    let_in(town, browser, town.fatma, town.joris)
    give_back(town.noor, town.fatma)
    assert opened(again(town.fatma), robin) == {"summary", "identity"}


@pytest.mark.parametrize("who", ["tom", "samir", "nele", "ann", "greet"])
def test_who_does_not_carry_it_gives_nothing_back(town: Town, robin: OpenedDossier, who: str) -> None:
    browser = lost(town, town.noor)
    let_in(town, browser, town.noor, town.joris)
    assert give_back(town.people[who], town.noor).status_code == 404
    assert robin.dossier.number not in town.people[who].client.get("/keys").content.decode()


def test_sec_10_who_left_opens_nothing_and_every_lock_moved_on(town: Town, robin: OpenedDossier) -> None:
    """SEC-10: keys are rotated; what comes next is sealed under keys the leaver never had."""
    versions = dict(Lock.objects.filter(bundle=robin.dossier.id).values_list("part", "version"))
    before = town.noor.session
    phone = town.noor.client
    assert town.ann.client.post(f"/team/manage/{town.noor.principal}/leave").status_code == 302
    assert phone.get("/dossiers")["Location"].startswith("/sign-in")
    assert opened(before, robin) == set(), "neither with a key still in memory"
    after = dict(Lock.objects.filter(bundle=robin.dossier.id).values_list("part", "version"))
    assert after == {part: version + 1 for part, version in versions.items()}
    assert Lock.objects.get(bundle=town.groups["welfare"]).version == 2
    assert opened(town.joris.session, robin) == {"summary", "identity"}, "the circle reads on, history too"
    assert (
        not Grant.objects.filter(envelope__holder=town.noor.principal)
        .exclude(lock__bundle=town.noor.principal)
        .exists()
    )
    assert "Deze collega is vertrokken" in town.ann.client.get(f"/team/manage/{town.noor.principal}").content.decode()
    assert sweep() == []


def test_moving_on_goes_in_slices_and_can_be_taken_up_again(
    town: Town, robin: OpenedDossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "SLICE", 1)
    monkeypatch.setattr(leaving, "move_on", lambda by, colleague: 0)
    leaving.leave(town.ann.principal, town.noor.colleague)
    monkeypatch.undo()
    assert len(leaving.still_held(town.noor.colleague)) == 3
    signed = {"sign_in": "noor@kring.example", "password": PASSWORD}
    assert "Location" not in Client().post("/sign-in", signed), "shut out before a single lock moved"
    monkeypatch.setattr(leaving, "SLICE", 1)
    assert leaving.move_on(town.ann.principal, town.noor.colleague, slices=2) == 1
    page = town.ann.client.get(f"/team/manage/{town.noor.principal}").content.decode()
    assert "Verander nog 1 sleutel" in page
    town.ann.client.post(f"/team/manage/{town.noor.principal}/move-on")
    assert leaving.still_held(town.noor.colleague) == {}


def test_what_was_carried_is_handed_over_by_who_still_holds_the_key(town: Town, robin: OpenedDossier) -> None:
    few = keycheck()["too_few_holders"]
    town.ann.client.post(f"/team/manage/{town.noor.principal}/leave")
    assert left_behind(town.noor.principal) == 1
    assert "1 dossier wacht" in town.ann.client.get(f"/team/manage/{town.noor.principal}").content.decode()
    page = town.joris.client.get("/keys").content.decode()
    assert "Noor Claes was dossierhouder" in page
    assert keycheck()["too_few_holders"] == few + 2
    path = f"/keys/hand-over/{robin.dossier.id}"
    given = {"to": f"holder {town.fatma.principal}"}
    assert town.joris.client.post(path, given)["Location"] == "/keys?done=handed"
    row = Dossier.objects.get(id=robin.dossier.id).verified()
    assert (row.holder, row.deputy) == (town.fatma.principal, town.joris.principal)
    assert opened(town.fatma.session, robin) == {"summary", "identity"}
    assert left_behind(town.noor.principal) == 0
    assert keycheck()["too_few_holders"] == few
    assert town.joris.client.post(path, given).status_code == 404, "there is no empty place any more"


@pytest.mark.parametrize("to", ["holder", "deputy"])
def test_sec_02_only_a_colleague_of_the_circle_takes_an_empty_place(town: Town, robin: OpenedDossier, to: str) -> None:
    town.ann.client.post(f"/team/manage/{town.noor.principal}/leave")
    for who in (town.nele, town.ann, town.joris, town.noor):
        given = {"to": f"{to} {who.principal}"}
        assert town.joris.client.post(f"/keys/hand-over/{robin.dossier.id}", given).status_code == 404
    mine = {"to": f"holder {town.tom.principal}"}
    assert town.tom.client.post(f"/keys/hand-over/{robin.dossier.id}", mine).status_code == 404
    assert Dossier.objects.get(id=robin.dossier.id).holder == town.noor.principal


def test_nobody_is_replaced_who_is_still_here(town: Town, robin: OpenedDossier) -> None:
    given = {"to": f"holder {town.fatma.principal}"}
    assert town.joris.client.post(f"/keys/hand-over/{robin.dossier.id}", given).status_code == 404
    assert opened(town.fatma.session, robin) == set()


def test_a_dossier_nobody_holds_comes_back_through_two_trustees(town: Town, robin: OpenedDossier) -> None:
    """Noor and Joris lost everything; what is given follows the place in the dossier."""
    lost(town, town.joris)
    browser = lost(town, town.noor)
    let_in(town, browser, town.noor, town.fatma)
    assert "Vraag deze aan twee vertrouwenspersonen" in browser.get("/keys").content.decode()
    assert browser.post("/keys/ask-trustees")["Location"] == "/keys?done=asked"
    request = RecoveryRequest.objects.get()
    assert set(request.parts.split()) == {f"{robin.dossier.id}/{part}" for part in ("summary", "identity")}
    with acting("test.wait", by="system") as act:
        act.change(request, asked_at=timezone.now() - timedelta(hours=25))
    recovery.release(town.karel.session, request, town.marc.principal)
    recovery.finish(town.marc.session, RecoveryRequest.objects.get())
    assert opened(again(town.noor), robin) == {"summary", "identity"}


def test_while_somebody_can_give_it_back_no_trustee_is_asked(town: Town, robin: OpenedDossier) -> None:
    browser = lost(town, town.noor)
    let_in(town, browser, town.noor, town.joris)
    assert browser.post("/keys/ask-trustees")["Location"] == "/keys"
    assert not RecoveryRequest.objects.exists()


def test_leaving_one_circle_moves_its_key_on_and_nothing_else(town: Town, robin: OpenedDossier) -> None:
    path = f"/team/manage/{town.fatma.principal}/leave-group"
    assert town.ann.client.post(path, {"group": "intake"}).status_code == 302
    assert town.fatma.client.get("/board").status_code == 404
    assert Lock.objects.get(bundle=town.groups["intake"]).version == 2
    assert Lock.objects.get(bundle=town.groups["welfare"]).version == 1
    assert town.noor.client.get("/board").status_code == 200
    assert town.ann.client.post(path, {"group": "intake"}).status_code == 404


def test_the_last_holder_of_a_key_does_not_leave_it(town: Town) -> None:
    answer = town.ann.client.post(f"/team/manage/{town.greet.principal}/leave-group", {"group": "head_of_service"})
    assert "Niemand anders heeft deze sleutel" in answer.content.decode()
    assert Lock.objects.get(bundle=town.groups["head_of_service"]).version == 1


def test_a_trustee_and_oneself_do_not_leave_this_way(town: Town) -> None:
    for who in (town.marc, town.ann):
        answer = town.ann.client.post(f"/team/manage/{who.principal}/leave")
        assert answer.status_code == 200
    assert slots.open_password(town.marc.principal, PASSWORD).person == town.marc.principal
