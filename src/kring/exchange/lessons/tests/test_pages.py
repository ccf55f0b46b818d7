"""The pages of the library, with a real session over HTTP."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.exchange.lessons import actions, collecting
from kring.exchange.lessons.tests.test_lessons import CARD, OUTSIDE, a_card, library
from kring.team.testing import Town
from kring.vault.primitives import new_id

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")
FIELDS = {"title": "Bel terug", "situation": "Een buur belt.", "helped": "Een uur afspreken.", "seen": "0"}


def asked(browser: Client, path: str, **fields: str) -> int:
    """How much a page asks, the journal and transactions not counted."""
    browser.get(path)
    with CaptureQueriesContext(connection) as found:
        answer: Any = browser.post(path, fields) if fields else browser.get(path)
    assert answer.status_code == 200
    return sum(not any(word in one["sql"] for word in HOUSEKEEPING) for one in found.captured_queries)


def test_a_card_is_written_by_one_programme_and_found_by_another(town: Town) -> None:
    sent = town.noor.client.post("/exchange/lessons/write", {**FIELDS, "once": new_id()})
    assert sent.status_code == 302
    found = town.nele.client.post("/exchange/lessons", {"words": "AFSPREKEN"}).content.decode()
    assert "Bel terug" in found
    assert "Bel terug" not in town.nele.client.post("/exchange/lessons", {"words": "fietspunt"}).content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(town: Town) -> None:
    answer = town.noor.client.post("/exchange/lessons/write", {**FIELDS, "title": "", "once": new_id()})
    assert answer.status_code == 422
    assert "Een buur belt." in answer.content.decode()


def test_two_who_write_one_card_better_see_both(town: Town) -> None:
    card = a_card(town.noor)
    record, _content = library(town.nele).card(card)
    actions.rewrite_card(library(town.noor), card, CARD, seen=record.revision, once=new_id())
    path = f"/exchange/lessons/{card}/better"
    late = town.nele.client.post(path, {**FIELDS, "seen": str(record.revision), "once": new_id()})
    assert late.status_code == 409
    assert all(words in late.content.decode() for words in (CARD.title, "Een uur afspreken."))


def test_who_belongs_to_no_circle_of_casework_finds_no_page(town: Town) -> None:
    card = a_card(town.noor)
    for name in OUTSIDE:
        for path in ("/exchange/lessons", f"/exchange/lessons/{card}", "/exchange/lessons/write"):
            assert town.people[name].client.get(path).status_code == 404


def test_every_page_asks_at_most_eight_questions_however_many_cards(town: Town) -> None:
    card, browser = a_card(town.noor), town.nele.client
    made = collecting.gather(library(town.noor), "Scholen", "", once=new_id())
    collecting.put_in(library(town.noor), made, card)
    paths = ("/exchange/lessons", f"/exchange/lessons/{card}", f"/exchange/collections/{made}")
    few = [asked(browser, path) for path in paths] + [asked(browser, "/exchange/lessons", words="verslag")]
    for _ in range(6):
        collecting.put_in(library(town.noor), made, a_card(town.noor))
        collecting.gather(library(town.noor), "Nog een", "", once=new_id())
    more = [asked(browser, path) for path in paths] + [asked(browser, "/exchange/lessons", words="verslag")]
    assert more == few
    assert max(few) <= 8, few
