"""The pages of a consultation through HTTP: who sees what, what the shared screen never shows, nothing is lost."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from kring.support.consultation import actions
from kring.support.consultation.guest_link import code_of
from kring.support.consultation.models import ClientConsultation
from kring.support.consultation.testing import FOR, ROOM, Table, a_table
from kring.support.dossier.disclosing.grounds import CHECKLIST, Ground
from kring.support.dossier.models import Disclosure
from kring.support.network.testing import a_tie, drawn
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault import outbox
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
NOTES = "Do not let him answer why."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


@pytest.fixture
def table(town: Town) -> Table:
    return a_table(town)


def address(table: Table, *more: str) -> str:
    return "/".join([f"/dossiers/{table.dossier}/consultations/{table.id}", *more])


def said(answer: Any) -> str:
    return unescape(strip_tags(answer.content.decode()))


def queries(browser: Client, path: str) -> int:
    """Without transaction control and the journal."""
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(path).status_code == 200
    return sum(not any(word in query["sql"] for word in HOUSEKEEPING) for query in captured.captured_queries)


def full(table: Table, guests: int = 1) -> None:
    for number in range(guests):
        lens = table.seat(name=f"Katrien {number}", email=f"k{number}@debrug.example")
        table.point(f"School {number}", domain="school")
        table.agree(f"{ROOM} {number}", who=(lens.id,))
        table.invite(lens)
        table.give(lens, f"line {number}")


def test_a_consultation_from_the_list_to_the_table(town: Town) -> None:
    dossier = a_dossier(town).dossier
    browser, path = town.noor.client, f"/dossiers/{dossier.id}/consultations"
    assert "Nog geen overleg" in said(browser.get(path))
    started = browser.post(
        path, {"once": new_id(), "day": "2021-03-19", "hour": "16:00", "minutes": "60", "place": "zaal Linde"}
    )
    assert started.status_code == 302
    here = started["Location"]
    seat = {"once": new_id(), "name": "Yusuf", "kind": "youth", "secrecy": "none", "language": "nl"}
    assert browser.post(f"{here}/seat", seat).status_code == 302
    assert browser.post(f"{here}/item", {"once": new_id(), "title": "Voetbal", "minutes": "15"}).status_code == 302
    page = said(browser.get(here))
    for words in ("Vrijdag 19 maart, 16.00", "zaal Linde", "Yusuf", "Voetbal", "15 min"):
        assert words in page
    assert "zaal Linde" in said(browser.get(path))


@pytest.mark.parametrize("more", [(), ("table",)])
def test_everybody_else_gets_the_one_refusal(town: Town, table: Table, more: tuple[str, ...]) -> None:
    path = address(table, *more)
    absent = path.replace(table.id, new_id())
    for who in (town.fatma, town.samir, town.greet, town.hilde, town.ann):
        answers = [who.client.get(one) for one in (path, absent)]
        assert [answer.status_code for answer in answers] == [404, 404]
        texts = [re.sub(r'value="\w{64}"', "", answer.content.decode()) for answer in answers]
        assert texts[0].replace(table.id, "") == texts[1].replace(absent.split("/")[4], "")
    assert town.joris.client.get(path).status_code == 200


def test_the_shared_screen_shows_agenda_and_agreements_and_nothing_else(town: Town, table: Table) -> None:
    full(table)
    actions.write_notes(town.noor.session, table.opened(), text=NOTES, seen=0, once=new_id())
    page = town.noor.client.get(address(table, "table")).content.decode()
    assert "School 0" in page
    assert f"{ROOM} 0" in page
    for never in (NOTES, "line 0", "debrug.example", "De Brug", "teacher", code_of(table.opened().meeting.seats[0].id)):
        assert never not in unescape(page)
    assert "<title>Tafelbeeld" in page
    assert NOTES in said(town.noor.client.get(address(table)))


def test_an_agreement_is_made_while_talking_and_sent_twice_made_once(town: Town, table: Table) -> None:
    browser, there = town.noor.client, address(table, "table")
    form = {"once": new_id(), "what": "Trainen op woensdag.", "who": ["client"], "by_when": "2021-03-25", "domain": ""}
    for _ in range(2):
        assert browser.post(f"{there}/agree", form)["Location"] == there
    assert [one.names for _row, one in table.opened().agreements] == [("Robin V.",)]
    page = said(browser.get(there))
    assert "Trainen op woensdag." in page
    assert "25 maart 2021" in page


def test_a_refused_agreement_comes_back_as_it_was_typed(town: Town, table: Table) -> None:
    answer = town.noor.client.post(
        f"{address(table, 'table')}/agree", {"once": new_id(), "what": "Hij belt zelf.", "by_when": "gisteren"}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Hij belt zelf."' in page
    assert 'aria-invalid="true"' in page


def test_two_who_write_notes_see_both_texts_and_lose_none(town: Town, table: Table) -> None:
    browser, path = town.noor.client, f"{address(table)}/notes"
    first = {"once": new_id(), "seen": "0", "text": NOTES}
    assert browser.post(path, first).status_code == 302
    mine = {"once": new_id(), "seen": "0", "text": "Yusuf gaat om 16.25 uur."}
    page = town.joris.client.post(path, mine).content.decode()
    assert NOTES in unescape(page)
    assert "Yusuf gaat om 16.25 uur." in page
    again = dict(re.findall(r'name="(once|seen)" value="([^"]+)" id="notes-', page))
    assert town.joris.client.post(path, {**mine, **again}).status_code == 302
    notes = table.opened().notes[1]
    assert notes is not None
    assert notes.text == mine["text"]


def test_lines_are_given_by_form_with_its_checklist(town: Town, table: Table) -> None:
    lens = table.seat()
    table.agree(who=(lens.id,))
    path = address(table, "seats", lens.id)
    page = town.noor.client.get(path).content.decode()
    assert f"{ROOM} (Katrien Lens)" in page
    form = {"once": new_id(), "ground": "agreement", "typed": "One line.", "until": "2021-03-20", "by_link": "link"}
    unasked = town.noor.client.post(f"{path}/give", {**form, "informed": "on"})
    assert "Schrijf op waarmee de cliënt akkoord ging" in said(unasked)
    form["agreed_for"] = FOR
    empty = town.noor.client.post(f"{path}/give", {**form, "informed": "on"})
    assert "Elke voorwaarde van deze grond moet waar zijn." in said(empty)
    assert "One line." in empty.content.decode()
    ticked = [code for code, _said in CHECKLIST[Ground.AGREEMENT]]
    given = town.noor.client.post(f"{path}/give", {**form, "informed": "on", "checklist": ticked})
    assert given["Location"] == path
    assert Disclosure.objects.count() == 1
    assert "One line." in said(town.noor.client.get(address(table)))


def test_a_page_asks_few_questions_however_many_sit_at_the_table(town: Town, table: Table) -> None:
    full(table)
    paths = [address(table), address(table, "table"), f"/dossiers/{table.dossier}/consultations"]
    browser = town.noor.client
    few = [queries(browser, path) for path in paths]
    full(table, 6)
    assert [queries(browser, path) for path in paths] == few
    assert max(few) <= MOST_QUERIES


def test_held_through_the_page(town: Town, table: Table) -> None:
    form = {"once": new_id(), "held_on": "2021-03-01", "client": "no", "result": "agreed", "why_absent": ""}
    refused = town.noor.client.post(f"{address(table)}/hold", form)
    assert "Zeg waarom de cliënt er niet was." in said(refused)
    assert town.noor.client.post(f"{address(table)}/hold", {**form, "why_absent": "ziek"}).status_code == 302
    assert "eerste overleg · zonder de cliënt" in said(town.noor.client.get(address(table)))


def test_a_guest_reads_and_answers_and_looking_changes_nothing(table: Table) -> None:
    lens = table.seat()
    table.point("School: whole days")
    path = table.invite(lens)
    table.give(lens)
    browser, code = Client(headers={"accept-language": "nl"}), code_of(lens.id)
    assert ROOM not in said(browser.get(path))
    page = said(browser.post(path, {"code": code.lower().replace("-", " ")}))
    for words in (ROOM, "School: whole days", "Huis van de Wijk, zaal Linde"):
        assert words in page
    for name in ("Robin V.", "Noor Claes"):
        assert name not in page
    once = f"{table.opened().invitations[lens.id].principal}.{new_id()}"
    for _ in range(2):
        answer = browser.post(path, {"code": code, "once": once, "answer": "yes", "words": "Tot dan."})
        assert "Bedankt" in said(answer)
    page = said(table.town.noor.client.get(address(table)))
    assert "Wie uitgenodigd is, opent de link met een code." in page
    assert "komt" in page
    assert "“Tot dan.”" in page


def test_no_mail_holds_a_word_of_it(table: Table) -> None:
    lens = table.seat()
    table.point("School: whole days")
    table.invite(lens)
    table.give(lens)
    told = " ".join(" ".join([mail.template, mail.about, *mail.words.values()]) for mail in outbox.waiting())
    for word in ("Katrien", "Robin", "School", ROOM, code_of(lens.id), table.dossier, "zaal Linde"):
        assert word not in told
    assert ClientConsultation.objects.count() == 1


def test_somebody_on_the_network_is_filled_in_as_the_next_at_the_table(town: Town, table: Table) -> None:
    """From the list to the preparation with an id alone; a tie that is not of this dossier is refused alike."""
    other = a_dossier(town, label="Kim").dossier.id
    tie, foreign = (drawn(town.noor, one, [a_tie("Tante Ria")]).ties[0].seen.record for one in (table.dossier, other))
    browser, listed = town.noor.client, f"/dossiers/{table.dossier}/consultations"
    assert f'href="{address(table)}?tie={tie}#seat"' in browser.get(f"{listed}?tie={tie}").content.decode()
    seat = browser.get(f"{address(table)}?tie={tie}").content.decode()
    assert re.search(r'name="name" value="Tante Ria"', seat)
    assert "Tante Ria" not in browser.get(address(table)).content.decode()
    for path in (listed, address(table)):
        answers = [browser.get(f"{path}?tie={wrong}") for wrong in (foreign, new_id(), "x")]
        assert {answer.status_code for answer in answers} == {404}
