"""Known by the city and locked: nothing is open before a key of one's own, and whoever is nobody hears one sentence."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team.city import errand
from kring.team.city.models import CityAccount
from kring.team.city.tests.pretending import City
from kring.team.city.tests.walking import bound, comes, onward, there_and_back
from kring.team.managing import actions as managing
from kring.team.testing import PASSWORD, Town
from kring.team.ways_in.tests.walking import challenge_of, plain, stranger, with_passkey
from kring.vault import doors, sessions
from kring.vault.models import JournalEntry, SessionKey
from kring.vault.sweeping import sweep
from kring.vault.testing import posted

pytestmark = pytest.mark.django_db
NOOR, LOCKED_OUT = "Dag Noor", "Dat lukte niet."


def test_the_city_says_who_and_the_password_opens(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser, page = comes(city, start="/sign-in/city?next=/team")
    assert NOOR in page.content.decode()
    assert doors.COOKIE not in browser.cookies
    answer = browser.post("/sign-in/known", {"password": PASSWORD, "next": "/team"})
    assert answer["Location"] == "/team"
    assert browser.get("/team").status_code == 200
    assert browser.cookies[errand.BACK].value == ""
    assert sweep() == []


def test_the_account_alone_opens_nothing(town: Town, city: City) -> None:
    """No session, no page, no writing: whoever runs the sign-in of the city learns a first name and no more."""
    bound(city, town.noor)
    SessionKey.objects.all()._raw_delete("default")
    browser, _ = comes(city)
    assert not SessionKey.objects.exists()
    for path in ("/team", "/dossiers", "/ways-in", "/locked/write", "/written", "/unfinished"):
        assert browser.get(path)["Location"].startswith("/sign-in"), path
    for fields in ({}, {"password": "wrong"}, {"paper": "AAAA"}, {"answer": "{}", "prf": ""}, {"device": "A" * 43}):
        answer = browser.post("/sign-in/known", fields)
        assert LOCKED_OUT in answer.content.decode(), fields
    assert doors.COOKIE not in browser.cookies


def test_a_passkey_opens_and_one_of_somebody_else_does_not(town: Town, city: City) -> None:
    mine, theirs = with_passkey(town.noor), with_passkey(town.joris)
    bound(city, town.noor)
    browser, page = comes(city)
    answer = browser.post("/sign-in/known", posted(theirs.answers(challenge=challenge_of(page))))
    assert LOCKED_OUT in answer.content.decode()
    answer = browser.post("/sign-in/known", posted(mine.answers(challenge=challenge_of(answer))))
    assert answer["Location"] == "/today"


def test_somebody_else_s_password_opens_nothing(town: Town, city: City) -> None:
    from kring.team.ways_in import actions
    from kring.vault.models import Principal
    from kring.vault.slots import Opened

    opened = town.joris.enrolled.opened
    generation = Principal.objects.get(id=opened.person).generation
    actions.set_password(Opened(opened.person, generation, opened.private), "vier andere gewone woorden", once="a")
    bound(city, town.noor)
    browser, _ = comes(city)
    assert LOCKED_OUT in browser.post("/sign-in/known", {"password": "vier andere gewone woorden"}).content.decode()


def test_the_short_code_of_this_browser_opens_its_own_locked_session(town: Town, city: City) -> None:
    from kring.team.ways_in.tests.test_device import ANSWER, with_code
    from kring.vault.written import for_page

    bound(city, town.noor)
    browser = with_code(town)
    _, page = comes(city, browser)
    assert 'data-device="open"' in page.content.decode()
    assert browser.post("/sign-in/known", {"device": for_page(ANSWER)})["Location"] == "/today"
    _, page = comes(city)
    assert "data-device" not in page.content.decode(), "another browser has no such key"


def _bound_to_nobody(town: Town, city: City) -> None:
    city.subject = "somebody-else-of-the-city"


def _shut_out(town: Town, city: City) -> None:
    managing.disable(town.ann.principal, town.noor.colleague)


def _being_let_back_in(town: Town, city: City) -> None:
    managing.start_back(town.ann.principal, town.noor.colleague)


def _left(town: Town, city: City) -> None:
    from kring.team.leaving import actions as leaving

    leaving.leave(town.ann.principal, town.noor.colleague)


def _written_in_the_database(town: Town, city: City) -> None:
    from kring.vault.rows import unguarded

    row = CityAccount.objects.get()
    unguarded(CityAccount).filter(id=row.id).update(colleague=town.joris.colleague)


NOBODY = [_bound_to_nobody, _shut_out, _being_let_back_in, _left, _written_in_the_database]


def test_who_is_nobody_here_hears_one_sentence_whatever_the_reason(town: Town, city: City) -> None:
    never, page = comes(city)
    said, led = {plain(page)}, {plain(there_and_back(city, stranger()))}
    assert LOCKED_OUT in page.content.decode()
    assert "Noor" not in page.content.decode()
    assert said == {plain(Client(headers={"accept-language": "nl"}).get("/sign-in/known"))}, "and who never went"
    assert never.get("/team").status_code == 302
    assert led == {plain(stranger().get("/sign-in/city/back?code=x&state=y"))}


@pytest.mark.parametrize("reason", NOBODY, ids=lambda reason: reason.__name__.strip("_"))
def test_shut_out_gone_or_unknown_are_one_answer(town: Town, city: City, reason: Any) -> None:
    unknown = plain(comes(city)[1])
    bound(city, town.noor)
    entries = JournalEntry.objects.count()
    reason(town, city)
    browser, page = comes(city)
    assert plain(page) == unknown
    browser.post("/sign-in/known", {"password": PASSWORD})
    assert doors.COOKIE not in browser.cookies
    assert "team.city_known" not in _acts(entries)


def test_who_is_shut_out_while_known_does_not_come_in(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser, _ = comes(city)
    _shut_out(town, city)
    assert LOCKED_OUT in browser.post("/sign-in/known", {"password": PASSWORD}).content.decode()


def test_the_journal_says_that_the_city_knew_somebody_and_that_he_came_in(town: Town, city: City) -> None:
    bound(city, town.noor)
    before = JournalEntry.objects.count()
    browser, _ = comes(city)
    assert _acts(before) == ["team.city_known"]
    browser.post("/sign-in/known", {"password": PASSWORD})
    assert _acts(before)[:2] == ["team.city_known", "session.start"]


def test_known_lasts_ten_minutes(town: Town, city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    bound(city, town.noor)
    browser, _ = comes(city)

    class Later:
        @staticmethod
        def now() -> Any:
            return timezone.now() + timedelta(minutes=10, seconds=2)

    monkeypatch.setattr(errand, "timezone", Later)
    assert LOCKED_OUT in browser.get("/sign-in/known").content.decode()
    assert LOCKED_OUT in browser.post("/sign-in/known", {"password": PASSWORD}).content.decode()
    assert doors.COOKIE not in browser.cookies


def test_what_the_browser_carries_is_sealed_and_cannot_be_made(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser, _ = comes(city)
    told = browser.cookies[errand.BACK]
    assert (told["samesite"], told["httponly"], told["secure"], told["path"]) == ("Strict", True, True, "/")
    for made in (told.value[:-4] + "AAAA", "", "A", "!", browser.cookies[errand.BACK].value[::-1], "A" * 9000):
        browser.cookies[errand.BACK] = made
        assert LOCKED_OUT in browser.get("/sign-in/known").content.decode()


def test_an_errand_is_no_outcome(town: Town, city: City) -> None:
    """The cookie that goes along to the city, put in the place of the one that comes back."""
    browser = stranger()
    browser.get("/sign-in/city")
    browser.cookies[errand.BACK] = browser.cookies[errand.OUT].value
    assert LOCKED_OUT in browser.get("/sign-in/known").content.decode()


def test_who_is_inside_already_goes_on(town: Town, city: City) -> None:
    browser = bound(city, town.noor)
    away = browser.get("/sign-in/city?next=/team")
    there = onward(browser.get(city.sends_back(away["Location"])))
    assert browser.get(there)["Location"] == "/team"


def test_somebody_else_at_the_same_computer_takes_the_place_of_who_was_there(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser, _ = comes(city, town.joris.client)
    browser.post("/sign-in/known", {"password": PASSWORD})
    assert not SessionKey.objects.filter(person=town.joris.principal).exists(), "what the browser came with is over"
    assert browser.get("/team").status_code == 200


def test_many_tries_from_one_address_are_slowed_down(town: Town, city: City) -> None:
    browser = stranger()
    answers = [browser.get("/sign-in/city") for _ in range(61)]
    assert answers[-1]["Location"] == "/sign-in/known"
    assert "antwoordt niet" in browser.get("/sign-in/known").content.decode()
    before = len(city.asked)
    browser.get("/sign-in/city/back?code=x&state=y")
    assert len(city.asked) == before, "the city is left alone"


def test_without_a_sign_in_of_the_city_there_is_none(town: Town) -> None:
    browser = stranger()
    assert "account van de stad" not in browser.get("/sign-in").content.decode()
    assert browser.get("/sign-in/city").status_code == 404
    assert "account van de stad" not in town.noor.client.get("/ways-in").content.decode()


def test_a_wrong_second_step_is_slowed_down_like_every_door(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser, _ = comes(city)
    answers = [browser.post("/sign-in/known", {"password": "wrong"}) for _ in range(6)]
    assert answers[-1].status_code == 429
    assert "Wacht een minuut" in answers[-1].content.decode()


def test_the_locked_session_of_somebody_else_is_not_opened_by_its_code(town: Town, city: City) -> None:
    from kring.team.ways_in.tests.test_device import ANSWER, with_code
    from kring.vault.written import for_page

    bound(city, town.joris)
    browser = with_code(town)
    _, page = comes(city, browser)
    assert "Dag Joris" in page.content.decode()
    assert "data-device" not in page.content.decode()
    assert LOCKED_OUT in browser.post("/sign-in/known", {"device": for_page(ANSWER)}).content.decode()
    assert sessions.resume(browser.cookies[doors.COOKIE].value) is not None


def _acts(after: int) -> list[str]:
    import json

    rows = JournalEntry.objects.order_by("id")[after:]
    return [json.loads(bytes(row.text or b"{}"))["act"] for row in rows]
