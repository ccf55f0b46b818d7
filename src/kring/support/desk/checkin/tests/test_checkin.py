"""How one's work goes: one question a week, read by the head of service and by who said it, by nobody else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.desk.checkin.sealing import CHECK_IN
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked
from kring.support.testing import a_dossier
from kring.team.testing import Persona, Town
from kring.vault.models import Letter
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db
FRIDAY = date(2021, 3, 5)
PAGE = "/how-is-your-work"
WORDS = "Ik wil twee zware gesprekken voorbereiden, samen met u."


@pytest.fixture(autouse=True)
def _on_friday(settings: Any) -> None:
    settings.KRING_TODAY = FRIDAY


def said(who: Persona, path: str) -> str:
    return " ".join(strip_tags(who.client.get(path).content.decode().replace("<", " <")).split())


def says(who: Persona, room: str, words: str = "", *, seen: str | None = None) -> Any:
    if seen is None:
        seen = re.findall(r'name="seen" value="([^"]*)"', who.client.get(PAGE).content.decode())[0]
    return who.client.post(PAGE, {"room": room, "words": words, "seen": seen})


def letters() -> list[Letter]:
    return list(Letter.objects.filter(kind=CHECK_IN))


def test_it_is_asked_from_friday_to_sunday_until_it_was_said(town: Town, settings: Any) -> None:
    for days, is_asked in ((-1, False), (0, True), (2, True), (3, False)):
        settings.KRING_TODAY = FRIDAY + timedelta(days=days)
        assert ("Hoe zit je werk?" in said(town.noor, "/today")) is is_asked
    settings.KRING_TODAY = FRIDAY
    assert says(town.noor, "right").status_code == 302
    assert "Hoe zit je werk?" not in said(town.noor, "/today")
    assert "Hoe zit je werk?" in said(town.joris, "/today")


def test_the_head_reads_it_and_so_does_who_said_it(town: Town) -> None:
    a_dossier(town, label="Elias T.")
    asked(town.noor.client, "/today")
    assert "Niemand antwoordde de voorbije twee weken." in said(town.greet, "/stand")
    says(town.noor, "too_much", WORDS)
    assert f"Noor Claes · te veel “{WORDS}”" in said(town.greet, "/stand")
    assert f"Je antwoord van 5 maart: te veel “{WORDS}”" in said(town.noor, PAGE)
    assert WORDS not in said(town.joris, PAGE)
    assert asked(town.greet.client, "/stand")[2] <= MOST_QUERIES
    assert asked(town.noor.client, PAGE)[2] <= MOST_QUERIES
    assert sweep() == []


def test_a_new_answer_lies_in_the_place_of_the_one_before(town: Town, settings: Any) -> None:
    a_dossier(town, label="Elias T.")
    asked(town.noor.client, "/today")
    says(town.noor, "too_much", WORDS)
    settings.KRING_TODAY = FRIDAY + timedelta(days=7)
    assert "Noor Claes · te veel · 5 maart" in said(town.greet, "/stand")
    says(town.noor, "right")
    assert len(letters()) == 2
    assert "Noor Claes · net goed" in said(town.greet, "/stand")
    assert WORDS not in said(town.greet, "/stand")
    settings.KRING_TODAY = FRIDAY + timedelta(days=22)
    assert "Niemand antwoordde" in said(town.greet, "/stand")


def test_two_windows_lose_nothing(town: Town) -> None:
    says(town.noor, "right", "van het eerste venster")
    answer = says(town.noor, "room", "van het tweede venster", seen="")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "van het eerste venster" in page
    assert "van het tweede venster" in page
    assert says(town.noor, "right", "van het eerste venster", seen="").status_code == 302, (
        "the same again is no conflict"
    )


@pytest.mark.parametrize(
    ("given", "because"),
    [({"room": ""}, "Dit veld is verplicht."), ({"room": "zeven"}, ""), ({"room": "right", "words": "a" * 301}, "")],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(town: Town, given: dict[str, str], because: str) -> None:
    page = town.noor.client.post(PAGE, {"words": WORDS, "seen": ""} | given).content.decode()
    assert 'aria-invalid="true"' in page
    assert given.get("words", WORDS) in page
    assert not letters()


def test_who_does_no_casework_is_not_asked(town: Town) -> None:
    nothing = town.greet.client.get("/nothing-here").status_code
    for who in (town.greet, town.ann):
        assert who.client.get(PAGE).status_code == nothing
        assert who.client.post(PAGE, {"room": "right", "words": "", "seen": ""}).status_code == nothing
    assert not letters()
