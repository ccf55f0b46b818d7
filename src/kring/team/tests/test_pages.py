"""Pages of the team: where everybody begins, who waits, the list of colleagues without a figure."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from kring.team import founding
from kring.team.models import Function
from kring.team.testing import PASSWORD, Persona, Town
from kring.team.who import (
    ASKED,
    BOARD,
    BREAK,
    CONCERNS,
    DESTINATIONS,
    EXCHANGE,
    EXPIRED,
    FIGURES,
    GLASS,
    INCIDENT,
    JOURNAL,
    LETTERS,
    LOG,
    MANAGE,
    MINE,
    NEIGHBOURS,
    OF_NEIGHBOURS,
    OF_SANCTIONS,
    PULSE,
    QUESTIONS,
    REQUESTS,
    RETENTION,
    SANCTIONS,
    SERVICES,
    STREET,
    TEAM,
    TODAY,
    who,
)
from kring.vault.acts import acting

pytestmark = pytest.mark.django_db

CASEWORK = {TODAY, MINE, LOG, BOARD, CONCERNS, EXCHANGE, SERVICES, BREAK, TEAM}
PLACES = {
    "noor": CASEWORK | {STREET},
    "samir": CASEWORK,
    "tom": CASEWORK,
    "lotte": CASEWORK,
    "nele": CASEWORK,
    "greet": {PULSE, FIGURES, TEAM, LETTERS, SERVICES, RETENTION, GLASS, ASKED},
    "saar": {FIGURES, QUESTIONS, OF_NEIGHBOURS, OF_SANCTIONS, TEAM},
    "ann": {MANAGE, TEAM, LETTERS, SERVICES},
    "hilde": {TEAM, EXPIRED, RETENTION, REQUESTS, JOURNAL, GLASS, INCIDENT},
    "wout": {NEIGHBOURS, TEAM},
    "ines": {SANCTIONS, TEAM},
}


@pytest.mark.parametrize("name", PLACES)
def test_everybody_is_shown_where_he_may_go(town: Town, name: str) -> None:
    present = who(town.people[name].principal)
    assert present is not None
    assert present.destinations == PLACES[name]


def test_every_place_in_the_navigation_exists() -> None:
    in_registers_of_their_own = {NEIGHBOURS, OF_NEIGHBOURS, SANCTIONS, EXPIRED, OF_SANCTIONS}
    for places in DESTINATIONS.values():
        for place in places - {BOARD, FIGURES, *in_registers_of_their_own}:
            assert reverse(place)


@pytest.fixture
def newcomer(town: Town) -> Persona:
    """Appointed as a coach, in no circle yet."""
    with acting("test.enrol", by="system") as act:
        new = founding.enrol_colleague(act, name="Nieuw Iemand", sign_in="new@kring.example", password=PASSWORD)
        founding.appoint(act, new.colleague, Function.COACH, programme="identity_coaching")
    return Persona(new)


def test_who_has_no_key_yet_waits_for_one(town: Town, newcomer: Persona) -> None:
    answer = Client().post("/sign-in", {"sign_in": "new@kring.example", "password": PASSWORD})
    assert answer["Location"] == "/waiting"
    page = newcomer.client.get("/waiting").content.decode()
    assert "Je wacht op een sleutel" in page


def test_who_has_a_key_goes_on(town: Town) -> None:
    assert town.noor.client.get("/waiting")["Location"] == reverse(TODAY)
    assert town.ann.client.get("/waiting")["Location"] == "/team/manage"
    assert town.hilde.client.get("/waiting")["Location"] == reverse(JOURNAL)


def test_colleagues_stand_in_alphabetical_order_with_what_they_do(town: Town) -> None:
    page = town.noor.client.get("/team").content.decode()
    assert page.index("Eline Maes") < page.index("Greet Aerts") < page.index("Wout Hermans")
    assert "Straathoekwerker" in page
    assert "Urban Therapy" in page
    assert "Ann Verbeke" not in page, "the administrator is no member of the team"


def test_the_list_carries_no_figure(town: Town) -> None:
    page = town.noor.client.get("/team").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r"\d", re.sub(r"<[^>]*>", "", main))


def test_the_list_says_so_when_nobody_works_here(town: Town, settings: object) -> None:
    from datetime import date

    settings.KRING_TODAY = date(2000, 1, 1)  # type: ignore[attr-defined]  # the fixture is untyped here
    assert "Er is nog niemand aangesteld." in town.noor.client.get("/team").content.decode()


def test_a_page_costs_few_queries(town: Town, django_assert_max_num_queries: object) -> None:
    browser = town.noor.client
    browser.get("/team")
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # session, colleague, list, who waits, who was let in
        browser.get("/team")
