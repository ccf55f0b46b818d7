"""A word typed is a word kept: Noor begins a form, is cut off, and finds it again; nobody else does."""

import json
from typing import Any

import pytest
from django.test import Client

from kring.team.drafts import actions
from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import sessions
from kring.vault.models import JournalEntry, Letter, SessionKey
from kring.vault.primitives import new_id
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db

WORDS = "hij durft weer naar buiten"
ON = new_id()


def keep(browser: Client, pen: str, text: str = WORDS, turn: int = 1, **given: Any) -> Any:
    fields = json.dumps([["sentence", text], ["kind", "street"]])
    sent = {"form": "talk", "on": ON, "path": "/board", "about": "Robin V.", "turn": str(turn), "fields": fields}
    return browser.post("/drafts/keep", {**sent, "pen": pen, **given})


def find(browser: Client, form: str = "talk", on: str = ON) -> Any:
    return browser.post("/drafts/find", {"form": form, "on": on}).json()


def take(town: Town, pen: str) -> None:
    """The form with this pen is sent and taken."""
    from django.test import RequestFactory

    request: Any = RequestFactory().post("/board", {actions.PEN: pen})
    request.signed_in, request.locked = town.noor.session, None
    actions.accepted(request)


def locked(persona: Persona) -> Client:
    browser = persona.client
    for row in SessionKey.objects.filter(person=persona.principal):
        sessions.lock(row.id)
    return browser


def test_a_form_that_was_begun_is_found_again_and_stands_in_the_list(town: Town) -> None:
    browser, pen = town.noor.client, new_id()
    for turn in (1, 2):
        assert keep(browser, pen, turn=turn).json() == {"kept": True}
    found = find(browser)
    assert found["pen"] == pen
    assert ["sentence", WORDS] in found["fields"]
    assert find(browser, on=new_id()) == find(browser, form="plan") == {}
    page = browser.get("/unfinished").content.decode()
    assert WORDS in page
    assert "Robin V." in page
    assert 'href="/board"' in page
    assert found["at"].startswith("om "), "of today, the hour alone"
    assert sweep() == []


def test_what_has_no_sentence_yet_shows_no_codes(town: Town) -> None:
    keep(town.noor.client, new_id(), text="organisation")
    page = town.noor.client.get("/unfinished").content.decode()
    assert "Begonnen, nog geen zin." in page
    assert ">organisation<" not in page


def test_it_lies_sealed_and_nobody_else_finds_it(town: Town) -> None:
    keep(town.noor.client, new_id())
    assert find(town.joris.client) == {}
    assert WORDS not in town.joris.client.get("/unfinished").content.decode()
    assert not [row for row in Letter.objects.all() if WORDS.encode() in bytes(row.blob)]
    assert not [row for row in JournalEntry.objects.all() if WORDS.encode() in bytes(row.text or b"")]


def test_the_last_word_stands_whatever_comes_late(town: Town) -> None:
    browser, pen = town.noor.client, new_id()
    keep(browser, pen, "hij durft weer", turn=1)
    keep(browser, pen, WORDS, turn=3)
    keep(browser, pen, "hij durft", turn=2)
    assert ["sentence", WORDS] in find(browser)["fields"]
    assert Letter.objects.count() == 1


def test_two_pages_never_write_over_each_other(town: Town) -> None:
    browser, first, second = town.noor.client, new_id(), new_id()
    keep(browser, first, "op het eerste scherm")
    keep(browser, second, "op het tweede scherm", before=first)
    assert find(browser)["pen"] == second, "the second page went on with it"
    keep(browser, first, "en toch nog hier verder", turn=2)
    page = browser.get("/unfinished").content.decode()
    assert "op het tweede scherm" in page
    assert "en toch nog hier verder" in page


def test_a_form_that_was_taken_leaves_no_draft_and_nothing_late_comes_back(town: Town) -> None:
    browser, pen = town.noor.client, new_id()
    keep(browser, pen)
    for _ in range(2):
        take(town, pen)
    assert keep(browser, pen, turn=2).json() == {"kept": False}
    assert find(browser) == {}
    assert "Niets is onafgewerkt" in browser.get("/unfinished").content.decode()
    assert sweep() == []


def test_while_locked_it_is_kept_too_and_read_only_after_unlocking(town: Town) -> None:
    browser = locked(town.noor)
    assert keep(browser, new_id()).json() == {"kept": True}
    assert browser.post("/drafts/find", {"form": "talk", "on": ON}).status_code == 302
    browser.post("/locked", {"password": PASSWORD})
    assert ["sentence", WORDS] in find(browser)["fields"]


def test_thrown_away_it_is_gone_and_another_cannot(town: Town) -> None:
    browser = town.noor.client
    keep(browser, new_id())
    letter = Letter.objects.get().id
    town.joris.client.post("/unfinished/away", {"letter": letter})
    assert Letter.objects.count() == 1
    for _ in range(2):
        assert browser.post("/unfinished/away", {"letter": letter})["Location"] == "/unfinished"
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    "given", [{"pen": "x"}, {"fields": "no list"}, {"fields": "[1]"}, {"fields": '["a"]'}, {"fields": "x" * 200_001}]
)
def test_what_is_no_form_of_ours_is_refused(town: Town, given: dict[str, Any]) -> None:
    assert keep(town.noor.client, **({"pen": new_id()} | given)).status_code == 429
    assert Letter.objects.count() == 0


def test_what_opens_something_is_never_kept(town: Town) -> None:
    browser = town.noor.client
    keep(browser, new_id(), fields=json.dumps([["password", "secret word here"], ["sentence", WORDS]]))
    assert find(browser)["fields"] == [["sentence", WORDS]]


def test_a_stolen_cookie_fills_no_disk(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = town.noor.client
    monkeypatch.setattr(actions, "AT_MOST", 3)
    assert [keep(browser, new_id()).status_code for _ in range(4)] == [200, 200, 200, 429]
    monkeypatch.setattr(actions, "PACE", (1, actions.PACE[1]))
    assert keep(browser, new_id()).status_code == 429


def test_a_stranger_keeps_nothing(town: Town) -> None:
    assert keep(Client(), new_id()).status_code == 302
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    ("odd", "status"),
    [
        ({"turn": "9" * 5000}, 200),
        ({"turn": "²"}, 200),
        ({"fields": '[["sentence","\\ud800"]]'}, 200),
        ({"fields": "[" * 100_000}, 429),
        ({"fields": '[["a",' + "9" * 5000 + "]]"}, 429),
        ({"fields": '[["sentence","x"]]', "before": "x\0"}, 200),
    ],
)
def test_what_no_page_of_ours_sends_breaks_nothing(town: Town, odd: dict[str, Any], status: int) -> None:
    browser = town.noor.client
    assert keep(browser, new_id(), **odd).status_code == status
    assert browser.get("/unfinished").status_code == 200
