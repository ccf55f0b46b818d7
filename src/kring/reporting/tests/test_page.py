"""The page of the figures: who reads, who counts, who freezes, and one refusal for everybody else."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from kring.reporting import actions
from kring.reporting.models import Answer
from kring.reporting.tests.conftest import ON
from kring.team.testing import Town

PAGE = reverse("reporting:council_answer")
FREEZE = reverse("reporting:freeze")
SECRET = ("74", "41", "35")


def cells(body: str) -> list[str]:
    """The last cell of each line of the table."""
    lines = body.split("<tr>")[2:]
    return [line.rsplit("<td", 1)[1].split(">", 1)[1].split("<", 1)[0] for line in lines]


def test_the_head_of_service_reads_the_public_table(town: Town) -> None:
    actions.freeze(town.saar.session, ON)
    body = town.greet.client.get(PAGE).content.decode()
    assert cells(body).count("verborgen") == 3
    assert "126" in cells(body)
    assert "276" in cells(body)
    assert not set(SECRET) & set(cells(body))
    assert "Bevries" not in body


def test_and_the_internal_one_on_asking(town: Town) -> None:
    actions.freeze(town.saar.session, ON)
    body = town.greet.client.get(PAGE, {"on": "2021-03-01", "audience": "internal"}).content.decode()
    assert set(SECRET) <= set(cells(body))
    assert "niet in de openbare versie" in body


def test_before_freezing_the_head_of_service_sees_that_there_is_nothing(town: Town) -> None:
    body = town.greet.client.get(PAGE, {"on": "2021-03-01"}).content.decode()
    assert "Geen bevroren antwoord" in body
    assert "276" not in strip_tags(body)


def test_the_statistics_officer_sees_a_draft_and_freezes(town: Town) -> None:
    browser = town.saar.client
    draft = browser.get(PAGE, {"on": "2021-03-01"}).content.decode()
    assert "nog niet bevroren" in draft
    assert "Bevries" in draft
    assert not Answer.objects.exists()
    answer = browser.post(FREEZE, {"on": "2021-03-01"}, follow=True)
    assert "cijfers bevroren" in answer.content.decode()
    assert Answer.objects.get().on == ON


@pytest.mark.parametrize("who", ["noor", "tom", "nele", "bart", "hilde", "karel", "ann", "wout"])
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_everybody_else_gets_the_refusal(town: Town, who: str, audience: str) -> None:
    actions.freeze(town.saar.session, ON)
    answer = town.people[who].client.get(PAGE, {"on": "2021-03-01", "audience": audience})
    assert answer.status_code == 404
    assert "276" not in strip_tags(answer.content.decode())


@pytest.mark.parametrize("who", ["greet", "noor", "ann"])
def test_only_the_statistics_office_freezes(town: Town, who: str) -> None:
    assert town.people[who].client.post(FREEZE, {"on": "2021-03-01"}).status_code == 404
    assert not Answer.objects.exists()
    actions.freeze(town.saar.session, ON)
    assert town.people[who].client.post(FREEZE, {"on": "2021-03-01"}).status_code == 404


def test_nobody_signed_in_is_sent_to_the_door(town: Town) -> None:
    assert Client().get(PAGE).status_code == 302


@pytest.mark.parametrize("asked", [{"on": "2021-03-16"}, {"on": "nonsense"}, {"on": "2021-03-01", "audience": "all"}])
def test_odd_questions_get_a_page(town: Town, asked: dict[str, str]) -> None:
    browser = town.saar.client
    assert browser.get(PAGE, asked).status_code == 200
    assert browser.post(FREEZE, asked).status_code == 302


def test_a_day_to_come_is_not_frozen(town: Town) -> None:
    town.saar.client.post(FREEZE, {"on": "2021-03-16"})
    assert not Answer.objects.exists()


def test_looking_changes_nothing(town: Town) -> None:
    """Freezing asks for a form that was sent."""
    assert town.saar.client.get(FREEZE, {"on": "2021-03-01"}).status_code == 302
    assert not Answer.objects.exists()


def test_in_french_and_english(town: Town) -> None:
    actions.freeze(town.saar.session, ON)
    browser = town.greet.client
    assert "masqué" in browser.get(PAGE, headers={"accept-language": "fr"}).content.decode()
    assert "withheld" in browser.get(PAGE, headers={"accept-language": "en"}).content.decode()


def test_at_most_eight_queries(town: Town, django_assert_max_num_queries: object) -> None:
    actions.freeze(town.saar.session, ON)
    browser = town.greet.client
    browser.get(PAGE)
    with django_assert_max_num_queries(8):  # type: ignore[operator]  # a fixture of pytest-django
        browser.get(PAGE, {"on": "2021-03-01", "audience": "public"})


def test_an_old_day_has_its_own_answer(town: Town) -> None:
    actions.freeze(town.saar.session, date(2018, 1, 1))
    body = town.greet.client.get(PAGE, {"on": "2018-01-01"}).content.decode()
    assert "1 januari 2018" in body
