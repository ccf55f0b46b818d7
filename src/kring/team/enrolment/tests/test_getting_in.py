"""Somebody new: invited by an administrator, a password behind a link, and a key from a colleague of the circle."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kring.team import queries
from kring.team.enrolment.testing import NEW_PASSWORD, ZOE, choose_password, dutch, handed, mails, newest_link
from kring.team.models import Admission, Colleague, Function, Invitation, Membership, Wish
from kring.team.testing import PASSWORD, Town
from kring.vault import gate, journal, sharing, slots
from kring.vault.acts import acting
from kring.vault.gate import OWN_KEY
from kring.vault.keycheck import keycheck
from kring.vault.models import JournalEntry, Principal
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

pytestmark = pytest.mark.django_db


def invite(town: Town, **changed: Any) -> Any:
    return town.ann.client.post("/team/manage/new", ZOE | changed)


@pytest.fixture
def invited(town: Town) -> str:
    """The path in Zoë's mail."""
    assert invite(town)["Location"] == "/team/manage?done=added"
    return newest_link()


@pytest.fixture
def zoe(town: Town, invited: str) -> Client:
    """Zoë's browser, signed in and without a key."""
    browser, answer = choose_password(invited)
    assert answer["Location"] == "/waiting"
    return browser


def principal() -> str:
    return str(Colleague.objects.get(sign_in="zoe@kring.example").principal)


def let_in(giver: Client, code: str, **more: str) -> Any:
    return giver.post(f"/team/let-in/{principal()}", {"code": code, "same_words": "on"} | more)


def opens(person: str, password: str, group: str) -> bool:
    session = slots.open_password(person, password).session()
    try:
        gate.entering(session, act="test.read", of=[group], parts=[OWN_KEY])
    except Refused:
        return False
    return True


def test_an_invitation_makes_nobody_yet_and_its_mail_says_nothing(town: Town) -> None:
    people, keys = Colleague.objects.count(), Principal.objects.count()
    invite(town)
    [mail] = mails()
    assert (mail.to, mail.template, set(mail.words)) == ("zoe@kring.example", "enrol", {"token"})
    assert (Colleague.objects.count(), Principal.objects.count()) == (people, keys)
    row = Invitation.objects.get()
    assert mail.words["token"] not in str(vars(row))


def test_looking_at_a_link_changes_nothing(town: Town, invited: str) -> None:
    before, entries = vars(Invitation.objects.get()) | {"_state": ""}, JournalEntry.objects.count()
    for _ in range(5):
        assert dutch().get(invited).status_code == 200
        assert dutch().head(invited).status_code == 405
    assert vars(Invitation.objects.get()) | {"_state": ""} == before
    assert JournalEntry.objects.count() == entries


def test_a_password_makes_a_key_pair_and_opens_nothing(town: Town, zoe: Client) -> None:
    row = Principal.objects.get(id=principal())
    assert row.verified().state == Principal.State.ACTIVE
    assert not [one for one in sharing.bundles_of(row.id) if one != row.id]
    assert {one.group.code for one in Wish.objects.select_related("group")} == {"welfare", "intake"}
    assert zoe.get("/dossiers").status_code == 200, "her own list, which is empty"
    assert zoe.get("/board").status_code == 404
    assert queries.waits_for_key(row.id)
    page = zoe.get("/waiting").content.decode()
    assert "Noor Claes" in page
    assert "Lees deze vier woorden voor" in page


def test_a_colleague_of_the_circle_gives_the_key_face_to_face(town: Town, zoe: Client) -> None:
    words, code = handed(zoe)
    giver = town.noor.client
    assert "Wacht op een sleutel van jou" in giver.get("/team").content.decode()
    page = giver.get(f"/team/let-in/{principal()}").content.decode()
    assert all(f"<span>{word}</span>" in page for word in words.split())
    assert "D-7" in page, "on which document her secrecy rests"
    assert code not in page, "the code is on the other screen alone"
    assert let_in(giver, code.lower())["Location"] == "/team?done=let-in"
    assert opens(principal(), NEW_PASSWORD, town.groups["welfare"])
    assert zoe.get("/waiting")["Location"] == "/today"
    assert zoe.get("/board").status_code == 200
    assert {one.code for one in queries.groups_of(principal())} == {"welfare", "intake"}
    assert not Wish.objects.exists()


def test_the_circle_the_person_and_the_dpo_hear_of_it_and_see_it_two_days(town: Town, zoe: Client) -> None:
    let_in(town.noor.client, handed(zoe)[1])
    told = {mail.to for mail in mails() if mail.template == "let_in"}
    assert {"zoe@kring.example", "joris@kring.example", "hilde@kring.example", "noor@kring.example"} <= told
    assert "ann@kring.example" not in told
    assert all(not mail.words for mail in mails() if mail.template == "let_in")
    seen = "Binnengelaten, deze twee dagen"
    assert seen in town.joris.client.get("/team").content.decode()
    assert seen not in town.ines.client.get("/team").content.decode(), "another circle hears nothing"
    unguarded(Admission).update(at=timezone.now() - timedelta(hours=49))
    assert seen not in town.joris.client.get("/team").content.decode()


def test_the_giving_is_one_act_in_the_journal(town: Town, zoe: Client) -> None:
    let_in(town.noor.client, handed(zoe)[1])
    given = [entry for entry in JournalEntry.objects.all() if b'"team.admit"' in bytes(entry.text or b"")]
    assert [b'"gave"' in bytes(one.text or b"") for one in given] == [False, True]
    assert principal().encode() in bytes(given[-1].text or b"")
    assert journal.genuine(given[-1])


