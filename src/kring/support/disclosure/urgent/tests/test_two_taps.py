"""Told in haste: kept at two taps, reminded of without a word of it, completed with the same questions (SEC-04)."""

import re
from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.disclosure.testing import JANA, a_told_dossier, filled, hurry
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.content import Disclosed
from kring.support.dossier.disclosing.grounds import Ground, Recipient
from kring.support.dossier.models import Disclosure, Task
from kring.team.testing import PASSWORD, Persona, Town
from kring.vault import sessions
from kring.vault.models import SessionKey

pytestmark = pytest.mark.django_db
ON, BY, LATE = date(2021, 3, 1), date(2021, 3, 4), date(2021, 3, 5)
REMINDER = "Vul aan wat je dringend vertelde"


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def told_by(who: Persona, dossier: str) -> Disclosed:
    [(_row, told)] = disclosures.disclosures(who.session, dossier)
    assert told
    return told


def complete(who: Persona, dossier: str, **other: Any) -> Any:
    [row] = Disclosure.objects.all()
    return who.client.post(f"/dossiers/{dossier}/passed-on/{row.id}", filled(Ground.NECESSITY, **other))


def today(who: Persona) -> str:
    return strip_tags(who.client.get("/today").content.decode())


def test_two_taps_keep_it_with_a_task_of_three_working_days(town: Town) -> None:
    robin = a_told_dossier(town).id
    assert hurry(town.noor, robin).status_code == 302
    told = told_by(town.noor, robin)
    assert (told.way, told.kind, told.at_once, told.words) == ("urgent", "emergency", "life", "Hij viel.")
    [task] = Task.objects.filter(kind="complete_disclosure")
    assert (task.person, task.due_on, task.done_on) == (town.noor.principal, BY, None)
    shown = strip_tags(town.noor.client.get(f"/dossiers/{robin}/passed-on").content.decode())
    assert "dringend verteld" in shown
    assert "“Hij viel.”" in shown


def test_the_same_taps_twice_are_one(town: Town) -> None:
    robin = a_told_dossier(town).id
    for _ in range(2):
        hurry(town.noor, robin, once="same")
    assert Disclosure.objects.count() == Task.objects.filter(kind="complete_disclosure").count() == 1


@pytest.mark.parametrize("missing", ["kind", "now"])
def test_one_tap_is_not_enough_and_the_words_stay(town: Town, missing: str) -> None:
    robin = a_told_dossier(town).id
    answer = hurry(town.noor, robin, **{missing: ""})
    assert answer.status_code == 200
    assert "Hij viel." in answer.content.decode()
    assert not Disclosure.objects.exists()


def test_told_twice_in_haste_the_dossier_reminds_of_it_once_and_leads_there(town: Town) -> None:
    robin = a_told_dossier(town).id
    for once in ("one", "two"):
        hurry(town.noor, robin, once=once)
    page = town.noor.client.get(f"/dossiers/{robin}").content.decode()
    assert strip_tags(page).count(REMINDER) == 1
    assert f"{REMINDER} (2 keer)" in strip_tags(page)
    assert f'href="/dossiers/{robin}/passed-on"' in page.split("(2 keer)")[1].split("</section>")[0]


def test_the_client_is_told_of_no_lines_where_none_were_copied(town: Town) -> None:
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    page = strip_tags(town.noor.client.get(f"/dossiers/{robin}/person/looked").content.decode())
    [line] = [one.strip() for one in page.split("Wat gedeeld werd")[1].splitlines() if "2021" in one or "maart" in one]
    assert line.endswith("1 maart 2021 · dringend verteld")
    assert "lijn" not in line


def test_today_reminds_of_it_without_a_word_and_says_when_it_is_late(town: Town, settings: Any) -> None:
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    settings.KRING_TODAY = BY
    shown = today(town.noor)
    assert REMINDER in shown
    assert "Hij viel" not in shown
    settings.KRING_TODAY = LATE
    late = today(town.noor)
    assert REMINDER in late
    assert "1 eerder verwacht" in late


def test_the_same_questions_complete_it_and_end_the_task(town: Town) -> None:
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    assert complete(town.noor, robin, recipient="").status_code == 200
    assert told_by(town.noor, robin).way == "urgent"
    assert complete(town.noor, robin).status_code == 302
    told = told_by(town.noor, robin)
    assert (told.way, told.recipient, told.ground, told.at_once, told.words) == (
        "word",
        JANA,
        "necessity",
        "life",
        "Hij viel.",
    )
    [task] = Task.objects.filter(kind="complete_disclosure")
    assert task.done_on == ON
    assert REMINDER not in today(town.noor)
    [row] = Disclosure.objects.all()
    assert row.revision == 2


def test_completed_twice_it_is_completed_once(town: Town) -> None:
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    for _ in range(2):
        assert complete(town.noor, robin, once="again").status_code == 302
    assert complete(town.noor, robin, typed="Heel iets anders.").status_code == 302
    assert "Heel iets anders." not in told_by(town.noor, robin).items


def test_sec_05_completing_it_is_no_way_round_the_block(town: Town) -> None:
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    [row] = Disclosure.objects.all()
    sent = filled(Ground.SHARED, kind=Recipient.EMERGENCY)
    assert town.noor.client.post(f"/dossiers/{robin}/passed-on/{row.id}", sent).status_code == 200
    sent = filled(Ground.LOCAL_CELL)
    assert town.noor.client.post(f"/dossiers/{robin}/passed-on/{row.id}", sent).status_code == 200
    assert told_by(town.noor, robin).way == "urgent"


def test_the_holder_may_complete_what_a_co_worker_told_and_the_deputy_may_not(town: Town) -> None:
    robin = a_told_dossier(town, along=town.fatma).id
    hurry(town.fatma, robin)
    assert complete(town.joris, robin).status_code == 404
    assert complete(town.noor, robin).status_code == 302
    assert told_by(town.fatma, robin).by == town.fatma.principal
    assert REMINDER not in today(town.fatma)


def test_sent_just_after_the_lock_fell_it_is_kept_and_sent_on(town: Town) -> None:
    robin, browser = a_told_dossier(town).id, town.noor.client
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    path = f"/dossiers/{robin}/passed-on/urgent"
    assert (
        "/locked"
        in browser.post(path, {"once": "x", "kind": "care", "now": "harm", "words": "Zij bloedt nu."})["Location"]
    )
    browser.post("/locked", {"password": PASSWORD})
    found = re.search(r'name="letter" value="([\w-]{22})"', browser.get("/written").content.decode())
    assert found
    assert browser.post("/written/send", {"letter": found[1]}).status_code == 302
    assert told_by(town.noor, robin).words == "Zij bloedt nu."


def test_a_draft_of_another_telling_never_comes_back_in_it(town: Town) -> None:
    """What was typed of one thing would be kept as told in another."""
    robin = a_told_dossier(town).id
    hurry(town.noor, robin)
    [row] = Disclosure.objects.all()
    kept = [
        re.search(r'data-keep="([\w-]+)" data-keep-on="([\w-]+)"', town.noor.client.get(path).content.decode())
        for path in (f"/dossiers/{robin}/passed-on/new", f"/dossiers/{robin}/passed-on/{row.id}")
    ]
    assert [one.groups() for one in kept if one] == [("disclosure", robin), ("disclosure-haste", row.id)]
