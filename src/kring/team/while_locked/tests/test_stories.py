"""A word typed is a word kept: the lock falls while Noor writes, and nothing of it is lost or read by anybody else."""

import re
from typing import Any

import pytest
from django.test import Client

from kring.team.testing import PASSWORD, Persona, Town
from kring.team.while_locked import actions
from kring.vault import sessions
from kring.vault.models import JournalEntry, Letter, SessionKey
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db

WORDS = "zij wil volgende week zelf bellen"


def locked(persona: Persona) -> Client:
    """A browser of which the session locked."""
    browser = persona.client
    for row in SessionKey.objects.filter(person=persona.principal):
        sessions.lock(row.id)
    return browser


def unlock(browser: Client, place: str = "") -> Any:
    return browser.post("/locked", {"password": PASSWORD, "next": place})


def letter_of(page: Any) -> str:
    found = re.search(r'name="letter" value="([\w-]{22})"', page.content.decode())
    assert found
    return found[1]


def test_a_note_written_while_locked_is_read_back_after_unlocking(town: Town) -> None:
    browser = locked(town.noor)
    assert "Vergrendeld schrijven" in browser.get("/locked/write").content.decode()
    note = {"text": WORDS, "how": "street", "once": "one"}
    pages = [browser.post("/locked/write", note, follow=True) for _ in range(2)]
    page = pages[-1].content.decode()
    assert "In de bus: 1 notitie." in page
    assert WORDS not in page, "without a key it cannot be shown"
    assert browser.get("/written")["Location"].startswith("/locked")
    assert unlock(browser, "/team")["Location"] == "/written?next=%2Fteam"
    page = browser.get("/written?next=/team").content.decode()
    assert WORDS in page
    assert "Straat" in page
    assert 'href="/team"' in page
    assert sweep() == []


def test_nobody_else_reads_it_and_it_lies_sealed(town: Town) -> None:
    locked(town.noor).post("/locked/write", {"text": WORDS, "once": "one"})
    assert WORDS not in town.joris.client.get("/written").content.decode()
    assert not [row for row in Letter.objects.all() if WORDS.encode() in bytes(row.blob)]
    assert not [row for row in JournalEntry.objects.all() if WORDS.encode() in bytes(row.text or b"")]


@pytest.mark.parametrize("path", ["/written/send", "/written/away"])
def test_a_letter_of_somebody_else_is_nobodys(town: Town, path: str) -> None:
    locked(town.noor).post("/locked/write", {"text": WORDS, "once": "one"})
    letter = Letter.objects.get().id
    town.joris.client.post(path, {"letter": letter})
    town.joris.client.post(path, {"letter": "x" * 22})
    assert Letter.objects.filter(id=letter).exists()


def test_thrown_away_it_is_gone(town: Town) -> None:
    browser = locked(town.noor)
    browser.post("/locked/write", {"text": WORDS, "once": "one"})
    unlock(browser)
    letter = letter_of(browser.get("/written"))
    for _ in range(2):
        assert browser.post("/written/away", {"letter": letter})["Location"] == "/written"
    assert "Hier ligt niets" in browser.get("/written").content.decode()
    assert sweep() == []


def test_what_opens_something_is_never_kept(town: Town) -> None:
    browser = locked(town.noor)
    for path in ("/ways-in/confirm", "/ways-in/password", "/ways-in/code", "/ways-in/remove", "/written/send"):
        assert browser.post(path, {"password": PASSWORD, "text": WORDS})["Location"] == "/locked"
    assert not Letter.objects.exists()


def test_a_stolen_cookie_fills_no_disk(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "PACE", (3, actions.PACE[1]))
    browser = locked(town.noor)
    answers = [browser.post("/locked/write", {"text": WORDS, "once": str(number)}) for number in range(5)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 404, 404]
    assert Letter.objects.count() == 3


def test_a_session_that_is_over_writes_nothing(town: Town) -> None:
    browser = locked(town.noor)
    sessions.end_all(town.noor.principal)
    assert browser.post("/locked/write", {"text": WORDS, "once": "one"})["Location"] == "/sign-in"
    assert not Letter.objects.exists()


def test_too_long_a_note_comes_back_whole(town: Town) -> None:
    long = "woord " * 300
    answer = locked(town.noor).post("/locked/write", {"text": long, "once": "one"})
    assert answer.status_code == 200
    assert long.strip() in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "status"), [("/written/send", 404), ("/written/away", 302), ("/unfinished/away", 302)]
)
def test_a_sign_that_no_engine_keeps_is_no_letter(town: Town, path: str, status: int) -> None:
    assert town.noor.client.post(path, {"letter": "a\x00b"}).status_code == status
