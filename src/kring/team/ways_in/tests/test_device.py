"""A short code unlocks the browser it was set on, five tries, until the session ends; and nothing else does."""

from typing import Any

import pytest
from django.test import Client

from kring.team.testing import PASSWORD, Town
from kring.team.ways_in.tests.walking import confirmed, plain
from kring.vault import doors, sessions
from kring.vault.models import SessionKey
from kring.vault.primitives import new_id, new_key
from kring.vault.tests.attacker import refused
from kring.vault.written import for_page

pytestmark = pytest.mark.django_db

ANSWER = new_key()
"""What a browser's own key made of the code."""


def with_code(town: Town) -> Client:
    """Noor's browser, locked, after she set a short code on it."""
    browser = confirmed(town.noor)
    assert "data-device" in browser.get("/ways-in/unlock-here").content.decode()
    answer = browser.post("/ways-in/unlock-here", {"name": new_id(), "device": for_page(ANSWER)})
    assert answer["Location"] == "/ways-in"
    assert "ontgrendelt een korte code" in browser.get("/ways-in").content.decode()
    lock_all()
    return browser


def lock_all() -> None:
    for row in SessionKey.objects.all():
        sessions.lock(row.id)


def unlock(browser: Client, answer: bytes = ANSWER) -> Any:
    return browser.post("/locked", {"device": for_page(answer), "next": "/team"})


def test_it_unlocks_again_and_again_under_a_fresh_cookie(town: Town) -> None:
    browser = with_code(town)
    for _ in range(7):
        before = browser.cookies[doors.COOKIE].value
        assert 'data-device="open"' in browser.get("/locked").content.decode()
        assert unlock(browser)["Location"] == "/team"
        assert browser.get("/team").status_code == 200
        assert browser.cookies[doors.COOKIE].value != before
        lock_all()


def test_five_wrong_codes_and_only_another_way_in_opens(town: Town) -> None:
    browser = with_code(town)
    said = {plain(unlock(browser, new_key())) for _ in range(4)}
    assert len(said) == 1
    assert "Dat lukte niet." in said.pop()
    unlock(browser, new_key())
    assert "Dat lukte niet." in unlock(browser).content.decode(), "the right code comes too late"
    assert "data-device" not in browser.get("/locked").content.decode()
    assert browser.post("/locked", {"password": PASSWORD})["Location"] == "/today"


def test_tries_come_back_when_it_opens(town: Town) -> None:
    browser = with_code(town)
    for _ in range(3):
        for _ in range(4):
            unlock(browser, new_key())
        assert unlock(browser)["Location"] == "/team"
        lock_all()


def test_another_browser_with_the_same_answer_opens_nothing(town: Town) -> None:
    with_code(town)
    other = town.noor.client
    lock_all()
    assert "Dat lukte niet." in unlock(other).content.decode()
    assert "data-device" not in other.get("/locked").content.decode()


@pytest.mark.parametrize("posted", ["", "AAAA", "!", "A" * 200])
def test_what_no_browser_makes_is_refused(town: Town, posted: str) -> None:
    browser = with_code(town)
    assert "Dat lukte niet." in browser.post("/locked", {"device": posted}).content.decode()
    assert unlock(browser)["Location"] == "/team"


def test_it_is_set_by_who_showed_a_way_in_just_now(town: Town) -> None:
    fields = {"name": new_id(), "device": for_page(ANSWER)}
    assert town.noor.client.post("/ways-in/unlock-here", fields)["Location"].startswith("/ways-in/confirm")


def test_after_signing_out_a_cookie_the_answer_and_a_back_up_open_nothing(town: Town, monkeypatch: Any) -> None:
    from kring.vault.tests.attacker import put_back

    browser = with_code(town)
    cookie, rows = browser.cookies[doors.COOKIE].value, list(SessionKey.objects.all())
    browser.post("/sign-out")
    assert refused(lambda: sessions.open_by_device(cookie, ANSWER))
    put_back(rows)
    monkeypatch.setattr("kring.vault.sessions.epoch_secret", lambda name: None)
    assert refused(lambda: sessions.open_by_device(cookie, ANSWER))


def test_an_open_session_needs_none(town: Town) -> None:
    browser = with_code(town)
    unlock(browser)
    assert refused(lambda: sessions.open_by_device(browser.cookies[doors.COOKIE].value, ANSWER))
