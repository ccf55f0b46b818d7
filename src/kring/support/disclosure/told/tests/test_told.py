"""What left the circle, on one page: to whom, why, whether it still opens; a day alone without a key: SEC-04."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.consultation.testing import BOUND, ROOM, Table, a_table
from kring.support.dossier.actions import add_co_worker
from kring.support.dossier.models import Dossier
from kring.support.dossier.opening import opening
from kring.support.plan.testing import a_question, an_action
from kring.team.clock import on_day, today
from kring.team.testing import Persona, Town
from kring.vault.acts import acting

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
"""Session and dossier four, what was told and the tables one, keys of it, links and names one each."""
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


def page(who: Persona, dossier: str) -> str:
    return strip_tags(who.client.get(f"/dossiers/{dossier}/passed-on").content.decode())


def test_lines_for_a_guest_stand_there_with_their_ground_and_their_end(town: Town) -> None:
    table = a_table(town)
    table.give(table.seat())
    shown = page(town.noor, table.dossier)
    for told in ("Katrien Lens, De Brug", ROOM, "akkoord van de cliënt", "achter een link", "De cliënt weet het."):
        assert told in shown
    assert "gaat open tot" in shown
    assert "Iemand aan tafel" in shown


def test_taken_back_or_over_it_opens_no_more_and_the_record_stays(town: Town) -> None:
    with on_day(date(2021, 3, 1)):
        table = a_table(town)
        table.give(table.seat(), until=date(2021, 3, 10))
    with on_day(date(2021, 3, 11)):
        shown = page(town.noor, table.dossier)
    assert ROOM in shown
    assert "gaat niet meer open" in shown


def test_sec_04_who_has_no_key_of_a_record_sees_its_day_alone(town: Town) -> None:
    table = a_table(town)
    table.give(table.seat())
    _let_along(town, table)
    shown = page(town.fatma, table.dossier)
    assert "Er werd iets meegedeeld" in shown
    assert ROOM not in shown
    assert "Katrien" not in shown


@pytest.mark.parametrize("who", ["samir", "nele", "greet", "hilde", "ann"])
def test_who_stands_outside_gets_the_one_refusal(town: Town, who: str) -> None:
    table = a_table(town)
    assert town.people[who].client.get(f"/dossiers/{table.dossier}/passed-on").status_code == 404


def test_a_question_to_an_owner_stands_among_the_links_and_ends_with_the_dossier(town: Town) -> None:
    table = a_table(town)
    dossier = Dossier.objects.get(id=table.dossier)
    a_question(town.noor, dossier, an_action(town.noor, dossier), "lindeboom")
    assert "Een vraag aan wie een actie doet" in page(town.noor, table.dossier)
    sent = {"once": "x", "reason": "together", "talk_on": today().isoformat()}
    assert town.noor.client.post(f"/dossiers/{table.dossier}/closing", sent).status_code == 302
    assert "Een vraag aan wie een actie doet" not in page(town.noor, table.dossier)


def test_nothing_left_says_so(town: Town) -> None:
    assert "Er is niets meegedeeld" in page(town.noor, a_table(town).dossier)


@pytest.mark.parametrize("guests", [1, 10])
def test_few_queries_whatever_was_told(town: Town, guests: int) -> None:
    table = a_table(town)
    for number in range(guests):
        table.give(table.seat(**{**BOUND, "name": f"Dirk {number}", "email": f"d{number}@caw.example"}))
    browser, path = town.noor.client, f"/dossiers/{table.dossier}/passed-on"
    browser.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    asked = [one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
    assert len(asked) <= MOST_QUERIES, asked


def _let_along(town: Town, table: Table) -> None:
    opened = opening(town.noor.session, table.dossier, act="test.along", parts=["minutes"])
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, opened.keys, opened.dossier, town.fatma.principal, from_on=today())
