"""The lock falls while somebody types at a referral: what was sent is kept, and goes on after unlocking."""

import re
from typing import Any

import pytest
from django.test import Client

from kring.support.clarification.testing import a_referral, opened_by
from kring.support.clarification.tests.asking import hidden
from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import sessions
from kring.vault.models import Letter, SessionKey

pytestmark = pytest.mark.django_db

WORDS = "the gym teacher knows him well"


def too_late(who: Persona, referral: str, **typed: Any) -> Client:
    """Noor's form of a note, sent when the quarter of an hour was over; the browser as she unlocked it."""
    browser, action = who.client, f"/referrals/{referral}/note"
    fields = hidden(browser, f"/referrals/{referral}", action)
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    for _ in range(2):
        assert browser.post(action, {**fields, **typed})["Location"] == "/locked?next=%2Fwritten"
    assert browser.post("/locked", {"password": PASSWORD, "next": "/written"})["Location"] == "/written"
    return browser


def kept(browser: Client) -> list[str]:
    return re.findall(r'action="/written/send">.*?name="letter" value="([\w-]{22})"', page_of(browser), re.DOTALL)


def page_of(browser: Client) -> str:
    return browser.get("/written").content.decode()


def notes(town: Town, referral: str) -> str:
    return town.noor.client.get(f"/referrals/{referral}").content.decode()


def test_a_note_sent_too_late_is_kept_once_and_sent_on(town: Town) -> None:
    referral = a_referral()
    browser = too_late(town.noor, referral, text=WORDS)
    assert WORDS in page_of(browser)
    assert WORDS not in notes(town, referral)
    [letter] = kept(browser)
    answer = browser.post("/written/send", {"letter": letter})
    assert answer["Location"].startswith(f"/referrals/{referral}")
    assert WORDS in notes(town, referral)
    assert kept(browser) == []
    assert browser.post("/written/send", {"letter": letter}).status_code == 404, "sent on already"


def test_what_comes_back_with_a_mistake_stays_kept(town: Town) -> None:
    referral = a_referral()
    browser = too_late(town.noor, referral, text="")
    [letter] = kept(browser)
    assert browser.post("/written/send", {"letter": letter}).status_code == 200
    assert kept(browser) == [letter]


def test_the_door_of_the_page_it_was_for_decides(town: Town) -> None:
    """What Greet may not do she does not do by way of her letterbox."""
    referral = a_referral()
    opened_by(town.noor, referral)
    browser = town.greet.client
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    browser.post(f"/referrals/{referral}/note", {"text": WORDS, "once": "o" * 22})
    browser.post("/locked", {"password": PASSWORD})
    [letter] = kept(browser)
    assert browser.post("/written/send", {"letter": letter}).status_code == 404
    assert WORDS not in notes(town, referral)
    assert Letter.objects.filter(id=letter).exists()


def test_nobody_sends_on_what_somebody_else_kept(town: Town) -> None:
    referral = a_referral()
    [letter] = kept(too_late(town.noor, referral, text=WORDS))
    assert town.joris.client.post("/written/send", {"letter": letter}).status_code == 404
    assert WORDS not in notes(town, referral)
