"""GDP-06: who was written down on the word of somebody else is told, on a day and in a way, or it waits."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.dossier.actions import OpenedDossier, add_co_worker, close_dossier
from kring.support.dossier.content import Identity
from kring.support.dossier.models import Dossier, Task
from kring.support.dossier.opening import opening
from kring.support.dossier.telling import actions, rules
from kring.support.dossier.telling.content import Telling, Waits, Way
from kring.support.dossier.telling.models import TellingRecord
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.refusals import Conflict, Refused

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
"""Transaction control and the journal entry."""
DUE, LATER = date(2021, 4, 1), date(2021, 5, 3)


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON + timedelta(days=9)


@pytest.fixture
def robin(town: Town) -> OpenedDossier:
    """A dossier of Noor, with Joris as deputy; the school told who he is."""
    return a_dossier(town, label="Robin V.", identity=Identity("Robin Vermeulen"))


def path(robin: OpenedDossier, more: str = "") -> str:
    return f"/dossiers/{robin.dossier.id}/telling{more}"


def tell(browser: Client, robin: OpenedDossier, **more: str) -> Any:
    given = {"on": "2021-03-08", "way": "steps", "present": "zijn zus", "seen": "0", "once": new_id()}
    return browser.post(path(robin), given | more)


def wait(browser: Client, robin: OpenedDossier, **more: str) -> Any:
    given = {"waits": "not_safe", "words": "Vader leest mee.", "again_on": LATER.isoformat(), "seen": "0"}
    return browser.post(path(robin, "/later"), {"once": new_id()} | given | more)


def said(answer: Any) -> str:
    return strip_tags(answer.content.decode())


def task(robin: OpenedDossier) -> Task:
    return Task.objects.get(dossier=robin.dossier).verified()


def test_gdp_06_told_on_a_day_and_in_a_way_ends_the_task(town: Town, robin: OpenedDossier) -> None:
    assert task(robin).due_on == DUE
    page = town.noor.client.get(path(robin))
    assert "Ik heb het verteld" in said(page)
    assert "Hierover is nog niets opgeschreven" in said(page)
    assert "Ten laatste op 1 april 2021." in said(page)
    assert tell(town.noor.client, robin).status_code == 302
    assert (task(robin).done_on, task(robin).due_on) == (date(2021, 3, 8), DUE)
    text = said(town.joris.client.get(path(robin)))
    for words in ("Verteld op 8 maart 2021", "In stappen", "ook erbij: zijn zus", "Noor", "Nu niets te vertellen"):
        assert words in text
    kept = opening(town.joris.session, robin.dossier.id, act="test", parts=["journal"])
    [record] = TellingRecord.objects.all()
    expected = Telling(date(2021, 3, 8), town.noor.principal, Way.STEPS, "zijn zus")
    assert kept.keys.open(record, Telling) == expected


def test_gdp_06_not_yet_safe_moves_the_task_to_the_day_one_looks_again(town: Town, robin: OpenedDossier) -> None:
    assert wait(town.noor.client, robin).status_code == 302
    assert (task(robin).done_on, task(robin).due_on) == (None, LATER)
    text = said(town.noor.client.get(path(robin)))
    for words in ("Nog niet verteld", "Het is nog niet veilig", "Vader leest mee.", "kijk opnieuw op 3 mei 2021"):
        assert words in text
    assert tell(town.joris.client, robin, seen="1").status_code == 302
    assert task(robin).done_on == date(2021, 3, 8)
    assert TellingRecord.objects.count() == 2


@pytest.mark.parametrize("why", list(rules.WAITING))
def test_gdp_06_every_exception_has_a_day_to_look_again(town: Town, robin: OpenedDossier, why: Waits) -> None:
    assert wait(town.noor.client, robin, waits=why.value, again_on="").status_code == 200
    assert task(robin).due_on == DUE
    assert wait(town.noor.client, robin, waits=why.value).status_code == 302
    assert task(robin).due_on == LATER


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": "2021-03-11"}, "Deze dag moet nog komen."),
        ({"on": ""}, "Op welke dag heb je het verteld?"),
        ({"way": ""}, "Kies op welke manier."),
        ({"way": "shouting"}, "Kies één van de mogelijkheden op deze pagina."),
    ],
)
def test_gdp_06_what_does_not_fit_comes_back_with_what_was_typed(
    town: Town, robin: OpenedDossier, typed: dict[str, str], sentence: str
) -> None:
    answer = tell(town.noor.client, robin, **typed)
    assert sentence in said(answer)
    assert 'value="zijn zus"' in answer.content.decode()
    assert (task(robin).done_on, TellingRecord.objects.count()) == (None, 0)


@pytest.mark.parametrize("day", ["2021-03-10", "2021-03-01"])
def test_gdp_06_the_day_one_looks_again_lies_ahead(town: Town, robin: OpenedDossier, day: str) -> None:
    answer = wait(town.noor.client, robin, again_on=day)
    assert "Kies een dag die nog komt" in said(answer)
    assert "Vader leest mee." in said(answer)
    assert (task(robin).due_on, TellingRecord.objects.count()) == (DUE, 0)


def test_gdp_06_the_same_form_twice_writes_once(town: Town, robin: OpenedDossier) -> None:
    assert [tell(town.noor.client, robin, once="a").status_code for _twice in range(2)] == [302, 302]
    assert TellingRecord.objects.count() == 1


def test_gdp_06_who_comes_second_sees_both_and_puts_it_beside(town: Town, robin: OpenedDossier) -> None:
    tell(town.noor.client, robin)
    late = tell(town.joris.client, robin, way="phone", present="zijn tante", on="2021-03-09")
    text = late.content.decode()
    assert (late.status_code, TellingRecord.objects.count()) == (409, 1)
    assert "Een collega schreef dit intussen ook op" in said(late)
    assert text.index("zijn zus") < text.index("zijn tante")
    assert town.joris.client.post(path(robin), late.context["told"].data).status_code == 302
    assert (TellingRecord.objects.count(), task(robin).done_on) == (2, date(2021, 3, 8))


def test_gdp_06_what_was_told_meanwhile_waits_no_more(town: Town, robin: OpenedDossier) -> None:
    tell(town.noor.client, robin)
    late = wait(town.joris.client, robin)
    assert late.status_code == 409
    for words in ("Een collega heeft het intussen verteld", "ook erbij: zijn zus", "Vader leest mee."):
        assert words in said(late)
    assert town.joris.client.post(path(robin, "/later"), late.context["waits"].data).status_code == 409
    assert (TellingRecord.objects.count(), task(robin).done_on) == (1, date(2021, 3, 8))


def test_gdp_06_a_wait_written_meanwhile_stands_beside_it(town: Town, robin: OpenedDossier) -> None:
    wait(town.noor.client, robin)
    opened = actions.enter(town.joris.session, robin.dossier.id, act="test")
    telling = Telling(ON, town.joris.principal, Way.TALK)
    with pytest.raises(Conflict):
        actions.write(opened, telling, seen=0, once="b")
    assert (task(robin).done_on, TellingRecord.objects.count()) == (None, 1)
    actions.write(opened, telling, seen=1, once="b")
    assert task(robin).done_on == ON


def test_gdp_06_both_places_that_ask_lead_there(town: Town, robin: OpenedDossier, settings: Any) -> None:
    settings.KRING_TODAY = DUE
    for page in ("/today", f"/dossiers/{robin.dossier.id}"):
        assert path(robin) in town.noor.client.get(page).content.decode()
    wait(town.noor.client, robin)
    assert "Vertel het in je eerste gesprek" not in said(town.noor.client.get("/today"))
    settings.KRING_TODAY = LATER
    assert "Vertel het in je eerste gesprek" in said(town.noor.client.get("/today"))


def test_gdp_06_what_the_client_told_needs_no_telling(town: Town) -> None:
    one = a_dossier(town, identity=Identity("Robin"), told_by_client=True)
    assert "Nu niets te vertellen" in said(town.noor.client.get(path(one)))
    assert tell(town.noor.client, one).status_code == 404
    assert TellingRecord.objects.count() == 0


def test_gdp_06_in_a_dossier_that_is_silent_nothing_is_to_tell(town: Town, robin: OpenedDossier) -> None:
    with acting("test.close", by=town.noor.principal) as act:
        close_dossier(act, robin.keys, robin.dossier, ON, silent=True)
    assert "Nu niets te vertellen" in said(town.noor.client.get(path(robin)))
    assert [tell(town.noor.client, robin).status_code, wait(town.noor.client, robin).status_code] == [404, 404]
    assert (task(robin).done_on, TellingRecord.objects.count()) == (None, 0)


@pytest.mark.parametrize("who", ["fatma", "samir", "greet", "ann", "hilde"])
def test_gdp_06_only_holder_and_deputy_and_refusals_are_alike(town: Town, robin: OpenedDossier, who: str) -> None:
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, robin.keys, robin.dossier, town.fatma.principal, from_on=ON)
    browser = town.people[who].client
    absent = browser.get(f"/dossiers/{new_id()}/telling")
    answers = [browser.get(path(robin)), tell(browser, robin), wait(browser, robin)]
    assert {one.status_code for one in [absent, *answers]} == {404}
    assert said(answers[0]) == said(absent)
    assert (task(robin).done_on, TellingRecord.objects.count()) == (None, 0)
    if who == "fatma":
        assert path(robin) not in browser.get(f"/dossiers/{robin.dossier.id}").content.decode()


def test_gdp_06_whose_key_of_it_was_taken_is_asked_nothing(town: Town, robin: OpenedDossier) -> None:
    assert wait(town.noor.client, robin).status_code == 302
    with acting("test.withdraw", by=town.noor.principal) as act:
        sharing.withdraw(act, bundle=robin.dossier.id, parts=["journal"], holder=town.joris.principal)
    assert path(robin) not in town.joris.client.get(f"/dossiers/{robin.dossier.id}").content.decode()
    answers = [town.joris.client.get(path(robin)), tell(town.joris.client, robin), wait(town.joris.client, robin)]
    assert [one.status_code for one in answers] == [404, 404, 404]
    assert TellingRecord.objects.count() == 1


def test_gdp_06_a_dossier_that_was_passed_on_meanwhile_is_told_by_who_carries_it_now(
    town: Town, robin: OpenedDossier
) -> None:
    opened = actions.enter(town.noor.session, robin.dossier.id, act="test")
    with acting("test.pass_on", by=town.noor.principal) as act:
        act.change(Dossier.objects.get(id=robin.dossier.id), holder=town.fatma.principal)
    with pytest.raises(Refused):
        actions.write(opened, Telling(ON, town.noor.principal, Way.TALK), seen=0, once="a")
    assert (task(robin).done_on, TellingRecord.objects.count()) == (None, 0)


def test_gdp_06_nothing_of_it_stands_in_the_clear(town: Town, robin: OpenedDossier) -> None:
    wait(town.noor.client, robin)
    assert {field.name for field in TellingRecord._meta.concrete_fields} == {
        *("id", "lock", "lock_version", "revision", "blob", "dossier")
    }
    assert b"Vader" not in bytes(TellingRecord.objects.get().blob)


def test_gdp_06_the_page_asks_few_questions_however_much_was_written(town: Town, robin: OpenedDossier) -> None:
    browser, counts = town.noor.client, []
    for seen in range(3):
        wait(browser, robin, seen=str(seen))
        browser.get(path(robin))  # keys are kept under one's own ring when first used
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(path(robin)).status_code == 200
        counts.append(len([one for one in asked if not any(word in one["sql"] for word in HOUSEKEEPING)]))
    assert counts == [7, 7, 7]
