"""Everybody finds a service, phone first; two functions keep it; nothing that was not asked is lost."""

import json

import pytest
from django.utils.html import strip_tags

from kring.team.services import actions, exchange, queries
from kring.team.services.models import DirectoryEntry
from kring.team.services.tests.examples import HOUSING
from kring.team.testing import Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def housing(town: Town) -> DirectoryEntry:
    """A service as it came in."""
    actions.bring_in(town.greet.principal, json.dumps([HOUSING]).encode())
    return DirectoryEntry.objects.get()


def fields(row: DirectoryEntry, **more: str) -> dict[str, str]:
    given = {
        "name": "Woonbegeleiding De Brug",
        "organisation": "CAW De Brug",
        "description": str(HOUSING["description"]),
        "phone": "015 00 00 10",
        "email": "wonen@brug.example",
        "application_process": str(HOUSING["application_process"]),
        "fees_description": "Gratis.",
        "address_1": "Kade 7",
        "postal_code": "2800",
        "city": "Mechelen",
        "status": "active",
        "seen": actions.mark(row),
        "once": new_id(),
    }
    return given | more


@pytest.mark.parametrize("words", ["woon", "BRUG gratis", "één", "een vraag", "kade mechelen", "welzijn brug"])
def test_one_finds_it_by_any_word_without_accents(town: Town, housing: DirectoryEntry, words: str) -> None:
    page = town.noor.client.post("/team/services", {"words": words}).content.decode()
    if words == "welzijn brug":  # a word of the organisation's own text is no word of the service
        assert "Niets gevonden" in page
        return
    assert "Woonbegeleiding De Brug" in page
    assert 'href="tel:015000010"' in page


def test_an_entry_says_phone_place_and_hours(town: Town, housing: DirectoryEntry) -> None:
    page = strip_tags(town.noor.client.get(f"/team/services/{housing.id}").content.decode())
    for said in (
        "015 00 00 10",
        "015 00 00 11",
        "Huis aan de Dijle, Kade 7, 2800 Mechelen",
        "maandag, woensdag 09:00–12:00",
    ):
        assert said in page


def test_what_the_form_does_not_ask_stays(town: Town, housing: DirectoryEntry) -> None:
    answer = town.greet.client.post(
        f"/team/services/{housing.id}/keep", fields(housing, phone="015 99 99 99", city="Muizen")
    )
    assert answer.status_code == 302
    after = exchange.of(queries.entry(housing.id).document)
    expected = json.loads(json.dumps(HOUSING))
    expected["phones"][0]["number"] = "015 99 99 99"
    expected["service_at_locations"][0]["location"]["addresses"][0]["city"] = "Muizen"
    assert after == expected


def test_kept_unchanged_it_is_the_same_document(town: Town, housing: DirectoryEntry) -> None:
    town.greet.client.post(f"/team/services/{housing.id}/keep", fields(housing))
    assert exchange.of(queries.entry(housing.id).document) == HOUSING


def test_a_new_service_by_hand(town: Town) -> None:
    given = {"name": "Fietspunt <b>", "phone": "0470", "city": "Mechelen", "status": "active", "once": new_id()}
    browser = town.ann.client
    first = browser.post("/team/services/new", given)
    assert browser.post("/team/services/new", given)["Location"] == first["Location"]
    page = browser.get(first["Location"]).content.decode()
    assert "Fietspunt &lt;b&gt;" in page
    assert DirectoryEntry.objects.count() == 1


def test_two_who_keep_it_lose_nothing(town: Town, housing: DirectoryEntry) -> None:
    path = f"/team/services/{housing.id}/keep"
    town.greet.client.post(path, fields(housing, description="De tekst van Greet"))
    answer = town.ann.client.post(path, fields(housing, description="De tekst van Ann"))
    assert answer.status_code == 409
    page = strip_tags(answer.content.decode())
    assert "De tekst van Greet" in page
    assert "De tekst van Ann" in page


def test_what_is_not_offered_now_is_not_found(town: Town, housing: DirectoryEntry) -> None:
    town.greet.client.post(f"/team/services/{housing.id}/keep", fields(housing, status="defunct"))
    assert queries.search("brug") == []
    assert "Dit aanbod is er nu niet" in town.noor.client.get(f"/team/services/{housing.id}").content.decode()


@pytest.mark.parametrize("name", ["noor", "tom", "hilde", "saar"])
def test_others_read_and_do_not_keep(town: Town, housing: DirectoryEntry, name: str) -> None:
    browser = town.people[name].client
    assert browser.get(f"/team/services/{housing.id}").status_code == 200
    for path in ("/team/services/new", "/team/services/file", f"/team/services/{housing.id}/keep"):
        assert browser.get(path).status_code == 404
        assert browser.post(path).status_code == 404


def test_an_address_that_is_no_website_is_no_link(town: Town) -> None:
    actions.bring_in(town.greet.principal, json.dumps([{**HOUSING, "url": "javascript:alert(1)"}]).encode())
    page = town.noor.client.get(f"/team/services/{DirectoryEntry.objects.get().id}").content.decode()
    assert 'href="javascript' not in page
