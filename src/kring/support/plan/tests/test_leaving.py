"""The client's page on a shared phone: a neutral title, a way out without script, and no way back without the word."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.support.network.testing import drawn
from kring.support.plan import visits
from kring.support.plan.content import ClientSheet, Piece, Place
from kring.support.plan.models import PlanRecord
from kring.support.plan.sheets import piece
from kring.support.plan.testing import a_row, plan_of
from kring.support.plan.tests.test_client_link import WORD, read, sent, stranger
from kring.support.plan.tests.test_nudge import once_of
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.team.wording import actions as wording
from kring.vault import outbox
from kring.vault.models import Slot, Throttle
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
PLAN = "Ik wil gewoon terug voetballen."
FORGET = '"cache", "cookies", "storage"'


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def path(town: Town) -> str:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    return sent(town, robin)


def visit_of(answer: Any) -> str:
    found = re.search(r'name="visit" value="([^"]+)"', answer.content.decode())
    assert found
    return found[1]


def opened(path: str, browser: Client) -> dict[str, str]:
    """What the browser sent to open the page, and sends again on going back."""
    typed = {"word": WORD, "visit": visit_of(browser.get(path))}
    assert PLAN in read(browser.post(path, typed))
    return typed


def test_the_title_tells_nothing_and_nothing_is_kept(path: str) -> None:
    browser = stranger()
    asked = browser.get(path)
    for answer in (asked, browser.post(path, {"word": WORD, "visit": visit_of(asked)}), browser.get("/weg")):
        title = re.search(r"<title>(.*?)</title>", answer.content.decode())
        assert title
        assert title[1] in ("Mijn blad", "Lege pagina")
        assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_the_way_out_needs_no_script_and_going_back_asks_the_word(path: str) -> None:
    browser = stranger()
    typed = opened(path, browser)
    page = browser.post(path, typed)
    assert re.search(
        r'<form method="post" action="/weg"[^>]*data-leave.*?<button class="btn quickexit">',
        page.content.decode(),
        re.DOTALL,
    )
    left = browser.post("/weg", {"visit": visit_of(page)})
    assert (left.status_code, read(left), left["Clear-Site-Data"]) == (200, "Lege pagina Lege pagina", FORGET)
    again = browser.post(path, typed)
    assert (again.status_code, PLAN in read(again), "Jouw woord" in read(again)) == (200, False, True)
    opened(path, browser)


def test_each_page_of_a_visit_is_its_own_and_the_one_before_ends_with_time(path: str) -> None:
    browser = stranger()
    typed = opened(path, browser)
    at, _, name = typed["visit"].partition(".")
    late = f"{int(at) - int(visits.LIFE.total_seconds()) - 1}.{name}"
    assert PLAN not in read(browser.post(path, {**typed, "visit": late}))
    for bad in ("x", "12", f"²{at}.{name}", f"{at}.kort"):
        assert PLAN not in read(browser.post(path, {**typed, "visit": bad}))


def test_what_was_typed_for_a_long_time_is_kept_and_nothing_is_shown(town: Town) -> None:
    robin = a_dossier(town).dossier
    a_row(town.noor, robin)
    path, browser = sent(town, robin), stranger()
    once = once_of(browser.post(path, {"word": WORD}))
    long_ago = f"{int((timezone.now() - timedelta(hours=1)).timestamp())}.{new_id()}"
    for _ in range(2):
        page = read(browser.post(path, {"word": WORD, "once": once, "visit": long_ago, "words": "Dit is van mij."}))
        assert ("Dank je." in page, PLAN in page) == (True, False)
    town.noor.client.get(f"/dossiers/{robin.id}/plan")
    assert PlanRecord.objects.filter(kind="statement").count() == 1


def test_looking_at_the_empty_page_signs_nobody_out_and_counts_nothing(town: Town) -> None:
    answer = town.noor.client.get("/weg")
    assert "Clear-Site-Data" not in answer.headers
    assert town.noor.client.get("/today").status_code == 200
    before = Throttle.objects.count()
    for visit in ("", "x", "1.kort", f"1.{new_id()}"):
        stranger().post("/weg", {"visit": visit})
    assert Throttle.objects.count() == before


def test_the_town_names_where_one_goes_when_nothing_may_show(path: str, settings: Any) -> None:
    assert 'data-exit="/weg"' in stranger().get(path).content.decode()
    settings.KRING_QUICK_EXIT = "https://weer.example/morgen"
    assert 'data-exit="https://weer.example/morgen"' in stranger().get(path).content.decode()
    away = stranger().post("/weg").content.decode()
    assert '<meta http-equiv="refresh" content="0;url=https://weer.example/morgen">' in away


def test_it_says_when_it_is_read_by_whom_and_where_help_is_in_the_words_of_the_town(town: Town, path: str) -> None:
    page = read(stranger().post(path, {"word": WORD}))
    for said in ("Noor en Joris", "op werkdagen", "112", "1813"):
        assert said in page
    own = {"read_when": "Wij lezen dit elke dag om 9 uur.", "help_now": "Nu hulp? Babbellijn 015 00 00 99."}
    wording.write_facts(town.ann.principal, own, once=new_id())
    page, asked = read(stranger().post(path, {"word": WORD})), read(stranger().get(path))
    for said in own.values():
        assert said in page
        assert said in asked
    assert "1813" not in page
    assert "Noor" not in asked, "before the word nobody is named"


def test_the_word_of_a_client_is_stretched(path: str) -> None:
    slot = Slot.objects.get(kind=Slot.Kind.LINK)
    assert (len(slot.salt), slot.passes > 0, slot.kibibytes > 0, slot.tries_left) == (16, True, True, 5)


def test_parents_are_offered_nothing_by_default(town: Town) -> None:
    """MIN-04: a parent on the map of who is around is no address, reads nothing along, and hears nothing by itself."""
    robin = a_dossier(town).dossier
    drawn(town.noor, robin.id)
    before = len(list(outbox.waiting()))
    a_row(town.noor, robin)
    form = town.noor.client.get(f"/dossiers/{robin.id}/plan/client/send").context["form"]
    assert [form[name].value() for name in ("to", "word")] == [None, None]
    assert ClientSheet().trusted == ""
    assert piece(ClientSheet(), "any", domain="leisure") == Piece("any", places=(Place.PAPER, Place.LINK))
    plan = plan_of(town.noor, robin)
    assert piece(ClientSheet(), plan.rows[0].record.id, domain="mental_health").places == ()
    sent(town, robin)
    assert [mail.to for mail in list(outbox.waiting())[before:]] == ["robin@post.example"]
