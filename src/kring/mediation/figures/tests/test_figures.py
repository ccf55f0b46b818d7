"""What mediation counts of itself: each dimension of the yearly report, and a fact that outlives its file (SAN-03)."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from kring.mediation.figures.asking import QUESTIONS, of_year
from kring.mediation.files import actions, ending
from kring.mediation.files.codelists import Form, NotStarted, Referrer, Result, Side, Way, Willing
from kring.mediation.files.content import SideContent
from kring.mediation.testing import CALL, NADIA, Street
from kring.team.clock import today
from kring.vault.models import Fact
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused

AGREED = SideContent(intake_on=today(), willing=Willing.YES.value)


def a_file(street: Street, *, form: str = "", not_started: str = "") -> str:
    street.file = actions.register_call(street.wout.session, CALL, NADIA, once=new_id())
    if form:
        for side in Side:
            street.write(side, AGREED)
        street.decide(replace(CALL, form=form, met_on=today()))
        for side in Side:
            street.write(side, replace(AGREED, result=Result.AGREED.value))
    elif not_started:
        street.decide(replace(CALL, not_started=not_started))
    return street.file


def counted(street: Street) -> dict[str, dict[str, int | None]]:
    found = of_year(street.saar.session, today().year)
    return {one.column: {place[0]: count for place, count in shown.cells.items()} for one, shown in found}


def test_every_dimension_of_the_yearly_report_is_counted_once_a_file(street: Street) -> None:
    for _ in range(8):
        a_file(street, form=Form.SHUTTLE.value)
    for _ in range(7):
        a_file(street, not_started=NotStarted.SOLVED.value)
    for _ in range(5):
        a_file(street)

    found = counted(street)

    assert found["outcome"]["started"] == 8
    assert found["outcome"]["not_started"] == 7
    assert found["way"][Way.PHONE] == found["referrer"][Referrer.POLICE] == 21
    assert found["natures"]["noise"] == 21
    assert found["not_started"][NotStarted.SOLVED] == 7
    assert found["form"][Form.SHUTTLE] == 8
    assert found["result_a"][Result.AGREED] == found["result_b"][Result.AGREED] == 8
    assert sum(one or 0 for one in found["applied_on"].values()) == 21
    assert set(found) == {"applied_on", *(one.column for one in QUESTIONS)}


def test_a_small_number_stays_hidden(street: Street) -> None:
    for _ in range(9):
        a_file(street, form=Form.DIRECT.value)
    a_file(street, form=Form.SHUTTLE.value)
    assert counted(street)["form"][Form.SHUTTLE] is None


def test_san_09_what_was_counted_stays_when_the_file_is_destroyed(street: Street) -> None:
    street.decide(replace(CALL, not_started=NotStarted.B_STOPS.value))
    for _ in range(6):
        a_file(street, not_started=NotStarted.B_STOPS.value)
    before = counted(street)["not_started"]
    ending.end_file(street.open())
    assert counted(street)["not_started"] == before
    assert before[NotStarted.B_STOPS] == 7


def test_a_file_tells_one_fact_however_often_it_is_written(street: Street) -> None:
    assert Fact.objects.count() == 1
    for wish in ("Quiet.", "Sleep."):
        street.write(Side.A, replace(NADIA, wish=wish))
    assert Fact.objects.count() == 1


@pytest.mark.parametrize("who", ["wout", "dries", "greet", "ann", "nobody"])
def test_only_the_statistics_office_counts(street: Street, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(street, who).client
    assert browser.get(reverse("mediation:figures")).status_code in (404, 302)
    if who != "nobody":
        with pytest.raises(Refused):
            of_year(getattr(street, who).session, today().year)


def test_the_page_says_what_is_hidden_and_takes_any_year(street: Street) -> None:
    browser = street.saar.client
    for asked in ("", "?year=2021", "?year=x", "?year=99999", "?year=²"):
        page = browser.get(f"{reverse('mediation:figures')}{asked}")
        assert page.status_code == 200
    assert "verborgen" in browser.get(reverse("mediation:figures")).content.decode()
