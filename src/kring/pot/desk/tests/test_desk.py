"""The desk of the office: the pot of the year, the list in pages, one application; few questions."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.pot.applying import queries
from kring.pot.applying.codelists import State
from kring.pot.applying.models import Application
from kring.pot.desk import shown
from kring.pot.desk.opening import A_PAGE
from kring.pot.testing import PDF, a_call, an_application
from kring.team.clock import today
from kring.team.testing import Town
from kring.vault.acts import acting


def test_the_list_shows_what_was_asked(town: Town) -> None:
    an_application(town)
    page = town.wout.client.get("/pot").content.decode()
    for said in ("Meisjes op de mat", "Judoclub Ter Linde", "€ 1.850", "Noord"):
        assert said in page
    assert "Verlinden" not in page


def test_one_application_shows_the_project_and_its_people(town: Town) -> None:
    received = an_application(town, PDF)
    page = town.greet.client.get(f"/pot/{received.application}").content.decode()
    for said in (
        "Twaalf lessen judo",
        "nergens welkom",
        "Rita Verlinden, Lindeplein 4",
        "BE68 5390 0754 7034",
        "/sent/1",
    ):
        assert said in page


@pytest.mark.parametrize("who", ["noor", "samir", "ann", "hilde", "karel", "saar", "marc"])
def test_nobody_else_sees_the_desk_or_an_application(town: Town, who: str) -> None:
    received = an_application(town)
    browser = town.people[who].client
    assert browser.get("/pot").status_code == 404
    assert browser.get(f"/pot/{received.application}").status_code == 404


def test_what_does_not_exist_looks_like_what_may_not_be_seen(town: Town) -> None:
    received = an_application(town)
    absent = town.greet.client.get("/pot/AAAAAAAAAAAAAAAAAAAAAA")
    forbidden = town.noor.client.get(f"/pot/{received.application}")
    assert (absent.status_code, forbidden.status_code) == (404, 404)


def test_the_pot_of_the_year_counts_what_is_given_and_asked(town: Town) -> None:
    rules = a_call(town)
    first, second = an_application(town), an_application(town, asked_euro=400)
    row = Application.objects.get(id=first.application)
    with acting("test.grant", by="system") as act:
        act.change(row, state=State.GRANTED, granted_euro=1500, decided_on=today())
    pot = queries.budget(rules, today())
    assert (pot.whole, pot.given, pot.given_count, pot.asked, pot.asked_count) == (24000, 1500, 1, 400, 1)
    assert pot.free == 22100
    assert second.application != first.application
    page = town.greet.client.get("/pot").content.decode()
    assert "€ 22.100" in page


def test_a_pot_that_is_overasked_is_never_less_than_nothing(town: Town) -> None:
    rules = a_call(town, budget_lines="Alles: 1000")
    an_application(town)
    pot = queries.budget(rules, today())
    assert pot.free == 0
    assert float(shown.bar(pot)["asked_wide"]) <= shown.WIDE


def test_a_second_application_of_a_year_is_counted(town: Town) -> None:
    an_application(town)
    second = an_application(town, title="Nog een")
    row = Application.objects.get(id=second.application)
    assert queries.earlier_this_year(row) == 1


def test_the_list_goes_by_pages_and_by_state(town: Town) -> None:
    for number in range(A_PAGE + 1):
        an_application(town, title=f"Idee {number}.")
    browser = town.greet.client
    first, second = browser.get("/pot").content.decode(), browser.get("/pot?page=2").content.decode()
    assert first.count('class="card tight idea"') == A_PAGE
    assert second.count('class="card tight idea"') == 1
    assert "Idee 0." in second
    assert 'class="card tight idea"' not in browser.get("/pot?show=runs").content.decode()
    assert browser.get("/pot?show=x&page=0").status_code == 200


@pytest.mark.parametrize("one", [False, True], ids=["list", "application"])
def test_few_questions_however_many_there_are(town: Town, one: bool) -> None:
    received = an_application(town)
    path = f"/pot/{received.application}" if one else "/pot"
    browser = town.greet.client
    few = asked(browser, path)
    for number in range(9):
        an_application(town, title=f"Idee {number}")
    assert asked(browser, path) == few <= 10


def asked(browser: Client, path: str) -> int:
    """Questions of the page: two more than eight, since the key comes through the office; without the journal's."""
    browser.get(path)
    with CaptureQueriesContext(connection) as found:
        assert browser.get(path).status_code == 200
    return sum("journal" not in one["sql"] and "SAVEPOINT" not in one["sql"] for one in found.captured_queries)
