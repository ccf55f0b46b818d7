"""The front door: one answer for every mistake, slow before costly, a fresh cookie inside, nothing left afterwards."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.team.testing import PASSWORD, Town
from kring.vault import doors, kdf, slots
from kring.vault.acts import acting
from kring.vault.models import JournalEntry, Principal, SessionKey
from kring.vault.refusals import Busy

pytestmark = pytest.mark.django_db

NOOR = "noor@kring.example"


def sign_in(browser: Client, name: str = NOOR, password: str = PASSWORD, **more: str) -> Any:
    return browser.post("/sign-in", {"sign_in": name, "password": password, **more})


def words(answer: Any) -> str:
    """The page without its form token and its challenge, which are fresh each time."""
    return re.sub(r'(?:name="csrfmiddlewaretoken" value|data-challenge)="[^"]*"', "", answer.content.decode())


@pytest.mark.parametrize("name", [NOOR, " Noor@Kring.example "])
def test_the_right_password_leads_to_ones_own_start(town: Town, name: str) -> None:
    answer = sign_in(Client(), name)
    assert (answer.status_code, answer["Location"]) == (302, reverse("desk:today"))
    cookie = answer.cookies[doors.COOKIE]
    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (NOOR, ""),
        (NOOR, PASSWORD + " "),
        ("nobody@kring.example", PASSWORD),
        ("", ""),
        (NOOR + "\0", "x"),
        ("\0" * 5000, "\0" * 5000),
    ],
)
def test_every_mistake_has_one_answer(town: Town, name: str, password: str) -> None:
    wrong = sign_in(Client(), NOOR, "another wrong one")
    answer = sign_in(Client(), name, password)
    assert answer.status_code == wrong.status_code == 200
    assert words(answer) == words(wrong)
    assert "Dat lukte niet." in words(answer)
    assert doors.COOKIE not in answer.cookies
    assert not SessionKey.objects.exists()


def test_a_disabled_colleague_gets_the_same_answer_for_the_right_password(town: Town) -> None:
    with acting("test.disable", by="system") as act:
        act.change(Principal.objects.get(id=town.noor.principal), state=Principal.State.DISABLED)
    assert words(sign_in(Client())) == words(sign_in(Client(), password="wrong"))


def test_an_unknown_name_stretches_a_password_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    stretched: list[str] = []
    real = slots._password_secret

    def counted(password: str, *rest: Any) -> Any:
        stretched.append(password)
        return real(password, *rest)

    monkeypatch.setattr(slots, "_password_secret", counted)
    for name in (NOOR, "nobody@kring.example"):
        sign_in(Client(), name, "wrong")
    assert stretched == ["wrong", "wrong"]


def test_known_and_unknown_make_the_same_queries(town: Town) -> None:
    shapes = []
    for name in ("first@kring.example", NOOR, "nobody@kring.example"):
        with CaptureQueriesContext(connection) as seen:
            sign_in(Client(), name, "wrong")
        shapes.append([re.sub(r"'[^']*'|\"s\d+_x\d+\"|\d+", "?", one["sql"]) for one in seen.captured_queries])
    assert shapes[1] == shapes[2]


def test_a_busy_machine_says_so_kindly(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "QUEUE_SECONDS", 0.0)
    with kdf.turn(), kdf.turn():
        answer = sign_in(Client())
        with pytest.raises(Busy):
            slots.open_password(None, "x")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "Het is druk aan de deur." in answer.content.decode()


def test_next_leads_to_own_pages_only(town: Town) -> None:
    home = reverse("desk:today")
    assert sign_in(Client(), next="/board?lane=new")["Location"] == "/board?lane=new"
    for elsewhere in (
        "https://example.com/",
        "//example.com",
        "/\\example.com",
        "/\t/example.com",
        "javascript:alert(1)",
        "board",
        "/sign-in?next=/sign-in",
        "/locked",
    ):
        assert sign_in(Client(), next=elsewhere)["Location"] == home, elsewhere


def test_the_place_travels_through_the_page(town: Town) -> None:
    browser = Client()
    there = browser.get("/team", follow=True)
    assert 'name="next" value="/team"' in there.content.decode()
    assert 'name="next"' not in browser.get("/sign-in?next=//example.com").content.decode()


def test_signing_in_ends_the_session_the_browser_came_with(town: Town) -> None:
    browser = town.joris.client
    before = browser.cookies[doors.COOKIE].value
    sign_in(browser)
    assert browser.cookies[doors.COOKIE].value != before
    assert SessionKey.objects.get().person_id == town.noor.principal


def test_who_is_inside_need_not_sign_in(town: Town) -> None:
    answer = town.noor.client.get("/sign-in")
    assert answer["Location"] == reverse("desk:today")


def test_nobody_inside_without_signing_in(town: Town) -> None:
    answer = Client().get("/team")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in?next=%2Fteam")
    for cookie in ("", "x", "\0"):
        forged = Client()
        forged.cookies[doors.COOKIE] = cookie
        assert forged.get("/team").status_code == 302


def test_signing_out_empties_the_browser_and_ends_the_session(town: Town) -> None:
    browser = town.noor.client
    cookie = browser.cookies[doors.COOKIE].value
    assert browser.get("/sign-out").status_code == 405
    answer = browser.post("/sign-out")
    assert answer["Location"] == "/"
    assert '"storage"' in answer["Clear-Site-Data"]
    assert answer["Cache-Control"] == "no-store"
    assert answer.cookies[doors.COOKIE].value == ""
    assert not SessionKey.objects.exists()
    back = Client()
    back.cookies[doors.COOKIE] = cookie
    assert back.get("/team").status_code == 302


def test_signing_out_without_a_session_is_no_mistake(town: Town) -> None:
    assert Client().post("/sign-out")["Location"] == "/"


def test_a_form_of_another_site_signs_nobody_in_or_out(town: Town) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict).status_code == 403
    strict.cookies = town.noor.client.cookies
    assert strict.post("/sign-out").status_code == 403
    assert SessionKey.objects.count() == 1


def test_the_journal_remembers_coming_and_going(town: Town) -> None:
    browser = Client()
    sign_in(browser)
    browser.post("/sign-out")
    assert JournalEntry.objects.count() > 2


def test_no_word_of_the_form_comes_back_in_the_page(town: Town) -> None:
    page = sign_in(Client(), "marker-name-of-4711", "marker-word-of-4711").content.decode()
    assert "of-4711" not in page
