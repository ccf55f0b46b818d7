"""A new password, codes of an app beside it, a code on paper: each leads in, each is worth nothing once replaced."""

import re
import time
from typing import Any

import pytest
from django.test import Client

from kring.team.testing import PASSWORD, Town
from kring.team.ways_in import app
from kring.team.ways_in.tests.walking import confirmed, once_of, plain, stranger, with_passkey
from kring.vault import code_app, doors
from kring.vault.models import CodeApp, Slot
from kring.vault.primitives import time_code
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db

NEW = "vier groene fietsen op zolder"


def comes_in(password: str, **more: str) -> Any:
    return stranger().post("/sign-in", {"sign_in": "noor@kring.example", "password": password, **more})


def is_in(answer: Any) -> bool:
    return bool(answer.status_code == 302 and doors.COOKIE in answer.cookies)


def change(browser: Client, password: str = NEW) -> Any:
    once = once_of(browser.get("/ways-in/password"))
    return browser.post("/ways-in/password", {"password": password, "once": once})


def test_a_new_password_leads_in_and_the_old_one_no_more(town: Town) -> None:
    elsewhere, browser = town.noor.client, confirmed(town.noor)
    assert change(browser)["Location"] == "/ways-in"
    assert browser.get("/team").status_code == 200, "this screen goes on"
    assert elsewhere.get("/team")["Location"].startswith("/sign-in")
    assert is_in(comes_in(NEW))
    assert not is_in(comes_in(PASSWORD))
    assert Slot.objects.filter(person=town.noor.principal).count() == 1
    assert sweep() == []


def test_sent_twice_it_is_changed_once(town: Town) -> None:
    browser = confirmed(town.noor)
    once = once_of(browser.get("/ways-in/password"))
    for _ in range(2):
        assert browser.post("/ways-in/password", {"password": NEW, "once": once})["Location"] == "/ways-in"
    assert is_in(comes_in(NEW))
    assert Slot.objects.filter(person=town.noor.principal).count() == 1


@pytest.mark.parametrize("weak", ["", "short", "wachtwoord1234!", "NoorClaesNoorClaes"])
def test_a_weak_one_comes_back_with_a_sentence_and_is_not_shown(town: Town, weak: str) -> None:
    answer = change(confirmed(town.noor), weak)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert not weak or weak not in answer.content.decode()
    assert is_in(comes_in(PASSWORD))


def test_a_passkey_stays_when_the_password_changes(town: Town) -> None:
    from kring.team.ways_in.tests.walking import comes_in as by_passkey

    device = with_passkey(town.noor)
    change(confirmed(town.noor))
    assert is_in(by_passkey(device))


def test_what_noor_holds_she_still_holds(town: Town) -> None:
    browser = confirmed(town.noor)
    before = browser.get("/dossiers").status_code
    change(browser)
    assert browser.get("/dossiers").status_code == browser.get("/board").status_code == before == 200


class Clock:
    """Half a minute at a time."""

    def __init__(self) -> None:
        self.at = time.time()

    def time(self) -> float:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    ours = Clock()
    monkeypatch.setattr(code_app, "time", ours)
    return ours


def with_app(town: Town, clock: Clock) -> bytes:
    """Noor's app, begun through the page; the clock stands half a minute later."""
    browser = confirmed(town.noor)
    page = browser.get("/ways-in/code")
    letters = re.search(r'name="secret" value="([A-Z2-7 ]+)"', page.content.decode())
    assert letters
    secret = app.secret_of(letters[1])
    assert secret
    fields = {"secret": letters[1], "once": once_of(page), "password": PASSWORD, "code": shown(secret, clock)}
    assert browser.post("/ways-in/code", fields)["Location"] == "/ways-in"
    assert "Wachtwoord met een code van je app" in browser.get("/ways-in").content.decode()
    clock.at += 30
    return secret


