"""The front door: one answer for every mistake, slow before costly, locked and back, gone after sign-out."""

import time
from typing import Any

import pytest
from django.test import Client

from kring.team.testing import PASSWORD, Town
from kring.vault import doors, sessions
from kring.vault.models import SessionKey

pytestmark = pytest.mark.django_db


def sign_in(browser: Client, name: str, password: str, **more: str) -> Any:
    return browser.post("/sign-in", {"sign_in": name, "password": password, **more})


def test_a_town_is_founded_quickly(db: None) -> None:
    from kring.team.testing import found_town

    begun = time.process_time()
    found_town()
    assert time.process_time() - begun < 5


def test_the_right_password_leads_to_ones_own_start(town: Town) -> None:
    browser = Client()
    answer = sign_in(browser, "Noor@kring.example ", PASSWORD)
    assert (answer.status_code, answer["Location"]) == (302, "/dossiers")
    cookie = answer.cookies[doors.COOKIE]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize(
    ("name", "password"),
    [("noor@kring.example", "wrong"), ("nobody@kring.example", PASSWORD), ("", ""), ("noor@kring.example\0", "x")],
)
def test_every_mistake_has_one_answer(town: Town, name: str, password: str) -> None:
    wrong = sign_in(Client(), "noor@kring.example", "another wrong one")
    answer = sign_in(Client(), name, password)
    assert answer.status_code == wrong.status_code == 200
    assert strip(answer) == strip(wrong)
    assert doors.COOKIE not in answer.cookies


def strip(answer: Any) -> str:
    """The page without its form token."""
    import re

    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode())


def test_after_five_wrong_tries_the_door_is_slow_for_that_name_from_that_address_alone(town: Town) -> None:
    for _ in range(5):
        assert sign_in(Client(), "noor@kring.example", "wrong").status_code == 200
    assert sign_in(Client(), "noor@kring.example", PASSWORD).status_code == 503
    assert sign_in(Client(), "samir@kring.example", PASSWORD).status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "noor@kring.example", PASSWORD).status_code == 302


def test_next_leads_to_own_pages_only(town: Town) -> None:
    assert sign_in(Client(), "noor@kring.example", PASSWORD, next="/board")["Location"] == "/board"
    for elsewhere in ("https://example.com/", "//example.com", "/\\example.com"):
        answer = sign_in(Client(), "noor@kring.example", PASSWORD, next=elsewhere)
        assert answer["Location"] == "/dossiers"


def test_nobody_inside_without_signing_in(town: Town) -> None:
    answer = Client().get("/team")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?next=%2Fteam")


def test_a_locked_session_keeps_its_place_and_opens_again(town: Town) -> None:
    browser = town.noor.client
    sessions.lock(SessionKey.objects.get().id)
    answer = browser.get("/team")
    assert answer["Location"] == "/locked?next=%2Fteam"
    wrong = browser.post("/locked", {"password": "wrong", "next": "/team"})
    assert wrong.status_code == 200
    answer = browser.post("/locked", {"password": PASSWORD, "next": "/team"})
    assert answer["Location"] == "/team"
    assert browser.get("/team").status_code == 200


def test_signing_out_empties_the_browser_and_ends_the_session(town: Town) -> None:
    browser = town.noor.client
    cookie = browser.cookies[doors.COOKIE].value
    answer = browser.post("/sign-out")
    assert '"storage"' in answer["Clear-Site-Data"]
    assert not SessionKey.objects.exists()
    back = Client()
    back.cookies[doors.COOKIE] = cookie
    assert back.get("/team").status_code == 302


def test_somebody_without_anything_to_do_waits_for_a_key(town: Town) -> None:
    assert town.marc.client.get("/waiting").status_code == 200


def test_colleagues_stand_in_alphabetical_order(town: Town) -> None:
    page = town.noor.client.get("/team").content.decode()
    assert page.index("Eline Maes") < page.index("Greet Aerts") < page.index("Wout Hermans")
    assert "Ann Verbeke" not in page, "the administrator is no member of the team"
