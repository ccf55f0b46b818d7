"""An account of the city is bound by the colleague alone, seen before it is, one to one; never by what it is called."""

import pytest
from django.db import connection

from kring.team.city.models import CityAccount
from kring.team.city.tests.pretending import City
from kring.team.city.tests.walking import bound, comes, onward, shown, there_and_back
from kring.team.enrolment import accepting
from kring.team.managing import actions as managing
from kring.team.models import Invitation
from kring.team.testing import Town
from kring.team.ways_in.tests.walking import confirmed, plain
from kring.vault.rows import unguarded
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db


def test_one_sees_which_account_it_is_before_it_is_bound(town: Town, city: City) -> None:
    city.claims = {"email": "noor.claes@stad.example"}
    browser = confirmed(town.noor)
    away = browser.get("/ways-in/city/go")["Location"]
    assert "prompt=login" in away
    browser.get(onward(browser.get(city.sends_back(away))))
    page = browser.get("/ways-in/city").content.decode()
    assert "noor.claes@stad.example" in page
    assert not CityAccount.objects.exists()


def test_bound_it_says_since_when_and_goes_again(town: Town, city: City) -> None:
    browser = bound(city, town.noor)
    assert "Aan jou gekoppeld sinds" in browser.get("/ways-in").content.decode()
    assert browser.post("/ways-in/city/away")["Location"] == "/ways-in"
    assert not CityAccount.objects.exists()
    assert "Dat lukte niet." in comes(city)[1].content.decode()
    assert sweep() == []


def test_the_same_form_twice_binds_once(town: Town, city: City) -> None:
    browser = confirmed(town.noor)
    there_and_back(city, browser, "/ways-in/city/go")
    form = shown(browser.get("/ways-in/city"))
    kept = browser.cookies["__Host-kring-known"].value
    for _ in range(2):
        browser.cookies["__Host-kring-known"] = kept
        assert browser.post("/ways-in/city", form)["Location"] == "/ways-in"
    assert CityAccount.objects.count() == 1


def test_another_account_takes_the_place_of_the_first(town: Town, city: City) -> None:
    bound(city, town.noor)
    city.subject = "noor-again"
    bound(city, town.noor)
    assert CityAccount.objects.count() == 1
    city.subject = "noor-at-the-city"
    assert "Dat lukte niet." in comes(city)[1].content.decode()


def test_what_is_called_like_a_colleague_is_not_that_colleague(town: Town, city: City) -> None:
    """An account of the city with the work address of a colleague is nobody's until the colleague binds it."""
    city.claims = {"email": "noor@kring.example", "preferred_username": "noor@kring.example", "email_verified": True}
    assert "Dat lukte niet." in comes(city)[1].content.decode()


def test_an_account_of_somebody_else_is_not_taken_over(town: Town, city: City) -> None:
    bound(city, town.noor)
    browser = confirmed(town.joris)
    there_and_back(city, browser, "/ways-in/city/go")
    answer = browser.post("/ways-in/city", shown(browser.get("/ways-in/city")))
    assert "Dat lukte niet." in answer.content.decode()
    assert CityAccount.objects.get().colleague_id == town.noor.colleague.id


def test_what_somebody_else_brought_back_is_not_bound_to_me(town: Town, city: City) -> None:
    joris, noor = confirmed(town.joris), confirmed(town.noor)
    there_and_back(city, joris, "/ways-in/city/go")
    form = shown(joris.get("/ways-in/city"))
    noor.cookies["__Host-kring-known"] = joris.cookies["__Host-kring-known"].value
    noor.post("/ways-in/city", form)
    assert not CityAccount.objects.exists()


def test_who_came_in_by_the_city_binds_nothing_with_that(town: Town, city: City) -> None:
    browser, _ = comes(city)
    mine = confirmed(town.noor)
    mine.cookies["__Host-kring-known"] = browser.cookies["__Host-kring-known"].value
    mine.post("/ways-in/city", {"once": "a", "account": ""})
    assert not CityAccount.objects.exists()


def test_before_binding_a_way_in_is_shown_once_more(town: Town, city: City) -> None:
    browser = town.noor.client
    assert browser.get("/ways-in/city/go")["Location"] == "/ways-in/city"
    assert browser.get("/ways-in/city")["Location"].startswith("/ways-in/confirm")
    assert browser.post("/ways-in/city/away")["Location"].startswith("/ways-in/confirm")


@pytest.mark.parametrize("bend", ["error=access_denied", "code=x"])
def test_thinking_better_of_it_changes_nothing(town: Town, city: City, bend: str) -> None:
    browser = confirmed(town.noor)
    back = city.sends_back(browser.get("/ways-in/city/go")["Location"])
    state = back.partition("&")[2]
    assert onward(browser.get(f"/sign-in/city/back?{bend}&{state}")) == "/ways-in/city"
    page = browser.get("/ways-in/city").content.decode()
    assert "Er is niets veranderd." in page or "Dat lukte niet." in page
    assert "Dat lukte niet." not in browser.get("/ways-in/city").content.decode(), "told once"
    assert not CityAccount.objects.exists()


def test_nothing_of_the_city_lies_in_the_row(town: Town, city: City) -> None:
    city.claims = {"email": "noor.claes@stad.example", "name": "Noor Claes"}
    bound(city, town.noor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM team_cityaccount")
        said = repr(cursor.fetchall())
    for word in (city.subject, city.issuer, "stad.example", "Claes"):
        assert word not in said


def test_a_row_written_in_the_database_binds_nothing(town: Town, city: City) -> None:
    """The account of an administrator, put on somebody else's name: known as nobody."""
    bound(city, town.ann)
    unguarded(CityAccount).update(colleague=town.noor.colleague)
    assert "Dat lukte niet." in comes(city)[1].content.decode()
    assert "Koppel je account" in town.noor.client.get("/ways-in").content.decode()


def test_who_leaves_or_loses_everything_is_bound_no_more(town: Town, city: City) -> None:
    from kring.team.leaving import actions as leaving

    bound(city, town.noor)
    leaving.leave(town.ann.principal, town.noor.colleague)
    assert not CityAccount.objects.exists()
    bound(city, town.joris)
    managing.start_back(town.ann.principal, town.joris.colleague)
    assert CityAccount.objects.exists(), "it may have been a mistake"
    token = _link()
    accepting.accept(token, "vier gewone woorden samen", "vier gewone woorden samen", once="a")
    assert not CityAccount.objects.exists(), "whoever had the phone may have bound an account of his own"


def test_a_page_of_the_account_needs_few_queries(town: Town, city: City) -> None:
    from django.test.utils import CaptureQueriesContext

    browser = bound(city, town.noor)
    for path in ("/ways-in/city", "/ways-in"):
        with CaptureQueriesContext(connection) as asked:
            page = browser.get(path)
        assert page.status_code == 200
        assert len(asked) <= 8, plain(page)


def _link() -> str:
    from kring.vault import outbox

    assert Invitation.objects.exists()
    return next(one.words["token"] for one in outbox.waiting() if "token" in one.words)
