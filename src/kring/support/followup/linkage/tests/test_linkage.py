"""Noor goes along with Robin to a service; three months later she is asked whether it still runs."""

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kring.support.dossier.actions import OpenedDossier, close_dossier
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Task
from kring.support.followup.linkage.content import OnwardReferral, StillRuns
from kring.support.followup.linkage.models import OnwardReferralRecord
from kring.support.testing import a_dossier
from kring.team.services import actions as services
from kring.team.services.models import DirectoryEntry
from kring.team.services.tests.examples import HOUSING
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.models import Fact
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db
THREE_MONTHS = date(2021, 6, 3)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = date(2021, 3, 3)


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor, with Joris as deputy."""
    return a_dossier(town, identity=Identity("Robin Vermeulen", "Rob"))


def refer(browser: Client, opened: OpenedDossier, **more: str) -> Any:
    given = {
        "service": "inloophuis",
        "organisation": "Buurtwerk",
        "request": "Robin zoekt een plek om te koken.",
        "went_along": "yes",
        "agreed_with": "Els van het onthaal",
        "on": "2021-03-03",
        "once": new_id(),
    }
    return browser.post(f"/dossiers/{opened.dossier.id}/linkages", given | more)


def answer(browser: Client, opened: OpenedDossier, runs: str, *, revision: int = 1, words: str = "") -> Any:
    record = OnwardReferralRecord.objects.get()
    given = {"runs": runs, "words": words, "revision": str(revision), "once": new_id()}
    return browser.post(f"/dossiers/{opened.dossier.id}/linkages/{record.id}", given)


def page(browser: Client, opened: OpenedDossier) -> str:
    return strip_tags(browser.get(f"/dossiers/{opened.dossier.id}/linkages").content.decode())


def test_going_along_brings_a_question_after_three_months(town: Town, robin: OpenedDossier) -> None:
    assert refer(town.noor.client, robin).status_code == 302
    task = Task.objects.get(kind=Task.Kind.LINKAGE_RUNS)
    assert (task.person, task.due_on, task.done_on) == (town.noor.principal, THREE_MONTHS, None)
    said = page(town.noor.client, robin)
    for words in (
        "inloophuis · Buurtwerk",
        "er ging iemand mee",
        "afgesproken met Els van het onthaal",
        "een plek om te koken",
    ):
        assert words in said
    assert "We vragen op" in said


def test_an_address_that_was_given_is_not_asked_after(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin, went_along="no")
    assert not Task.objects.filter(kind=Task.Kind.LINKAGE_RUNS).exists()
    assert "het adres is gegeven" in page(town.noor.client, robin)


@pytest.mark.parametrize("runs", list(StillRuns))
def test_unknown_is_an_answer_too(town: Town, robin: OpenedDossier, settings: Any, runs: StillRuns) -> None:
    refer(town.noor.client, robin)
    settings.KRING_TODAY = THREE_MONTHS
    assert answer(town.noor.client, robin, runs.value, words="hij kookt er").status_code == 302
    assert Task.objects.get(kind=Task.Kind.LINKAGE_RUNS).done_on == THREE_MONTHS
    assert "hij kookt er" in page(town.joris.client, robin)


def test_the_question_itself_comes_on_its_day(town: Town, robin: OpenedDossier, settings: Any) -> None:
    refer(town.noor.client, robin)
    assert "Je hebt het al" not in page(town.noor.client, robin)
    settings.KRING_TODAY = THREE_MONTHS
    assert "Loopt het nog?" in page(town.noor.client, robin)


def test_sent_twice_it_is_one_and_other_words_are_another(town: Town, robin: OpenedDossier) -> None:
    once, browser = new_id(), town.noor.client
    for _ in range(2):
        assert refer(browser, robin, once=once).status_code == 302
    assert OnwardReferralRecord.objects.count() == 1
    refer(browser, robin, once=once, request="Iets anders.")
    assert OnwardReferralRecord.objects.count() == 2


def test_two_who_answer_lose_no_word(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin)
    answer(town.noor.client, robin, "yes", words="de woorden van Noor")
    late = answer(town.joris.client, robin, "no", words="de woorden van Joris")
    assert "de woorden van Noor" in strip_tags(late.content.decode())
    [row] = OnwardReferralRecord.objects.all()
    assert row.revision == 2


def test_a_half_filled_form_comes_back_with_what_was_typed(town: Town, robin: OpenedDossier) -> None:
    answer = refer(town.noor.client, robin, service="", request="Een lang verhaal over koken")
    assert answer.status_code == 200
    assert "Een lang verhaal over koken" in answer.content.decode()
    assert "Zeg naar welke dienst" in answer.content.decode()
    assert not OnwardReferralRecord.objects.exists()


def test_a_service_of_the_directory_is_found_and_taken_over(town: Town, robin: OpenedDossier) -> None:
    services.bring_in(town.greet.principal, json.dumps([HOUSING]).encode())
    browser, entry = town.noor.client, DirectoryEntry.objects.get()
    found = refer(browser, robin, service="brug", look="1", request="nog niet af").content.decode()
    assert "Woonbegeleiding De Brug · CAW De Brug" in found
    assert "nog niet af" in found
    refer(browser, robin, service="brug", entry=entry.id, organisation="")
    assert "Woonbegeleiding De Brug · CAW De Brug" in page(browser, robin)
    record = OnwardReferralRecord.objects.get()
    letter = browser.get(f"/dossiers/{robin.dossier.id}/letters/referral?of={record.id}").content.decode()
    for words in ("CAW De Brug", "Robin zoekt een plek om te koken.", "Rob weet dat u deze brief krijgt"):
        assert words in strip_tags(letter)


def test_the_row_tells_nothing_and_only_the_plan_opens_it(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin)
    row = OnwardReferralRecord.objects.get()
    assert b"inloophuis" not in bytes(row.blob)
    with pytest.raises(Refused):
        robin.keys.open(row, OnwardReferral)
    for name in ("tom", "greet", "ann", "nele", "samir"):
        browser = town.people[name].client
        assert browser.get(f"/dossiers/{robin.dossier.id}/linkages").status_code == 404
        assert refer(browser, robin).status_code == 404
        assert answer(browser, robin, "yes").status_code == 404


def test_after_a_half_answer_the_other_form_still_refers(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin)
    half = answer(town.noor.client, robin, "").content.decode()
    assert "is ook een antwoord" in half
    assert f'action="/dossiers/{robin.dossier.id}/linkages"' in half


def test_of_another_dossier_it_is_the_one_refusal(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin)
    other = a_dossier(town)
    assert answer(town.noor.client, other, "yes").status_code == 404
    letter = town.noor.client.get(
        f"/dossiers/{other.dossier.id}/letters/referral?of={OnwardReferralRecord.objects.get().id}"
    )
    assert "Buurtwerk" not in letter.content.decode()


def test_after_a_death_nothing_is_asked_any_more(town: Town, robin: OpenedDossier) -> None:
    refer(town.noor.client, robin)
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, date(2021, 4, 1), silent=True)
    said = page(town.noor.client, robin)
    assert "Loopt het nog?" not in said
    assert answer(town.noor.client, robin, "yes").status_code == 404
    kept = refer(town.noor.client, robin, request="Deze woorden blijven staan").content.decode()
    assert "Jouw woorden staan hier nog" in kept


def test_linkages_held_is_a_fact_nobody_here_reads(town: Town, robin: OpenedDossier) -> None:
    before = Fact.objects.count()
    refer(town.noor.client, robin, went_along="no")
    assert Fact.objects.count() == before
    OnwardReferralRecord.objects.all()
    refer(town.noor.client, robin)
    assert Fact.objects.count() == before + 1
    record = OnwardReferralRecord.objects.exclude(task="").get()
    given = {"runs": "unknown", "words": "", "revision": "1", "once": new_id()}
    town.noor.client.post(f"/dossiers/{robin.dossier.id}/linkages/{record.id}", given)
    assert Fact.objects.count() == before + 1


@pytest.mark.parametrize("on", ["9999-12-31", "0001-01-01"])
def test_a_day_nobody_can_mean_comes_back_as_it_was_typed(town: Town, robin: OpenedDossier, on: str) -> None:
    answer = refer(town.noor.client, robin, on=on)
    assert answer.status_code == 200
    assert "Kies een dag, zoals 9 maart 2026." in answer.content.decode()
    assert f'value="{on}"' in answer.content.decode()
    assert not OnwardReferralRecord.objects.exists()


def test_an_answer_ends_no_question_of_another_dossier(town: Town, robin: OpenedDossier) -> None:
    """Which task asks stands in the clear: who writes in the database names another, and silences nobody with it."""
    kim = a_dossier(town, label="Kim")
    for one in (robin, kim):
        refer(town.noor.client, one)
    task = OnwardReferralRecord.objects.get(dossier=kim.dossier).task
    record = OnwardReferralRecord.objects.get(dossier=robin.dossier)
    unguarded(OnwardReferralRecord).filter(id=record.id).update(task=task)
    given = {"runs": "yes", "words": "", "revision": "1", "once": new_id()}
    town.noor.client.post(f"/dossiers/{robin.dossier.id}/linkages/{record.id}", given)
    assert Task.objects.get(id=task).done_on is None
