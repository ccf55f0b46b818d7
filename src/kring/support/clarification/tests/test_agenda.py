"""A colleague's talks at a secret address: nameless, his own alone, taken back at will, and no place to guess."""

import re
from datetime import timedelta

import pytest
import vobject  # type: ignore[import-untyped]  # a second reader of calendars, without stubs
from django.test import Client
from django.utils import timezone

from kring.support.clarification import actions, agenda
from kring.support.clarification.agenda import make_feed, read_feed, take_back
from kring.support.clarification.models import AgendaFeed
from kring.support.clarification.testing import TALK_AT, a_referral, brought_to, opened_by
from kring.support.clarification.tests.asking import asked
from kring.support.clarification.tests.test_link import stored
from kring.support.intake.callwords import call_word
from kring.support.intake.models import Referral
from kring.team.testing import Town
from kring.vault.refusals import Refused

Lane = Referral.Lane


def address(town: Town, who: str = "noor") -> str:
    """Make an address on the page, and read it there."""
    browser = town.people[who].client
    text = browser.get("/agenda").content.decode()
    [once] = re.findall(r'name="once" value="([^"]+)"', text)
    shown = browser.post("/agenda", {"once": once}).content.decode()
    [found] = re.findall(r'value="http[^"]*?(/agenda/[^"]+\.ics)"', shown)
    return str(found)


def events(path: str) -> list[str]:
    answer = Client().get(path)
    assert answer.status_code == 200
    return re.findall(r"SUMMARY:(.*)\r\n", answer.content.decode())


def test_my_talks_by_card_and_call_word_and_nobody_elses(town: Town) -> None:
    mine = brought_to(town, Lane.TALK_PLANNED)
    other = a_referral()
    actions.plan_talk(town.samir.session, opened_by(town.samir, other), talk_at=TALK_AT)
    brought_to(town, Lane.DECIDING)
    card = Referral.objects.get(id=mine).card
    assert events(address(town)) == [f"{card} · {call_word(mine)}"]


def test_another_reader_of_calendars_finds_the_same_talk(town: Town) -> None:
    mine = brought_to(town, Lane.TALK_PLANNED)
    feed = vobject.readOne(Client().get(address(town)).content.decode())
    [event] = feed.contents["vevent"]
    assert event.summary.value == f"{Referral.objects.get(id=mine).card} · {call_word(mine)}"
    assert event.dtstart.value == TALK_AT
    assert event.dtend.value > event.dtstart.value


def test_nobody_is_named_and_nothing_is_told_sec_11(town: Town) -> None:
    referral = a_referral()
    opened = opened_by(town.noor, referral)
    actions.plan_talk(
        town.noor.session, opened, talk_at=TALK_AT, place="Het huis aan de vaart", to="mia@school.example"
    )
    told = Client().get(address(town)).content.decode()
    assert "20310311T120000Z" in told
    hidden = ("Mia", "Stevens", "Regenboog", "Noor", "vaart", "bus shelter", "mia@school.example", referral)
    assert [word for word in hidden if word in told] == []


def test_the_item_keeps_its_uid_when_the_talk_moves(town: Town) -> None:
    referral, path = brought_to(town, Lane.TALK_PLANNED), address(town)
    uid = re.findall(r"UID:(.*)\r\n", Client().get(path).content.decode())
    later = TALK_AT + timedelta(days=1)
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=later)
    text = Client().get(path).content.decode()
    assert re.findall(r"UID:(.*)\r\n", text) == uid
    assert "20310312T120000Z" in text


def test_reading_sets_no_cookie_and_changes_nothing_but_the_count(town: Town) -> None:
    brought_to(town, Lane.TALK_PLANNED)
    path, browser = address(town), Client()
    before = stored()
    answer = browser.get(path)
    after = stored()
    assert not answer.cookies
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert {name for name in after if after[name] != before[name]} <= {"vault_throttle"}


def test_taken_back_replaced_guessed_and_of_a_leaver_are_refused_alike(town: Town) -> None:
    first = address(town)
    second = address(town)
    assert events(second) == []
    faces = {refused(first), refused("/agenda/AAAAAAAAAAAAAAAAAAAAAA.ics")}
    town.noor.client.post("/agenda", {"take_back": "1"})
    faces.add(refused(second))
    assert len(faces) == 1


def refused(path: str) -> str:
    status, text, _ = asked(Client(), path)
    assert status == 404
    return text


def test_who_left_the_circle_has_no_agenda(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = make_feed(town.noor.session, once="1")
    assert read_feed(secret, place="here")
    monkeypatch.setattr("kring.team.queries.members_of", lambda circle: [])
    with pytest.raises(Refused):
        read_feed(secret, place="here")


def test_a_row_that_is_not_ours_opens_nothing(town: Town) -> None:
    from django.db import connection

    secret = make_feed(town.samir.session, once="1")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE support_agendafeed SET person = %s", [town.noor.principal])
    with pytest.raises(Refused):
        read_feed(secret, place="here")


def test_only_a_hash_of_the_address_is_kept_and_twice_the_same_form_is_one_address(town: Town) -> None:
    first, second = make_feed(town.noor.session, once="form 1"), make_feed(town.noor.session, once="form 1")
    assert first == second != make_feed(town.noor.session, once="form 2")
    assert AgendaFeed.objects.count() == 1
    assert not [table for table, rows in stored().items() if any(first in row for row in rows)]
    take_back(town.noor.session)
    take_back(town.noor.session)
    assert not AgendaFeed.objects.exists()


def test_guesses_from_one_place_end(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "WRONG", 5)
    told = [Client().get(f"/agenda/{guess:022d}.ics").status_code for guess in range(8)]
    assert told == [404] * 5 + [429] * 3


def test_a_program_that_runs_wild_waits(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "READS", 3)
    path = address(town)
    assert [Client().get(path).status_code for _ in range(5)] == [200] * 3 + [429] * 2


def test_the_page_is_of_the_intake_circle_alone(town: Town) -> None:
    assert town.noor.client.get("/agenda").status_code == 200
    assert {town.people[who].client.get("/agenda").status_code for who in ("greet", "ann", "wout")} == {404}
    assert Client().get("/agenda").status_code == 302


def test_a_talk_of_long_ago_is_gone_from_it(town: Town) -> None:
    path, referral = address(town), a_referral()
    long_ago = timezone.now() - timedelta(days=20)
    actions.plan_talk(town.noor.session, opened_by(town.noor, referral), talk_at=long_ago)
    assert events(path) == []
