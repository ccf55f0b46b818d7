"""Noor makes a passkey and comes in with it; a stolen cookie makes none, and whoever is unknown hears one sentence."""

import time
from datetime import timedelta
from statistics import median

import pytest
from django.test import Client
from django.utils import timezone

from kring.team.testing import PASSWORD, Town
from kring.team.ways_in.tests.walking import challenge_of, comes_in, confirmed, once_of, plain, with_passkey
from kring.vault import doors, sessions
from kring.vault.models import SessionKey, Slot
from kring.vault.sweeping import sweep
from kring.vault.testing import Device, posted

pytestmark = pytest.mark.django_db


def test_a_passkey_is_made_and_leads_in(town: Town) -> None:
    device = with_passkey(town.noor)
    answer = comes_in(device, next="/team")
    assert answer["Location"] == "/team"
    assert answer.client.get("/team").status_code == 200
    page = answer.client.get("/ways-in").content.decode()
    assert "Passkey" in page
    assert "Mijn telefoon" in page
    assert sweep() == []


def test_before_a_way_in_is_made_one_is_shown_once_more(town: Town) -> None:
    """A stolen cookie alone makes no way in that would outlive it."""
    browser, device = town.noor.client, Device()
    assert browser.get("/ways-in/passkey")["Location"] == "/ways-in/confirm?next=%2Fways-in%2Fpasskey"
    fields = {**posted(device.makes(town.noor.principal)), "place": "phone"}
    assert browser.post("/ways-in/passkey", fields)["Location"].startswith("/ways-in/confirm")
    assert not Slot.objects.filter(kind=Slot.Kind.PASSKEY).exists()


def test_showing_it_gives_a_fresh_cookie_and_lasts_five_minutes(town: Town) -> None:
    browser = town.noor.client
    before = browser.cookies[doors.COOKIE].value
    browser.post("/ways-in/confirm", {"password": PASSWORD})
    assert browser.cookies[doors.COOKIE].value != before
    assert browser.get("/ways-in/passkey").status_code == 200
    sessions._stamp(SessionKey.objects.get(), proved_at=timezone.now() - timedelta(minutes=5))
    assert browser.get("/ways-in/passkey").status_code == 302
    thief = Client()
    thief.cookies[doors.COOKIE] = before
    assert thief.get("/ways-in/passkey")["Location"].startswith("/sign-in")


def test_a_wrong_password_shows_nothing(town: Town) -> None:
    browser = town.noor.client
    answer = browser.post("/ways-in/confirm", {"password": "wrong", "next": "/ways-in/passkey"})
    assert answer.status_code == 200
    assert "Dat lukte niet." in answer.content.decode()
    assert browser.get("/ways-in/passkey").status_code == 302


def test_a_passkey_of_somebody_else_confirms_nothing(town: Town) -> None:
    joris, _ = with_passkey(town.joris), with_passkey(town.noor)
    browser = town.noor.client
    challenge = challenge_of(browser.get("/ways-in/confirm"))
    answer = browser.post("/ways-in/confirm", posted(joris.answers(challenge=challenge)))
    assert "Dat lukte niet." in answer.content.decode()


def test_one_touch_unlocks_and_keeps_the_place(town: Town) -> None:
    device = with_passkey(town.noor)
    browser = town.noor.client
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    page = browser.get("/locked?next=/team")
    assert 'data-passkey="open"' in page.content.decode()
    answer = browser.post("/locked", {**posted(device.answers(challenge=challenge_of(page))), "next": "/team"})
    assert answer["Location"] == "/team"
    assert browser.get("/team").status_code == 200


def test_a_colleague_without_a_passkey_is_not_asked_for_one_at_the_lock(town: Town) -> None:
    browser = town.noor.client
    sessions.lock(SessionKey.objects.get().id)
    assert "data-passkey" not in browser.get("/locked").content.decode()


