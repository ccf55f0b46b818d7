"""The client's own link: only what the client chose, opened with a word; what is said there stays as it was said."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.models import Dossier
from kring.support.plan.content import ClientSheet, Piece, Place
from kring.support.plan.models import ClientLink, PlanRecord
from kring.support.plan.testing import MIND, a_row, plan_of
from kring.support.plan.tests.test_nudge import once_of
from kring.support.plan.tests.test_sheet import ARABIC, written
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.acts import acting
from kring.vault.models import Letter
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
WORD = "piano kayak"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def read(answer: Any) -> str:
    return " ".join(unescape(strip_tags(answer.content.decode())).split())


def sent(town: Town, robin: Dossier, word: str = WORD) -> str:
    """The path in the mail that goes to the client."""
    given = {"to": "robin@post.example", "word": word, "once": new_id()}
    assert town.noor.client.post(f"/dossiers/{robin.id}/plan/client/send", given).status_code == 302
    [*_, mail] = outbox.waiting()
    assert (mail.template, set(mail.words), mail.dossier) == ("sheet", {"token"}, robin.id)
    return f"/blad/{mail.words['token']}"


def stranger() -> Client:
    return Client(headers={"accept-language": "nl"}, REMOTE_ADDR="10.0.0.1")


def test_behind_the_link_stands_what_the_client_chose_and_nothing_else(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    head = a_row(town.noor, robin, MIND)
    path, browser = sent(town, robin), stranger()
    asked = browser.get(path)
    assert (asked.status_code, "voetballen" in read(asked)) == (200, False)
    page = read(browser.post(path, {"word": "Piano-kayak"}))
    assert "Ik wil gewoon terug voetballen." in page
    assert "Soms zit mijn hoofd te vol." not in page
    assert robin.number not in page
    everywhere = Piece(head, closed=True, places=tuple(Place))
    written(town, robin, ClientSheet(language="ar", want=ARABIC, pieces=(everywhere,)))
    assert ARABIC not in read(browser.post(path, {"word": WORD})), "a copy of the day it was sent"
    again = sent(town, robin)
    assert browser.post(path, {"word": WORD}).status_code == 404
    page = read(browser.post(again, {"word": WORD}))
    assert ARABIC in page
    assert "Nog 1 stuk, staat dicht" in page
    assert ClientLink.objects.count() == 1


def test_what_the_client_says_is_filed_unchanged_and_once(town: Town) -> None:
    """MIN-06"""
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    path, browser = sent(town, robin), stranger()
    opened = browser.post(path, {"word": WORD})
    fields = {"word": WORD, "once": once_of(opened), "words": ARABIC}
    for _ in range(2):
        assert "Dank je." in read(browser.post(path, fields))
    assert Letter.objects.filter(kind="statement").count() == 1
    for colleague in (town.joris, town.noor):
        assert ARABIC in read(colleague.client.get(f"/dossiers/{robin.id}/plan"))
    assert PlanRecord.objects.filter(kind="statement").count() == 1
    assert Letter.objects.filter(kind="statement").count() == 0
    assert [said.words for said in plan_of(town.noor, robin).statements] == [ARABIC]
    assert browser.post(path, {**fields, "words": " "}).status_code == 400


def test_a_co_worker_reads_the_plan_and_not_what_the_client_said(town: Town) -> None:
    robin = a_dossier(town)
    a_row(town.noor, robin.dossier)
    path, browser = sent(town, robin.dossier), stranger()
    once = once_of(browser.post(path, {"word": WORD}))
    browser.post(path, {"word": WORD, "once": once, "words": "Dit is van mij."})
    assert "Dit is van mij." in read(town.noor.client.get(f"/dossiers/{robin.dossier.id}/plan"))
    plan = plan_of(town.noor, robin.dossier)
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, plan.keys, robin.dossier, town.tom.principal, from_on=ON)
    page = read(town.tom.client.get(f"/dossiers/{robin.dossier.id}/plan"))
    assert ("Ik wil gewoon terug voetballen." in page, "Dit is van mij." in page) == (True, False)


def test_a_short_word_is_not_enough(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    given = {"to": "robin@post.example", "word": "kort", "once": new_id()}
    answer = town.noor.client.post(f"/dossiers/{robin.id}/plan/client/send", given)
    assert (answer.status_code, list(outbox.waiting())) == (400, [])
