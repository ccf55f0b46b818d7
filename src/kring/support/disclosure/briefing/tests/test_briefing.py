"""A letter upward is no door: who is asked reads it alone, until its day; further up it goes by a new decision."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from kring.support.disclosure.briefing.models import Briefing
from kring.support.disclosure.testing import ROOM_LINE, a_told_dossier, ask, asked
from kring.support.dossier.disclosing import queries as disclosures
from kring.support.dossier.disclosing.grounds import Ground
from kring.support.dossier.models import Disclosure
from kring.team.testing import Persona, Town
from kring.vault import gate
from kring.vault.models import Envelope
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db
ON = date(2021, 3, 1)
QUESTION, ITEM = "Mogen we hem zelf naar het ziekenhuis brengen?", "Hij durft niet alleen."
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


@pytest.fixture(autouse=True)
def _that_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def page(who: Persona, path: str) -> str:
    answer = who.client.get(path)
    return strip_tags(answer.content.decode()) if answer.status_code == 200 else str(answer.status_code)


def a_letter(town: Town, **other: Any) -> Briefing:
    robin = a_told_dossier(town)
    assert ask(town.noor, robin.id, asked(town.greet, **other)).status_code == 302
    return Briefing.objects.get()


def further(town: Town, row: Briefing, **other: Any) -> Any:
    sent = asked(town.bart, **{"question": "Betaalt de dienst een taxi?", "typed": "", **other})
    return town.greet.client.post(f"/briefings/{row.id}/further", sent)


def test_who_is_asked_reads_the_letter_and_nothing_of_the_dossier(town: Town) -> None:
    row = a_letter(town, lines=[ROOM_LINE])
    assert QUESTION in page(town.greet, "/briefings")
    read = page(town.greet, f"/briefings/{row.id}")
    for told in (QUESTION, ITEM, ROOM_LINE, "Een taxi betalen", "Een woord vóór morgen.", "Noor Claes"):
        assert told in read
    assert town.greet.client.get(f"/dossiers/{row.dossier_id}").status_code == 404
    assert row.dossier_id not in town.greet.client.get(f"/briefings/{row.id}").content.decode()


@pytest.mark.parametrize("who", ["joris", "fatma", "samir", "nele", "bart", "hilde", "ann", "saar"])
def test_nobody_else_does(town: Town, who: str) -> None:
    row = a_letter(town)
    assert QUESTION not in page(town.people[who], "/briefings")
    assert page(town.people[who], f"/briefings/{row.id}") == "404"
    assert QUESTION not in page(town.people[who], f"/dossiers/{row.dossier_id}/briefings")


def test_the_second_member_of_the_office_who_keeps_its_key_is_not_asked(town: Town) -> None:
    row = a_letter(town)
    holders = set(Envelope.objects.filter(bundle=row.id).values_list("holder", flat=True))
    assert holders == {town.noor.principal, town.greet.principal, town.groups["recovery"]}


def test_sec_04_each_letter_is_a_disclosure_on_a_ground(town: Town) -> None:
    row = a_letter(town)
    [(_row, told)] = disclosures.disclosures(town.noor.session, row.dossier_id)
    assert told
    assert (told.recipient, told.kind, told.ground) == ("Greet Aerts", "team", Ground.NECESSITY)
    assert told.items == (QUESTION, ITEM)


def test_sec_01_joint_secrecy_asks_that_who_is_asked_is_bound_whatever_is_ticked(town: Town) -> None:
    robin = a_told_dossier(town)
    answer = ask(town.noor, robin.id, asked(town.greet, Ground.JOINT))
    assert answer.status_code == 200
    assert "Beroepsgeheim deel je alleen met wie eraan gebonden is." in strip_tags(answer.content.decode())
    assert QUESTION in answer.content.decode()
    assert not Briefing.objects.exists()
    assert not Disclosure.objects.exists()


@pytest.mark.parametrize(
    "missing",
    [
        {"question": ""},
        {"to": ""},
        {"ground": ""},
        {"weighed_necessity": []},
        {"informed": ""},
        {"until": "2021-03-01"},
        {"until": "2021-04-01"},
        {"ground": "shared_secrecy"},
        {"decline": "1", "ground": ""},
    ],
)
def test_what_is_missing_is_asked_and_nothing_is_sent(town: Town, missing: dict[str, Any]) -> None:
    robin = a_told_dossier(town)
    answer = ask(town.noor, robin.id, {**asked(town.greet), **missing})
    assert answer.status_code == 200
    assert not Briefing.objects.exists()
    assert not Disclosure.objects.exists()


def test_it_goes_to_no_other_colleague(town: Town) -> None:
    robin = a_told_dossier(town)
    for who in (town.bart, town.hilde, town.samir):
        assert ask(town.noor, robin.id, asked(who)).status_code == 200
    assert not Briefing.objects.exists()


def test_sent_twice_it_is_one_letter(town: Town) -> None:
    robin, sent = a_told_dossier(town), asked(town.greet)
    for _ in range(2):
        assert ask(town.noor, robin.id, sent).status_code == 302
    assert Briefing.objects.count() == Disclosure.objects.count() == 1


def test_the_answer_reaches_the_author_and_nobody_else(town: Town) -> None:
    row = a_letter(town)
    for _ in range(2):
        sent = {"once": "a", "words": "Doe maar, met z'n tweeën."}
        assert town.greet.client.post(f"/briefings/{row.id}", sent).status_code == 302
    read = page(town.noor, f"/dossiers/{row.dossier_id}/briefings")
    assert read.count("Doe maar, met z&#x27;n tweeën.") == 1
    assert "Doe maar" not in page(town.joris, f"/dossiers/{row.dossier_id}/briefings")
    assert town.noor.client.post(f"/briefings/{row.id}", {"once": "b", "words": "Ik ook"}).status_code == 404


def test_it_closes_by_itself_for_who_is_asked_and_not_for_the_author(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = a_letter(town)
    after = timezone.now() + timedelta(days=10, minutes=1)
    keys = gate.entering(town.noor.session, act="test.open", of=[row.id], parts=["briefing"])
    monkeypatch.setattr("kring.vault.gate.timezone.now", lambda: after)
    with pytest.raises(Refused):
        gate.entering(town.greet.session, act="test.open", of=[row.id], parts=["briefing"])
    assert gate.entering(town.noor.session, act="test.open", of=[row.id], parts=["briefing"]).actor == keys.actor


def test_further_up_it_goes_by_a_new_decision_with_a_letter_of_its_own(town: Town) -> None:
    row = a_letter(town, lines=[ROOM_LINE])
    assert page(town.bart, f"/briefings/{row.id}") == "404"
    assert further(town, row, weighed_necessity=[]).status_code == 200
    assert Briefing.objects.count() == 1
    assert further(town, row, lines=[ROOM_LINE]).status_code == 302
    [second] = Briefing.objects.exclude(id=row.id)
    read = page(town.bart, f"/briefings/{second.id}")
    assert "Betaalt de dienst een taxi?" in read
    assert ROOM_LINE in read
    assert ITEM not in read
    assert page(town.bart, f"/briefings/{row.id}") == "404"
    assert "verder naar boven op" in page(town.noor, f"/dossiers/{row.dossier_id}/briefings")
    told = [one for _row, one in disclosures.disclosures(town.noor.session, row.dossier_id) if one]
    assert {one.recipient for one in told} == {"Greet Aerts", "Bart Leemans"}


def test_it_goes_further_once_and_no_further_than_that(town: Town) -> None:
    row = a_letter(town)
    assert further(town, row).status_code == 302
    assert further(town, row, question="Nog iets?").status_code == 302
    assert Briefing.objects.count() == 2
    [second] = Briefing.objects.exclude(id=row.id)
    assert town.bart.client.get(f"/briefings/{second.id}/further").status_code == 404
    assert "Vraag het aan het afdelingshoofd" not in page(town.bart, f"/briefings/{second.id}")


@pytest.mark.parametrize("column", ["reader", "above", "dossier_id"])
def test_a_letter_whose_row_somebody_changed_opens_for_nobody(town: Town, column: str) -> None:
    row = a_letter(town)
    other = a_told_dossier(town).id
    assert page(town.greet, f"/briefings/{row.id}") != "404"
    unguarded(Briefing).update(**{column: {"reader": town.bart.principal, "dossier_id": other}.get(column, row.id)})
    assert page(town.greet, f"/briefings/{row.id}") == "404"
    assert town.greet.client.get(f"/briefings/{row.id}/further").status_code == 404
    for who in (town.greet, town.bart):
        assert QUESTION not in page(who, "/briefings")


def test_the_lines_of_a_letter_that_was_passed_on_end_on_its_day_for_who_passed_it_on_too(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = a_letter(town, lines=[ROOM_LINE])
    further(town, row, lines=[ROOM_LINE])
    [second] = Briefing.objects.exclude(id=row.id)
    told = [one for one in Disclosure.objects.all() if _holds(town.greet, one.id, "disclosures")]
    assert len(told) == 1
    assert _holds(town.greet, second.id, "briefing")
    after = timezone.now() + timedelta(days=10, minutes=1)
    monkeypatch.setattr("kring.vault.gate.timezone.now", lambda: after)
    assert not _holds(town.greet, second.id, "briefing")
    assert not _holds(town.greet, told[0].id, "disclosures")
    assert _holds(town.noor, told[0].id, "disclosures")
    assert _holds(town.noor, row.id, "briefing")


def _holds(who: Persona, bundle: str, part: str) -> bool:
    keys = gate.entering(who.session, act="test.open", of=[bundle], parts=[part], strict=False)
    return keys.holds(bundle, part)


@pytest.mark.parametrize("letters", [1, 6])
def test_few_queries_whatever_was_asked(town: Town, letters: int) -> None:
    robin = a_told_dossier(town).id
    for _ in range(letters):
        ask(town.noor, robin, asked(town.greet))
    row = Briefing.objects.order_by("id")[0]
    pages = [(town.noor, f"/dossiers/{robin}/briefings"), (town.noor, f"/dossiers/{robin}/briefings/new")]
    pages += [(town.greet, path) for path in ("/briefings", f"/briefings/{row.id}", f"/briefings/{row.id}/further")]
    for who, path in pages:
        browser = who.client
        browser.get(path)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(path).status_code == 200
        sql = [one["sql"] for one in captured.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)]
        assert len(sql) <= MOST_QUERIES, (path, sql)
