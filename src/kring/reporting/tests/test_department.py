"""How the team stands, for the head of department: frozen tables as everybody may read them, no colleague in them."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from kring.reporting import actions
from kring.reporting.models import Answer
from kring.reporting.tests.conftest import ON
from kring.team.testing import OUTREACHERS, PEOPLE, Town
from kring.vault.rows import unguarded

PAGE = reverse("reporting:department")
SMALL = ("74", "41", "35")


def said(town: Town) -> str:
    body = town.bart.client.get(PAGE).content.decode()
    return " ".join(strip_tags(body.partition("<main")[2].replace("<", " <")).split())


def test_before_anything_was_frozen_there_is_nothing_and_nothing_is_counted(town: Town) -> None:
    assert "Er is nog geen cijfer bevroren" in said(town)
    assert not Answer.objects.exists()


def test_the_frozen_table_without_what_is_withheld_and_without_a_colleague(town: Town) -> None:
    actions.freeze(town.saar.session, ON)
    page = said(town)
    assert "Op 1 maart 2021 liepen er 276 dossiers" in page
    assert page.count("verborgen") == 3 + len(["Wat verborgen is, ..."])
    assert "126" in page.split()
    assert not set(SMALL) & set(page.split())
    assert not [name for name in OUTREACHERS if PEOPLE[name][0] in page]
    assert "gestart op 1 februari 2021" in page, "its 0 is no failure"


def test_days_before_stand_beside_it(town: Town) -> None:
    for on in (date(2020, 12, 1), ON):
        actions.freeze(town.saar.session, on)
    page = said(town)
    assert page.index("1 maart 2021") < page.index("1 december 2020")


def test_a_table_that_was_changed_outside_kring_hides_no_other(town: Town) -> None:
    for on in (date(2020, 12, 1), ON):
        actions.freeze(town.saar.session, on)
    newest = Answer.objects.get(on=ON)
    unguarded(Answer).filter(id=newest.id).update(public=newest.public.replace("276", "999"))
    page = said(town)
    assert "999" not in page
    assert "Op 1 december 2020" in page


@pytest.mark.parametrize("who", ["noor", "greet", "saar", "hilde", "karel", "ann", "wout", "nele"])
def test_everybody_else_hears_what_is_said_of_a_page_that_is_not_there(town: Town, who: str) -> None:
    actions.freeze(town.saar.session, ON)
    answer = town.people[who].client.get(PAGE)
    assert answer.status_code == 404
    assert "276" not in answer.content.decode()


def test_the_head_of_department_finds_it(town: Town) -> None:
    assert PAGE in town.bart.client.get(PAGE).content.decode()


def test_few_queries_however_many_days(town: Town) -> None:
    def asked() -> int:
        browser: Any = town.bart.client
        with CaptureQueriesContext(connection) as found:
            browser.get(PAGE)
        return len(found)

    actions.freeze(town.saar.session, ON)
    one = asked()
    for month in range(1, 6):
        actions.freeze(town.saar.session, date(2020, month, 1))
    assert asked() == one <= 8
