"""What this register counts of itself: Q11 and Q12 answered from its own facts, and from nobody else's (SAN-03)."""

import dataclasses

import pytest
from django.test import Client
from django.urls import reverse

from kring.sanctions.expiry.destroying import expire_due
from kring.sanctions.figures.asking import QUESTIONS, mediators, of_year
from kring.sanctions.figures.content import SanctionTold
from kring.sanctions.files.codelists import Outcome, Sanction
from kring.sanctions.testing import Bench, a_minor, an_adult
from kring.team import clock
from kring.team.clock import months_after, today
from kring.vault.models import Fact
from kring.vault.refusals import Refused

Cells = dict[str, int | None]


def a_file(bench: Bench, outcome: str = "", *, adult: bool = False, sanction: str = "") -> None:
    bench.begin(an_adult() if adult else a_minor())
    if outcome:
        bench.offer()
        bench.report(outcome)
    if sanction:
        bench.decide(sanction, 100 if sanction == Sanction.FINE else 0)


def counted(bench: Bench) -> dict[str, Cells]:
    """Title -> group -> number, of the year the facts of these tests were established in."""
    year = bench.open().person.established_on.year
    found = of_year(bench.saar.session, year)
    return {str(one.title): {place[0]: count for place, count in shown.cells.items()} for one, shown in found}


@pytest.fixture
def year(bench: Bench) -> dict[str, Cells]:
    """Files enough for every group to be shown."""
    for _ in range(8):
        a_file(bench, Outcome.SUCCEEDED, sanction=Sanction.NONE)
    for _ in range(7):
        a_file(bench, Outcome.REFUSED, sanction=Sanction.FINE)
    for _ in range(6):
        a_file(bench, Outcome.FAILED)
    for _ in range(9):
        a_file(bench, adult=True, sanction=Sanction.FINE)
    for _ in range(5):
        a_file(bench)
    return counted(bench)


def by_column(title: int) -> str:
    return str(QUESTIONS[title].title)


def test_q11_how_often_mediation_succeeded_and_a_fine_still_came(year: dict[str, Cells]) -> None:
    offers = year[by_column(3)]
    assert (offers["succeeded"], offers["refused"], offers["failed"]) == (8, 7, 6)
    assert year[by_column(4)]["succeeded"] == 8, "of those that were held"
    after = year[by_column(6)]
    assert (after["fine"], after["open"]) == (7, 6)


def test_q11_how_many_mediators(bench: Bench) -> None:
    assert mediators(today().year) == 2


def test_q12_minors_and_adults_with_result_fines_age_and_facts(year: dict[str, Cells]) -> None:
    assert (year[by_column(1)]["succeeded"], year[by_column(1)]["not_offered"]) == (8, 6)
    assert year[by_column(2)]["not_offered"] == 9
    assert year[by_column(5)]["fine"] == 16
    assert (year[by_column(8)]["minor"], year[by_column(8)]["adult"]) == (27, 9)
    assert (year[by_column(9)]["14-15"], year[by_column(9)]["26+"]) == (27, 9)
    assert year[by_column(10)]["damage"] == 36


def test_q12_the_background_of_the_young_is_in_no_fact(bench: Bench) -> None:
    assert {one.name for one in dataclasses.fields(SanctionTold)} == {
        *("established_on", "nature", "age", "band", "mediation", "service", "sanction"),
    }


def test_a_small_number_stays_hidden(bench: Bench) -> None:
    for _ in range(9):
        a_file(bench, Outcome.SUCCEEDED)
    a_file(bench, Outcome.FAILED)
    assert counted(bench)[by_column(3)]["failed"] is None


def test_a_file_tells_one_fact_which_stays_when_the_file_is_gone(bench: Bench) -> None:
    for _ in range(7):
        a_file(bench, Outcome.SUCCEEDED, sanction=Sanction.NONE)
    for _ in range(6):
        a_file(bench)
    assert Fact.objects.count() == 14
    year, before = bench.open().person.established_on.year, counted(bench)[by_column(0)]
    with clock.on_day(months_after(today(), 61)):
        assert expire_due() == 14
    found = {str(one.title): shown for one, shown in of_year(bench.saar.session, year)}
    assert {place[0]: count for place, count in found[by_column(0)].cells.items()} == before
    assert before["succeeded"] == 7


@pytest.mark.parametrize("who", ["bea", "ines", "greet", "ann", "nobody"])
def test_only_the_statistics_office_counts(bench: Bench, who: str) -> None:
    browser = Client() if who == "nobody" else getattr(bench, who).client
    assert browser.get(reverse("sanctions:figures")).status_code in (404, 302)
    if who != "nobody":
        with pytest.raises(Refused):
            of_year(getattr(bench, who).session, today().year)


def test_the_page_says_what_is_hidden_and_takes_any_year(bench: Bench) -> None:
    browser = bench.saar.client
    for asked in ("", "?year=2021", "?year=x", "?year=99999", "?year=²"):
        assert browser.get(f"{reverse('sanctions:figures')}{asked}").status_code == 200
    page = browser.get(reverse("sanctions:figures")).content.decode()
    assert "Dit jaar is nog niet voorbij" in page
    assert "2 bemiddelaars" in page
