"""A circle whose members all lost their keys: who waits asks, two trustees give it again, and nobody alone can."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team.enrolment.testing import NEW_PASSWORD, choose_password, handed, mails, newest_link
from kring.team.models import Admission
from kring.team.testing import Persona, Town
from kring.vault import gate, slots
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.models import Principal, RecoveryRequest
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


def lost(town: Town, who: Persona) -> Client:
    town.ann.client.post(f"/team/manage/{who.principal}/back")
    return choose_password(newest_link())[0]


@pytest.fixture
def nele(town: Town) -> Client:
    """Nele and Eline were the whole circle SAMEN, and both lost everything. Nele's browser, waiting."""
    lost(town, town.eline)
    return lost(town, town.nele)


@pytest.fixture
def asked(town: Town, nele: Client) -> RecoveryRequest:
    assert nele.post("/team/recovery/ask")["Location"] == "/waiting?done=asked"
    return RecoveryRequest.objects.get()


def a_day_later(request: RecoveryRequest) -> None:
    """It was asked yesterday; before anybody began, since the moment is part of what the first half is bound to."""
    with acting("test.wait", by="system") as act:
        act.change(RecoveryRequest.objects.get(id=request.id), asked_at=timezone.now() - timedelta(hours=25))


def step(who: Persona, request: RecoveryRequest, what: str, waiting: Client, **given: str) -> Any:
    given = {"code": handed(waiting)[1], "same_words": "on"} | given
    return who.client.post(f"/team/recovery/{request.id}/{what}", given)


def reads(town: Town, group: str = "samen") -> bool:
    session = slots.open_password(town.nele.principal, NEW_PASSWORD).session()
    try:
        gate.entering(session, act="test.read", of=[town.groups[group]], parts=[OWN_KEY])
    except Refused:
        return False
    return True


def test_who_waits_for_a_key_nobody_holds_can_ask(town: Town, nele: Client) -> None:
    page = nele.get("/waiting").content.decode()
    assert "Niemand die er is, heeft de sleutel van SAMEN" in page
    nele.post("/team/recovery/ask")
    [request] = RecoveryRequest.objects.all()
    assert request.parts == f"{town.groups['samen']}/{OWN_KEY}", "Intake is given by a colleague as ever"
    told = {mail.to for mail in mails() if mail.template == "recovery"}
    names = ("karel", "hilde", "marc", "nele", "eline")
    assert told == {f"{name}@kring.example" for name in names}, "all trustees, and everybody whose key it is"
    assert "zijn gevraagd" in nele.get("/waiting").content.decode()
    assert nele.post("/team/recovery/ask")["Location"] == "/waiting"
    assert RecoveryRequest.objects.count() == 1


def test_while_a_colleague_can_help_there_is_nothing_to_ask(town: Town) -> None:
    browser = lost(town, town.nele)
    assert "Vraag twee vertrouwenspersonen" not in browser.get("/waiting").content.decode()
    browser.post("/team/recovery/ask")
    assert not RecoveryRequest.objects.exists()


def test_two_trustees_a_day_apart_give_exactly_that_key(town: Town, nele: Client, asked: RecoveryRequest) -> None:
    assert "Nele Janssens" in town.karel.client.get("/team/recovery").content.decode()
    a_day_later(asked)
    answer = step(town.karel, asked, "begin", nele, second=town.marc.principal)
    assert answer["Location"] == "/team/recovery?done=begin"
    assert not reads(town)
    assert step(town.marc, asked, "finish", nele)["Location"] == "/team/recovery?done=finish"
    assert reads(town)
    assert not reads(town, "intake"), "not named, not given"
    assert [(one.group.code, one.again) for one in Admission.objects.all()] == [("samen", True)]
    assert Principal.objects.get(id=town.groups["recovery"]).generation == 2
    assert "Niemand vraagt iets" in town.karel.client.get("/team/recovery").content.decode()
    assert sweep() == []


def test_the_circle_goes_on_from_there(town: Town, nele: Client, asked: RecoveryRequest) -> None:
    a_day_later(asked)
    step(town.karel, asked, "begin", nele, second=town.marc.principal)
    step(town.marc, asked, "finish", nele)
    eline = Client()
    eline.post("/sign-in", {"sign_in": "eline@kring.example", "password": NEW_PASSWORD})
    given = {"code": handed(eline)[1], "same_words": "on"}
    assert nele.post(f"/team/let-in/{town.eline.principal}", given)["Location"] == "/team?done=let-in"


def test_before_a_day_has_passed_it_is_not_finished(town: Town, nele: Client, asked: RecoveryRequest) -> None:
    step(town.karel, asked, "begin", nele, second=town.marc.principal)
    assert "een dag voorbijgaan" in step(town.marc, asked, "finish", nele).content.decode()
    assert not reads(town)


@pytest.mark.parametrize("who", ["karel", "hilde"])
def test_the_same_one_and_a_third_one_do_not_finish(town: Town, nele: Client, asked: RecoveryRequest, who: str) -> None:
    a_day_later(asked)
    step(town.karel, asked, "begin", nele, second=town.marc.principal)
    assert step(town.people[who], asked, "finish", nele).status_code == 200
    assert not reads(town)


@pytest.mark.parametrize("second", ["karel", "noor", "ann", "nele"])
def test_only_another_trustee_can_be_the_second(town: Town, nele: Client, asked: RecoveryRequest, second: str) -> None:
    answer = step(town.karel, asked, "begin", nele, second=town.people[second].principal)
    assert answer.status_code == 404
    assert RecoveryRequest.objects.get().released_at is None


@pytest.mark.parametrize("who", ["ann", "noor", "greet"])
def test_nobody_else_sees_or_does_anything(town: Town, nele: Client, asked: RecoveryRequest, who: str) -> None:
    """An administrator neither: he may have started all this."""
    assert town.people[who].client.get("/team/recovery").status_code == 404
    for what in ("begin", "finish", "call-off"):
        assert step(town.people[who], asked, what, nele, second=town.marc.principal).status_code == 404
    assert RecoveryRequest.objects.get().released_at is None


def test_without_the_person_at_the_table_nothing_begins(town: Town, nele: Client, asked: RecoveryRequest) -> None:
    for given in ({"code": "0000-0000"}, {"same_words": ""}):
        answer = step(town.karel, asked, "begin", nele, second=town.marc.principal, **given)
        assert answer.status_code == 200
    assert RecoveryRequest.objects.get().released_at is None


def test_one_trustee_can_stop_it_and_what_was_opened_is_destroyed(
    town: Town, nele: Client, asked: RecoveryRequest
) -> None:
    a_day_later(asked)
    step(town.karel, asked, "begin", nele, second=town.marc.principal)
    assert step(town.hilde, asked, "call-off", nele)["Location"] == "/team/recovery?done=call-off"
    assert step(town.marc, asked, "finish", nele).status_code == 404
    assert RecoveryRequest.objects.get().released is None
    assert not reads(town)


def test_a_trustee_does_not_ask_for_himself(town: Town) -> None:
    lost(town, town.hilde)
    browser = lost(town, town.marc)
    browser.post("/team/recovery/ask")
    assert not RecoveryRequest.objects.exists()
