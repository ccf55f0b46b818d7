"""A request takes two months more, once, with a reason the person was told within the first month (art. 12(3))."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from kring.privacy.access.testing import a_file, asked
from kring.privacy.requests.models import PersonRequest
from kring.team.testing import Persona, Town
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
ON = date(2021, 3, 1)
WHY = "Het zijn vijf jaren, en twee mappen op papier."


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def send(who: Persona, dossier: str, request: str, **other: Any) -> Any:
    sent = {"once": new_id(), "why": WHY, "told_on": ON.isoformat(), **other}
    return who.client.post(reverse("privacy:longer", args=[dossier, request]), sent)


def read(who: Persona, dossier: str) -> str:
    return " ".join(strip_tags(who.client.get(reverse("privacy:person", args=[dossier])).content.decode()).split())


def test_gdp_07_it_takes_two_months_more_and_says_why(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    before = PersonRequest.objects.get().due_on
    assert before == date(2021, 4, 1)
    assert "Het duurt langer" in read(town.noor, made)
    once = new_id()
    for _ in range(2):
        assert send(town.noor, made, request, once=once).status_code == 302
    assert PersonRequest.objects.get().verified().due_on == date(2021, 6, 1)
    assert f"Twee maanden meer, gezegd op 1 maart: {WHY}" in read(town.joris, made).replace(" 2021", "")


def test_gdp_07_once_and_no_more(town: Town) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    send(town.noor, made, request)
    answer = send(town.joris, made, request, why="Nog eens.")
    assert answer.status_code == 409
    assert "Nog eens." in answer.content.decode()
    assert WHY in answer.content.decode()
    assert PersonRequest.objects.get().due_on == date(2021, 6, 1)


def test_gdp_07_not_after_the_first_month(town: Town, settings: Any) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    settings.KRING_TODAY = date(2021, 4, 2)
    assert "Het duurt langer" not in read(town.noor, made)
    assert send(town.noor, made, request).status_code == 422
    assert PersonRequest.objects.get().due_on == date(2021, 4, 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"why": " "}, "Zeg waarom het langer duurt."),
        ({"told_on": ""}, "Zeg het eerst aan de persoon"),
        ({"told_on": "2021-03-02"}, "Zeg het eerst aan de persoon"),
        ({"told_on": "2021-02-28"}, "Zeg het eerst aan de persoon"),
    ],
)
def test_gdp_07_the_person_hears_it_first(town: Town, wrong: dict[str, str], said: str) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    answer = send(town.noor, made, request, **wrong)
    assert answer.status_code == 422
    assert said in strip_tags(answer.content.decode())
    assert PersonRequest.objects.get().due_on == date(2021, 4, 1)


@pytest.mark.parametrize("who", ["samir", "nele", "greet", "hilde", "ann"])
def test_who_stands_outside_gets_the_one_refusal(town: Town, who: str) -> None:
    made = a_file(town).dossier.id
    request = asked(town.noor, made)
    assert send(town.people[who], made, request).status_code == 404
    assert town.people[who].client.get(reverse("privacy:longer", args=[made, request])).status_code == 404
    assert PersonRequest.objects.get().due_on == date(2021, 4, 1)