def shown(secret: bytes, clock: Clock) -> str:
    return time_code(secret, int(clock.at) // code_app.STEP_SECONDS)


def test_then_the_password_alone_opens_nothing(town: Town, clock: Clock) -> None:
    secret = with_app(town, clock)
    alone, wrong = comes_in(PASSWORD), comes_in("another wrong one")
    assert plain(alone) == plain(wrong), "one sentence, whichever was wrong"
    assert not is_in(comes_in(PASSWORD, code="000000" if shown(secret, clock) != "000000" else "000001"))
    assert is_in(comes_in(PASSWORD, code=shown(secret, clock)))
    assert sweep() == []


def test_a_code_is_good_once_and_for_a_minute_or_so(town: Town, clock: Clock) -> None:
    secret = with_app(town, clock)
    first = shown(secret, clock)
    clock.at += 30
    assert is_in(comes_in(PASSWORD, code=f"{first[:3]} {first[3:]}")), "a clock that is slow"
    assert not is_in(comes_in(PASSWORD, code=first)), "used"
    late = shown(secret, clock)
    clock.at += 90
    assert not is_in(comes_in(PASSWORD, code=late)), "too old"


def test_codes_cannot_be_guessed_at_pace(town: Town, clock: Clock) -> None:
    with_app(town, clock)
    answers = [comes_in(PASSWORD, code=f"{number:06d}") for number in range(6)]
    assert answers[-1].status_code == 429


def test_taking_the_app_away_in_the_database_opens_nothing(town: Town, clock: Clock) -> None:
    secret = with_app(town, clock)
    unguarded(CodeApp).all().delete()
    assert not is_in(comes_in(PASSWORD))
    assert not is_in(comes_in(PASSWORD, code=shown(secret, clock)))
    unguarded(Slot).filter(person=town.noor.principal).update(kind=Slot.Kind.PASSWORD)
    assert not is_in(comes_in(PASSWORD))


def test_codes_stay_when_the_password_changes_and_stop_when_asked(town: Town, clock: Clock) -> None:
    secret = with_app(town, clock)
    browser = comes_in(PASSWORD, code=shown(secret, clock)).client
    clock.at += 30
    browser.post("/ways-in/confirm", {"password": PASSWORD, "code": shown(secret, clock)})
    change(browser)
    assert not is_in(comes_in(NEW))
    clock.at += 30
    assert is_in(comes_in(NEW, code=shown(secret, clock)))
    page = browser.get("/ways-in/code")
    assert "Geen code meer" in page.content.decode()
    wrong = browser.post("/ways-in/code", {"stop": "1", "password": PASSWORD, "once": once_of(page)})
    assert "Dat lukte niet." in wrong.content.decode()
    browser.post("/ways-in/code", {"stop": "1", "password": NEW, "once": once_of(page)})
    assert is_in(comes_in(NEW))
    assert not CodeApp.objects.exists()


def test_a_wrong_first_code_changes_nothing(town: Town, clock: Clock) -> None:
    browser = confirmed(town.noor)
    page = browser.get("/ways-in/code")
    secret = "AAAA" * 8
    fields = {"secret": secret, "once": once_of(page), "password": PASSWORD, "code": "000000"}
    answer = browser.post("/ways-in/code", fields)
    assert "Dat lukte niet." in answer.content.decode()
    assert "<svg" in answer.content.decode()
    assert is_in(comes_in(PASSWORD))


def test_the_picture_is_a_drawing_within_the_page() -> None:
    drawn = app.picture(bytes(20), "noor@kring.example")
    assert drawn.startswith("<svg")
    assert "style=" not in drawn
    assert app.secret_of(app.written(bytes(20))) == bytes(20)
    assert app.secret_of("not base32!") is app.secret_of("AAAA") is None


def paper_of(browser: Client) -> str:
    answer = browser.post("/ways-in/paper", {"once": once_of(browser.get("/ways-in/paper"))})
    found = re.search(r'<p class="code mt5">(.*?)</p>', answer.content.decode())
    assert found
    return found[1].replace("<wbr>", "")


def test_a_code_on_paper_leads_in_until_there_is_another(town: Town) -> None:
    browser = confirmed(town.noor)
    code = paper_of(browser)
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){6}", code)
    typed = code.lower().replace("-", " ")
    assert is_in(stranger().post("/sign-in", {"paper": typed}))
    assert browser.get("/ways-in").status_code == 200, "making the first one ends no screen"
    other = paper_of(browser)
    assert other != code
    assert not is_in(stranger().post("/sign-in", {"paper": code}))
    assert is_in(stranger().post("/sign-in", {"paper": other}))
    assert Slot.objects.filter(kind=Slot.Kind.PAPER).count() == 1
    assert sweep() == []


def test_who_came_in_on_paper_is_asked_for_a_way_in_at_hand_and_can_go_on(town: Town) -> None:
    code, asks = paper_of(confirmed(town.noor)), "Je kwam binnen met je code op papier."
    browser = stranger()
    answer = browser.post("/sign-in", {"paper": code, "next": "/team"})
    assert answer["Location"] == "/ways-in?by=paper&next=%2Fteam"
    page = browser.get(answer["Location"]).content.decode()
    assert asks in page
    assert 'href="/team"' in page
    assert asks not in browser.get("/ways-in").content.decode()
    assert "ways-in" not in comes_in(PASSWORD)["Location"]


def test_asked_twice_the_same_code_is_shown(town: Town) -> None:
    browser = confirmed(town.noor)
    once = once_of(browser.get("/ways-in/paper"))
    pages = [browser.post("/ways-in/paper", {"once": once}).content.decode() for _ in range(2)]
    codes = [re.findall(r'<p class="code mt5">(.*?)</p>', page) for page in pages]
    assert codes[0] == codes[1]
    assert len(codes[0]) == 1


def test_a_guessed_paper_hears_what_a_wrong_password_hears(town: Town) -> None:
    paper_of(confirmed(town.noor))
    assert plain(stranger().post("/sign-in", {"paper": "0000"})) == plain(comes_in("another wrong one"))
    answers = [stranger().post("/sign-in", {"paper": f"{number:028d}"}) for number in range(6)]
    assert answers[-1].status_code == 429


def test_paper_unlocks_and_confirms_for_its_owner_alone(town: Town) -> None:
    code = paper_of(confirmed(town.noor))
    assert confirmed(town.noor, paper=code).get("/ways-in/passkey").status_code == 200
    joris = town.joris.client
    assert "Dat lukte niet." in joris.post("/ways-in/confirm", {"paper": code}).content.decode()