@pytest.mark.parametrize("code", ["", "0000-0000", "AAAA-AAAA"])
def test_a_wrong_code_gives_nothing(town: Town, zoe: Client, code: str) -> None:
    assert let_in(town.noor.client, code).status_code == 200
    assert not opens(principal(), NEW_PASSWORD, town.groups["welfare"])


def test_without_comparing_the_words_nothing_is_given(town: Town, zoe: Client) -> None:
    answer = let_in(town.noor.client, handed(zoe)[1], same_words="")
    assert "Vergelijk eerst de vier woorden" in answer.content.decode()
    assert not Admission.objects.exists()


def test_five_codes_in_ten_minutes_and_no_more(town: Town, zoe: Client) -> None:
    giver, code = town.noor.client, handed(zoe)[1]
    for _ in range(5):
        let_in(giver, "0000-0000")
    assert "veel pogingen" in let_in(giver, code).content.decode()
    assert not Admission.objects.exists()


def test_a_code_works_once_and_ten_minutes(town: Town, zoe: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from kring.team.enrolment import handed_code

    code = handed(zoe)[1]
    later = timezone.now() + timedelta(minutes=21)
    monkeypatch.setattr("kring.team.enrolment.handed_code.timezone.now", lambda: later)
    let_in(town.noor.client, code)
    assert not Admission.objects.exists()
    monkeypatch.undo()
    let_in(town.noor.client, code)
    colleague, row = Colleague.objects.get(principal=principal()), Principal.objects.get(id=principal())
    assert not handed_code.code_fits(colleague, row, code), "used"


def test_a_double_tap_is_no_mistake(town: Town, zoe: Client) -> None:
    giver, code = town.noor.client, handed(zoe)[1]
    assert [let_in(giver, code)["Location"] for _ in range(2)] == ["/team?done=let-in"] * 2
    assert Admission.objects.count() == 2, "one for each circle, once"


def test_an_administrator_cannot_finish_what_he_starts(town: Town, zoe: Client) -> None:
    """Not through the page, not with the right code, not by wishing himself into the circle."""
    code = handed(zoe)[1]
    assert town.ann.client.get(f"/team/let-in/{principal()}").status_code == 404
    assert let_in(town.ann.client, code).status_code == 404
    assert town.ann.client.post(f"/team/manage/{town.ann.principal}/keys", {"wishes": ["welfare"]}).status_code == 200
    assert not Wish.objects.filter(colleague__principal=town.ann.principal).exists()
    assert not opens(principal(), NEW_PASSWORD, town.groups["welfare"])


def test_an_administrator_who_takes_a_role_stays_without_a_key(town: Town) -> None:
    """A second self as a street corner worker gets as far as the waiting page."""
    invite(town, name="Ann Anders", email="ann.anders@kring.example")
    browser, _ = choose_password(newest_link())
    assert browser.get("/board").status_code == 404
    anders = Colleague.objects.get(name="Ann Anders").principal
    assert [one for one in sharing.bundles_of(anders) if one != anders] == []
    assert (
        town.ann.client.post(f"/team/let-in/{anders}", {"code": handed(browser)[1], "same_words": "on"}).status_code
        == 404
    )
    own = {"function": "coach"}
    assert (
        "niet voor jezelf" in town.ann.client.post(f"/team/manage/{town.ann.principal}/appoint", own).content.decode()
    )
    assert [row.function for row in queries.functions_of(town.ann.principal)] == [Function.ADMINISTRATOR]


def test_an_administrator_who_sits_in_the_circle_gives_nothing_either(town: Town, zoe: Client) -> None:
    """Appointed afterwards, with the key of before: the rule stands, whatever he still holds."""
    with acting("test.appoint", by="system") as act:
        from kring.team import founding

        founding.appoint(act, town.tom.colleague, Function.ADMINISTRATOR)
    answer = let_in(town.tom.client, handed(zoe)[1])
    assert "niet afmaken" in answer.content.decode()
    assert not Admission.objects.exists()


@pytest.mark.parametrize("who", ["ines", "greet", "hilde", "wout"])
def test_who_does_not_hold_the_key_sees_nobody_waiting(town: Town, zoe: Client, who: str) -> None:
    browser = town.people[who].client
    assert "Zoë" not in browser.get("/team").content.decode().partition("Wie hier werkt")[0]
    assert let_in(browser, handed(zoe)[1]).status_code == 404


def test_sec_01_a_circle_lets_in_nobody_without_secrecy(town: Town) -> None:
    """SEC-01: neither the wish nor the key."""
    answer = invite(town, status="discretion")
    assert "alleen collega" in answer.content.decode()
    assert not Invitation.objects.exists()
    invite(town)
    browser, _ = choose_password(newest_link())
    town.ann.client.post(f"/team/manage/{principal()}/secrecy", {"status": "discretion"})
    answer = let_in(town.noor.client, handed(browser)[1])
    assert "alleen collega" in answer.content.decode()
    assert not Membership.objects.filter(colleague__principal=principal()).exists()


def test_the_house_is_in_order_afterwards(town: Town, zoe: Client) -> None:
    before = keycheck()
    let_in(town.noor.client, handed(zoe)[1])
    assert keycheck() == before


def test_signing_in_later_leads_to_waiting_as_long_as_there_is_no_key(town: Town, zoe: Client) -> None:
    answer = Client().post("/sign-in", {"sign_in": "zoe@kring.example", "password": NEW_PASSWORD})
    assert answer["Location"] == "/waiting"
    assert Client().post("/sign-in", {"sign_in": "noor@kring.example", "password": PASSWORD})["Location"] == "/today"