def test_who_is_unknown_hears_the_same_as_who_is_wrong(town: Town) -> None:
    device = with_passkey(town.noor)
    wrong = Device(id=device.id)
    pages = [comes_in(one) for one in (Device(), wrong, Device(id=device.id, secret=device.secret))]
    said = {plain(each) for each in pages}
    assert len(said) == 1
    assert "Dat lukte niet." in said.pop()
    assert not any(doors.COOKIE in each.cookies for each in pages)


def test_the_same_answer_sent_twice_makes_one_and_opens_once(town: Town) -> None:
    browser, device = confirmed(town.noor), Device()
    challenge = challenge_of(browser.get("/ways-in/passkey"))
    fields = {**posted(device.makes(town.noor.principal, challenge)), "place": "phone"}
    assert [browser.post("/ways-in/passkey", fields).status_code for _ in range(2)] == [302, 302]
    assert Slot.objects.filter(kind=Slot.Kind.PASSKEY).count() == 1


def test_a_removed_passkey_opens_nothing_and_every_other_screen_is_out(town: Town) -> None:
    device = with_passkey(town.noor)
    elsewhere = town.noor.client
    browser = confirmed(town.noor)
    once = once_of(browser.get("/ways-in"))
    way = Slot.objects.get(kind=Slot.Kind.PASSKEY).id
    answer = browser.post("/ways-in/remove", {"way": way, "once": once})
    assert answer["Location"] == "/ways-in"
    assert browser.get("/ways-in").status_code == 200, "the screen one sits at goes on"
    assert elsewhere.get("/ways-in")["Location"].startswith("/sign-in")
    assert "Dat lukte niet." in comes_in(device).content.decode()
    assert browser.post("/ways-in/remove", {"way": way, "once": once}).status_code == 302, "sent twice"
    assert browser.post("/ways-in", {}).status_code == 405
    assert sweep() == []


def test_the_last_way_in_stays_and_nobodys_else_goes(town: Town) -> None:
    browser = confirmed(town.noor)
    mine, theirs = (Slot.objects.get(person=one.principal).id for one in (town.noor, town.joris))
    answer = browser.post("/ways-in/remove", {"way": mine, "once": "a"})
    assert "Dit is je laatste manier" in answer.content.decode()
    assert browser.post("/ways-in/remove", {"way": theirs, "once": "b"}).status_code == 404
    assert Slot.objects.filter(id__in=[mine, theirs]).count() == 2


def test_another_screen_is_ended_from_here_and_only_ones_own(town: Town) -> None:
    here, there, joris = town.noor.client, town.noor.client, town.joris.client
    page = here.get("/ways-in").content.decode()
    assert page.count("Meld daar af") == 1
    for row in SessionKey.objects.all():
        assert here.post("/ways-in/end", {"screen": row.id})["Location"] == "/ways-in"
    assert there.get("/team")["Location"].startswith("/sign-in")
    assert joris.get("/team").status_code == 200
    assert here.get("/team").status_code == 200


def test_a_screen_is_told_by_its_sort_and_browser_alone(town: Town) -> None:
    phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/156.0 Mobile Safari/537.36"
    Client(headers={"user-agent": phone}).post("/sign-in", {"sign_in": "noor@kring.example", "password": PASSWORD})
    assert SessionKey.objects.get().place == "phone chrome"
    assert "Telefoon · Chrome" in town.noor.client.get("/ways-in").content.decode()


def test_unlocking_costs_the_server_little(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    """J7: at most 300 ms of processor time an unlock, from the form to the answer; the first one loads a library."""
    device, browser, spent = with_passkey(town.noor), town.noor.client, []
    for _ in range(9):
        for row in SessionKey.objects.all():
            sessions.lock(row.id)
        fields = posted(device.answers(challenge=challenge_of(browser.get("/locked"))))
        begun = time.process_time()
        answer = browser.post("/locked", fields)
        spent.append(1000 * (time.process_time() - begun))
        assert answer.status_code == 302
    with capsys.disabled():
        print(f"\nunlock by passkey: {median(spent):.1f} ms of CPU, at most {max(spent):.1f}")
    assert median(spent) < 300
