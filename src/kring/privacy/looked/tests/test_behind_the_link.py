"""The client reads behind the own link who looked this week: sentences, of that file alone, after the word."""

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kring.support.plan.testing import a_row
from kring.support.testing import a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.primitives import new_id

WORD = "piano kayak"
ASKS = "Wie keek deze week?"


@pytest.fixture
def path(town: Town) -> str:
    """The link of a client of Noor; Joris opened the file, and Eline tried."""
    robin, other = a_dossier(town).dossier, a_dossier(town, holder=town.samir, deputy=town.lotte).dossier
    a_row(town.noor, robin)
    given = {"to": "robin@post.example", "word": WORD, "once": new_id()}
    assert town.noor.client.post(f"/dossiers/{robin.id}/plan/client/send", given).status_code == 302
    [*_, mail] = outbox.waiting()
    assert town.joris.client.get(f"/dossiers/{robin.id}").status_code == 200
    assert town.eline.client.get(f"/dossiers/{robin.id}").status_code == 404
    assert town.lotte.client.get(f"/dossiers/{other.id}").status_code == 200
    return f"/blad/{mail.words['token']}"


def read(path: str, word: str) -> str:
    browser = Client(headers={"accept-language": "nl"}, REMOTE_ADDR="10.0.0.1")
    browser.get(path)
    return " ".join(strip_tags(browser.post(path, {"word": word}).content.decode()).split())


def test_who_opened_it_and_who_tried_stand_there_and_nobody_of_another_file(path: str) -> None:
    page = read(path, WORD)
    assert ASKS in page
    for said in ("Noor schreef", "Joris opende", "Eline probeerde"):
        assert said in page
    for name in ("Samir", "Lotte"):
        assert name not in page


def test_without_the_word_it_says_nothing(path: str) -> None:
    for page in (read(path, "een ander woord"), read(path[:-3] + "abc", WORD)):
        assert ASKS not in page
        assert "Joris" not in page
