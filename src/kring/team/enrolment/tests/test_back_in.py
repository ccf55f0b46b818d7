"""Somebody lost phone and password: shut at once, a link to the work address, the keys again from a colleague."""

from typing import Any

import pytest
from django.test import Client

from kring.team import queries
from kring.team.enrolment.testing import NEW_PASSWORD, choose_password, handed, mails, newest_link
from kring.team.models import Admission, Invitation
from kring.team.testing import PASSWORD, Town
from kring.vault import gate, slots
from kring.vault.gate import OWN_KEY
from kring.vault.keycheck import keycheck
from kring.vault.models import Envelope, Principal
from kring.vault.refusals import Refused

pytestmark = pytest.mark.django_db


def start(town: Town, by: str = "ann") -> Any:
    return town.people[by].client.post(f"/team/manage/{town.noor.principal}/back")


def sign_in(password: str) -> Any:
    return Client().post("/sign-in", {"sign_in": "noor@kring.example", "password": password})


def reads_the_circle(town: Town, password: str) -> bool:
    try:
        session = slots.open_password(town.noor.principal, password).session()
        gate.entering(session, act="test.read", of=[town.groups["welfare"]], parts=[OWN_KEY])
    except Refused:
        return False
    return True


@pytest.fixture
def back(town: Town) -> Client:
    """Noor chose a new password behind the link; no key yet."""
    start(town)
    browser, answer = choose_password(newest_link())
    assert answer["Location"] == "/waiting"
    return browser


def let_in(town: Town, browser: Client, by: str = "joris") -> Any:
    given = {"code": handed(browser)[1], "same_words": "on"}
    return town.people[by].client.post(f"/team/let-in/{town.noor.principal}", given)


def test_starting_shuts_the_old_ways_at_once_and_loses_nothing(town: Town) -> None:
    phone = town.noor.client
    held = Envelope.objects.filter(holder=town.noor.principal).count()
    assert start(town).status_code == 302
    assert phone.get("/team")["Location"].startswith("/sign-in")
    assert "Location" not in sign_in(PASSWORD)
    assert Envelope.objects.filter(holder=town.noor.principal).count() == held
    assert {(mail.to, mail.template) for mail in mails()} >= {
        ("noor@kring.example", "back"),
        ("joris@kring.example", "back_started"),
        ("hilde@kring.example", "back_started"),
    }
    assert "Noor Claes: is een toestel" in town.joris.client.get("/team").content.decode()


def test_taking_it_back_leaves_everything_as_it_was(town: Town) -> None:
    start(town)
    town.ann.client.post(f"/team/manage/invited/{Invitation.objects.get().id}/take-back")
    assert sign_in(PASSWORD)["Location"] == "/today"
    assert reads_the_circle(town, PASSWORD)


def test_a_new_password_gives_no_key_back(town: Town, back: Client) -> None:
    assert "Location" not in sign_in(PASSWORD)
    assert sign_in(NEW_PASSWORD)["Location"] == "/waiting"
    assert not reads_the_circle(town, NEW_PASSWORD)
    assert "Joris Peeters" in back.get("/waiting").content.decode()
    assert Principal.objects.get(id=town.noor.principal).generation == 3, "held at the door, and begun anew"


def test_a_colleague_of_the_circle_gives_it_back(town: Town, back: Client) -> None:
    assert let_in(town, back)["Location"] == "/team?done=let-in"
    assert reads_the_circle(town, NEW_PASSWORD)
    assert {one.again for one in Admission.objects.all()} == {True}
    assert "opnieuw binnen" in town.joris.client.get("/team").content.decode()
    assert queries.keyless(town.noor.principal) == []


def test_the_administrator_starts_and_cannot_finish(town: Town) -> None:
    """He sends the link to himself, chooses the password, and stands before the circle's door like anybody."""
    town.ann.client.post(f"/team/manage/{town.noor.principal}/address", {"email": "ann@kring.example"})
    start(town)
    browser, _ = choose_password(newest_link())
    assert not reads_the_circle(town, NEW_PASSWORD)
    assert browser.get("/board").status_code == 404
    assert let_in(town, browser, by="ann").status_code == 404
    assert not Admission.objects.exists()
    told = {mail.to for mail in mails()}
    assert {"noor@kring.example", "joris@kring.example", "hilde@kring.example"} <= told, "and Noor heard of it"


def test_nobody_lets_himself_back_in(town: Town, back: Client) -> None:
    given = {"code": handed(back)[1], "same_words": "on"}
    assert back.post(f"/team/let-in/{town.noor.principal}", given).status_code == 404


def test_without_a_work_address_it_does_not_start(town: Town) -> None:
    from kring.vault.acts import acting

    with acting("test.address", by="system") as act:
        act.change(town.noor.colleague, email="")
    assert "werkadres" in start(town).content.decode()
    assert sign_in(PASSWORD)["Location"] == "/today"


def test_own_notes_of_before_stay_sealed_beside_the_new_lock(town: Town, back: Client) -> None:
    before = keycheck()
    let_in(town, back)
    assert {**keycheck(), "too_few_holders": 0} == {**before, "too_few_holders": 0}
    assert keycheck()["undeclared_parts"] == 0


def test_a_new_link_ends_the_one_before(town: Town) -> None:
    start(town)
    first = newest_link()
    town.ann.client.post(f"/team/manage/invited/{Invitation.objects.get().id}/again")
    assert choose_password(first)[1].status_code == 404
    assert choose_password(newest_link())[1]["Location"] == "/waiting"
