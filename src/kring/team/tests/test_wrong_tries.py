"""Whoever comes in hears that a wrong password was tried at his name (ASVS 6.3.5); nobody else does."""

from typing import Any

import pytest
from django.test import Client

from kring.team import doorkeeper
from kring.team.testing import PASSWORD, Town
from kring.team.ways_in.tests.walking import stranger
from kring.vault import throttle

pytestmark = pytest.mark.django_db
NOOR, TOLD = "noor@kring.example", "wachtwoorden bij jouw naam"


def tried(times: int, name: str = NOOR) -> None:
    """Somebody guesses, from one address after another."""
    for number in range(times):
        Client(REMOTE_ADDR=f"192.0.2.{number}").post("/sign-in", {"sign_in": name, "password": "wrong"})


def comes_in(name: str = NOOR, **more: str) -> Any:
    return stranger().post("/sign-in", {"sign_in": name, "password": PASSWORD, **more})


def test_who_comes_in_hears_of_it_first_and_goes_on(town: Town) -> None:
    tried(5)
    answer = comes_in(next="/team")
    assert answer["Location"] == "/ways-in?next=%2Fteam"
    browser = answer.client
    page = browser.get(answer["Location"]).content.decode()
    assert f"5 verkeerde {TOLD}" in page
    assert browser.post("/ways-in/seen", {"next": "/team"})["Location"] == "/team"
    assert TOLD not in browser.get("/ways-in").content.decode()
    assert comes_in()["Location"] == "/today"


def test_a_mistake_or_two_are_nothing(town: Town) -> None:
    tried(4)
    assert comes_in()["Location"] == "/today"


def test_somebody_else_hears_nothing(town: Town) -> None:
    tried(9)
    tried(9, "nobody@kring.example")
    answer = comes_in("joris@kring.example")
    assert answer["Location"] == "/today"
    assert TOLD not in answer.client.get("/ways-in").content.decode()


def test_reading_it_is_for_oneself(town: Town) -> None:
    tried(5)
    town.joris.client.post("/ways-in/seen")
    assert doorkeeper.wrong_tries(town.noor.principal) == 5


def test_unlocking_and_a_wrong_code_count_too(town: Town) -> None:
    from kring.vault import sessions
    from kring.vault.models import SessionKey

    browser = town.noor.client
    sessions.lock(SessionKey.objects.get().id)
    for _ in range(5):
        browser.post("/locked", {"password": "wrong"})
    assert doorkeeper.wrong_tries(town.noor.principal) == 5


def test_after_a_day_it_is_over(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from kring.team.tests.test_slow_down import Clock

    clock = Clock()
    monkeypatch.setattr(throttle, "timezone", clock)
    tried(6)
    clock.pass_by(hours=24, minutes=1)
    assert doorkeeper.wrong_tries(town.noor.principal) == 0


def test_it_stops_nobody_and_leads_nowhere_else(town: Town) -> None:
    tried(5)
    answer = comes_in(next="https://elsewhere.example")
    assert answer["Location"] == "/ways-in"
    assert answer.client.get("/team").status_code == 200
    assert answer.client.post("/ways-in/seen", {"next": "//elsewhere.example"})["Location"] == "/today"
