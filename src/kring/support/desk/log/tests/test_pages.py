"""Noting a contact through HTTP: for whom, what comes back when something is wrong, and what stays sealed."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags

from kring.support.contacts.log import actions
from kring.support.contacts.log.actions import pin
from kring.support.contacts.log.content import SensitiveNote
from kring.support.contacts.log.models import ContactRecord
from kring.support.contacts.log.notes import write_own, write_sensitive
from kring.support.contacts.log.when import case_now
from kring.support.desk.tests.test_pages import MOST_QUERIES, asked
from kring.support.desk.today.tests.test_today import at, meets
from kring.support.dossier.actions import add_co_worker, change_summary, end_co_worker
from kring.support.dossier.content import Identity
from kring.support.dossier.opening import opening
from kring.support.testing import ON, a_dossier
from kring.team.drafts import actions as drafts
from kring.team.testing import PASSWORD, Town
from kring.vault import sessions
from kring.vault.acts import acting
from kring.vault.models import JournalEntry, SessionKey
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db

WORDS = "Wil opnieuw voetballen."


@pytest.fixture(autouse=True)
def on_the_first_of_march(settings: Any) -> None:
    settings.KRING_TODAY = ON


def send(town: Town, where: str, **given: Any) -> Any:
    form = {"kind": "street", "made": "yes", "sentence": WORDS, "once": "one", "day": "2021-03-01", "time": "00:00"}
    return town.noor.client.post(where, {**form, **given})


def test_who_is_chosen_among_ones_own_and_the_rest_is_filled_in(town: Town) -> None:
    made = a_dossier(town).dossier.id
    page = town.noor.client.get("/log").content.decode()
    assert "Robin V." in page
    assert 'value="2021-03-01"' in page
    assert "Robin V." not in town.samir.client.get("/log").content.decode()
    answer = send(town, "/log", who=[made])
    saved = town.noor.client.get(answer["Location"]).content.decode()
    assert "Robin V." in saved
    assert "Straat" in saved
    assert "Joris kan het lezen." in saved
    assert WORDS not in saved


def test_a_search_is_a_form_and_keeps_what_was_typed(town: Town) -> None:
    for label in ("Robin V.", "Kim", "Sam", "Bo", "Lou", "Mo", "Jip"):
        a_dossier(town, label=label)
    page = send(town, "/log", look="1", words="ki", sentence="Al getypt.").content.decode()
    assert "Al getypt." in page
    assert re.search(r'class="whos">.*?Kim.*?</div>', page, re.DOTALL)
    assert not ContactRecord.objects.exists()


def test_with_several_at_once(town: Town) -> None:
    robin, kim = (a_dossier(town, label=label).dossier.id for label in ("Robin V.", "Kim"))
    answer = send(town, "/log", who=[robin, kim], kind="group")
    assert "en nog één" in town.noor.client.get(answer["Location"]).content.decode()
    assert ContactRecord.objects.count() == 2


@pytest.mark.parametrize("other", ["\0", "x" * 10_000, "\u202e", "-"])
def test_a_dossier_that_cannot_be_is_as_one_of_somebody_else(town: Town, other: str) -> None:
    """PostgreSQL fails on being asked for the first."""
    mine = a_dossier(town).dossier.id
    theirs = a_dossier(town, holder=town.samir, deputy=town.eline).dossier.id
    for who in ([theirs], [mine, theirs]):
        assert send(town, "/log", who=who).status_code == 404
    for who in ([other], [mine + other], [mine, other]):
        assert send(town, "/log", who=who).status_code == 404
    assert not ContactRecord.objects.exists()


@pytest.mark.parametrize("times", [actions.AGAIN, actions.AGAIN + 1])
def test_who_logs_beside_a_colleague_is_tried_again_and_at_last_shown_every_word(
    town: Town, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """Whoever writes in the same dossier changes the same summary."""
    made, log, left = a_dossier(town).dossier.id, actions._log, list(range(times))

    def while_joris_writes(*given: Any) -> str:
        if left:
            keys = opening(town.joris.session, made, act="test.read").keys
            with acting("test.step", by=town.joris.principal) as act:
                change_summary(act, keys, made, next_step=str(left.pop()))
        return log(*given)

    monkeypatch.setattr(actions, "_log", while_joris_writes)
    answer = send(town, f"/log/{made}", who=[made])
    if times == actions.AGAIN:
        assert (answer.status_code, ContactRecord.objects.count()) == (302, 1)
    else:
        assert WORDS in answer.content.decode()
        assert "Een collega schreef op hetzelfde moment." in strip_tags(answer.content.decode())
        assert send(town, f"/log/{made}", who=[made]).status_code == 302
        assert ContactRecord.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"who": []}, "Kies met wie."),
        ({"kind": ""}, "Kies hoe er contact was."),
        ({"follow": "day"}, "Kies een dag"),
        ({"day": "2021-03-03"}, "Dat moet nog komen."),
        ({"day": "0001-01-01"}, "Kies een dag, zoals 9 maart 2026."),
        ({"agogic": "te vroeg"}, "het is nooit voorgoed."),
    ],
)
def test_a_form_that_is_refused_comes_back_with_every_word(town: Town, wrong: dict[str, Any], said: str) -> None:
    made = a_dossier(town).dossier.id
    answer = send(town, "/log", **{"who": [made], **wrong})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert WORDS in page
    assert not ContactRecord.objects.exists()


def test_all_that_is_wrong_stands_in_one_summary(town: Town) -> None:
    page = send(town, "/log", who=[], kind="").content.decode()
    assert page.count('role="alert"') == 1
    assert "2 dingen kloppen nog niet." in page
    assert '<a href="#who">Kies met wie.</a>' in page
    assert 'id="who" aria-describedby="who-error"' in page
    assert re.search(r"Op welke dag\?\s*</label>", page), "asked only with another choice"


def test_one_dossier_and_calling_without_storing(town: Town) -> None:
    made = a_dossier(town, identity=Identity(name="Robin", contact="gsm 0470 00 00 00, na 16 u")).dossier.id
    page = town.noor.client.get(f"/log/{made}").content.decode()
    assert 'href="tel:0470000000"' in page
    assert send(town, f"/log/{made}", who=[made], place="De Brug", domains=["school"]).status_code == 302
    for path in (f"/log/{new_id()}", "/log/x"):
        assert town.noor.client.get(path).status_code == 404
    assert town.samir.client.get(f"/log/{made}").status_code == 404
    assert town.samir.client.get(ContactRecord.objects.get().id).status_code == 404


def test_of_somebody_else_nothing_is_written(town: Town) -> None:
    other = a_dossier(town, holder=town.samir, deputy=town.eline).dossier.id
    assert send(town, "/log", who=[other]).status_code == send(town, "/log", who=[new_id()]).status_code == 404
    assert not ContactRecord.objects.exists()


def test_the_draft_ends_with_the_form_and_a_lock_loses_nothing(town: Town) -> None:
    made, browser, pen = a_dossier(town).dossier.id, town.noor.client, new_id()
    form = {"form": "contact", "on": made, "pen": pen, "turn": "1", "fields": f'[["sentence","{WORDS}"]]'}
    browser.post("/drafts/keep", form)
    for row in SessionKey.objects.all():
        sessions.lock(row.id)
    sent = {"kind": "street", "who": made, "sentence": WORDS, "once": "one", "pen": pen, "time": "00:00"}
    assert "/locked" in browser.post(f"/log/{made}", sent)["Location"]
    browser.post("/locked", {"password": PASSWORD})
    page = browser.get("/written").content.decode()
    assert WORDS in page
    letter = re.search(r'name="letter" value="([\w-]{22})"', page)
    assert letter
    assert browser.post("/written/send", {"letter": letter[1]}).status_code == 302
    assert ContactRecord.objects.count() == 1
    assert drafts.letters(town.noor.principal).count() == 0


def test_nothing_of_it_stands_in_journal_or_address(town: Town) -> None:
    made = a_dossier(town).dossier.id
    answer = send(town, "/log", who=[made], client_words="Ik wil weer spelen.")
    assert re.fullmatch(r"/log/[\w-]{22}/[\w-]{22}", answer["Location"])
    texts = b" ".join(bytes(entry.text or b"") for entry in JournalEntry.objects.all())
    assert WORDS.encode() not in texts
    row = ContactRecord.objects.get()
    assert WORDS.encode() not in bytes(row.blob)
    assert row.on == date(2021, 3, 1)


def test_only_a_contact_has_a_page_that_says_it_is_kept(town: Town) -> None:
    """Whose note stands in the stream, and whether it is one, is told by no address of a contact."""
    made, joris = a_dossier(town).dossier.id, town.joris.session
    send(town, "/log", who=[made])
    contact = ContactRecord.objects.get()
    pin(joris, made, contact.id)
    write_own(joris, made, "voor mij", once=new_id())
    write_sensitive(joris, made, SensitiveNote("health", "astma", "", case_now()), named=[], once=new_id())
    others = ContactRecord.objects.exclude(form=ContactRecord.Form.CONTACT)
    assert {row.form for row in others} == {"pin", "own", "sensitive"}
    browser = town.noor.client
    for address in ("/log/{}/{}", "/dossiers/{}/contacts/{}"):
        assert browser.get(address.format(made, contact.id)).status_code == 200
        ids = [*(row.id for row in others), new_id()]
        answers = [browser.get(address.format(made, one)) for one in ids]
        assert {answer.status_code for answer in answers} == {404}
        assert len({strip_tags(answer.content.decode()) for answer in answers}) == 1


def readable(browser: Client, where: str) -> str:
    [line] = re.findall(r'<p class="keys.*?</p>', browser.get(where).content.decode(), re.DOTALL)
    return " ".join(strip_tags(line).split())


def test_who_will_read_it_stands_on_the_form_before_and_after_the_first_word(town: Town) -> None:
    made = a_dossier(town)
    where = f"/log/{made.dossier.id}"
    assert readable(town.noor.client, where) == "Leesbaar voor jou en Joris.", "those who will get the key"
    send(town, where, who=[made.dossier.id])
    assert readable(town.noor.client, where) == "Leesbaar voor jou en Joris."
    assert readable(town.joris.client, where) == "Leesbaar voor jou en Noor."


def test_who_works_along_is_named_too_until_that_ends(town: Town) -> None:
    made = a_dossier(town)
    where = f"/log/{made.dossier.id}"
    send(town, where, who=[made.dossier.id])
    keys = opening(town.noor.session, made.dossier.id, act="test", parts=["journal"]).keys
    with acting("test.along", by=town.noor.principal) as act:
        along = add_co_worker(act, keys, made.dossier, town.fatma.principal, from_on=ON)
    assert readable(town.noor.client, where) == "Leesbaar voor jou, Fatma en Joris."
    with acting("test.end", by=town.noor.principal) as act:
        end_co_worker(act, along, ON)
    assert readable(town.noor.client, where) == "Leesbaar voor jou en Joris."


def test_where_one_still_chooses_it_names_nobody(town: Town) -> None:
    a_dossier(town)
    assert readable(town.noor.client, "/log") == "Leesbaar voor jou, en voor wie dat dossier mee draagt."


def test_a_form_with_everything_on_it_asks_few_queries(town: Town) -> None:
    """An appointment that is noted, a phone number of who it is, a sister, two who read along."""
    made = a_dossier(town, identity=Identity("Robin Vervloet", contact="0470 12 34 56"))
    one = meets(town.noor, made, at(0), place="Bakkerij Zonnestraal")
    keys = opening(town.noor.session, made.dossier.id, act="test", parts=["journal"]).keys
    with acting("test.along", by=town.noor.principal) as act:
        add_co_worker(act, keys, made.dossier, town.fatma.principal, from_on=ON)
    sister = a_dossier(town, label="Yara Vervloet").dossier.id
    sent = {"once": new_id(), "other": sister, "relation": "siblings"}
    assert town.noor.client.post(f"/dossiers/{made.dossier.id}/household", sent).status_code == 302
    where = f"/log/{made.dossier.id}?appointment={one}"
    asked(town.noor.client, where)  # the first time every key is kept under the ring
    _, text, queries = asked(town.noor.client, where)
    assert "Bakkerij Zonnestraal" in text
    assert "sms:" in text
    assert "Yara Vervloet" in text
    assert "Fatma en Joris" in text
    assert queries <= MOST_QUERIES
