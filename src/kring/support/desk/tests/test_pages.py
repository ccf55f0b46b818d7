"""The pages of the desk through HTTP: who sees what, one refusal face, few queries, nothing in titles or addresses."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.support.clarification.content import TalkNotes
from kring.support.dossier import actions
from kring.support.dossier.actions import Kept, OpenedDossier
from kring.support.dossier.content import Identity, Phase
from kring.support.dossier.models import Summary
from kring.support.intake.content import ReferralContent, Referrer
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town
from kring.vault import sharing
from kring.vault.acts import acting
from kring.vault.models import JournalEntry
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded

TOLD = ReferralContent(
    Referrer("Katrien Lens", "De Brug"), concern="what the school told", domains=("housing",), protect_source=True
)
TALK = TalkNotes("what was said in the talk", by="", at=datetime(2021, 2, 25, 10, tzinfo=UTC))
WHO = Identity(name="Robin Vervloet", nickname="Bobby", contact="bel niet")
MOST_QUERIES = 8
HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def asked(browser: Client, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, int]:
    """Status, text and the number of queries, without transaction control and the journal entry."""
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(path) if fields is None else browser.post(path, fields)
    counted = [query for query in captured.captured_queries if not any(word in query["sql"] for word in HOUSEKEEPING)]
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return answer.status_code, text.replace(path, "(this page)"), len(counted)


def last_entry() -> str:
    text = JournalEntry.objects.order_by("-id").values_list("text", flat=True)[0]
    return bytes(text or b"").decode()


def test_my_dossiers_in_their_groups(town: Town) -> None:
    a_dossier(town, label="Elias T.", rhythm_days=7, last_contact_on=ON - timedelta(days=31), attempts_since=6)
    a_dossier(town, label="Jade P.", next_step="Mee naar de huisarts", next_step_on=ON + timedelta(days=2))
    a_dossier(town, label="Milan S.", last_contact_on=ON - timedelta(days=90))
    status, text, _ = asked(town.noor.client, "/dossiers")
    assert status == 200
    assert "Stil geworden: langer dan het afgesproken ritme · 1" in text
    assert "6 keer geprobeerd · elke week" in text
    assert "Deze week een stap · 1" in text
    assert "Verder, volgens afspraak · 1" in text
    assert "3 van mij · 0 waar ik meewerk" in text
    assert "<title>Mijn dossiers" in text


def test_a_deputy_and_a_co_worker_work_along_and_others_see_nothing(town: Town) -> None:
    opened = a_dossier(town, label="Elias T.")
    with acting("test.along", by=town.noor.principal) as act:
        actions.add_co_worker(act, opened.keys, opened.dossier, town.tom.principal, from_on=ON)
    for along in (town.joris, town.tom):
        _, text, _ = asked(along.client, "/dossiers")
        assert "Elias T." in text
        assert "0 van mij · 1 waar ik meewerk" in text
    for other in (town.fatma, town.greet, town.hilde, town.ann):
        _, text, _ = asked(other.client, "/dossiers")
        assert "Elias T." not in text
        assert "Hier zijn nog geen dossiers" in text


def test_filters_open_only_what_they_show(town: Town) -> None:
    mine = a_dossier(town, label="Elias T.", phase=Phase.PLAN).dossier
    along = a_dossier(town, label="Jade P.", holder=town.joris, deputy=town.noor).dossier
    browser = town.noor.client
    _, text, _ = asked(browser, "/dossiers?role=mine")
    assert ("Elias T." in text, "Jade P." in text) == (True, False)
    assert mine.id in last_entry()
    assert along.id not in last_entry()
    _, text, _ = asked(browser, "/dossiers?role=along")
    assert ("Elias T." in text, "Jade P." in text) == (False, True)
    _, text, _ = asked(browser, "/dossiers", {"phase": "plan"})
    assert ("Elias T." in text, "Jade P." in text) == (True, False)


def test_summaries_hung_under_each_others_dossier_are_shown_nowhere(town: Town) -> None:
    """Both keys are open on this page, so the keys alone would let it pass."""
    a_dossier(town, label="Elias T.")
    a_dossier(town, label="Jade P.")
    one, other = Summary.objects.all()
    one.dossier_id, other.dossier_id = other.dossier_id, one.dossier_id
    unguarded(Summary).all()._raw_delete("default")
    unguarded(Summary).bulk_create([one, other])
    status, text, _ = asked(town.noor.client, "/dossiers")
    assert status == 404
    assert "Elias" not in text


@pytest.mark.parametrize("words", ["elias", "ELI", "Bobby"])
def test_search_by_label_or_nickname(town: Town, words: str) -> None:
    a_dossier(town, label="Elias T.", nickname="Bobby")
    a_dossier(town, label="Jade P.")
    _, text, _ = asked(town.noor.client, "/dossiers", {"words": words})
    assert ("Elias T." in text, "Jade P." in text) == (True, False)
    assert '"searched"' in last_entry()
    assert words not in last_entry()


def test_search_by_number_opens_one_dossier_only(town: Town) -> None:
    wanted, other = a_dossier(town, label="Elias T.").dossier, a_dossier(town, label="Jade P.").dossier
    _, text, _ = asked(town.noor.client, "/dossiers", {"words": f" {wanted.number.lower()} "})
    assert ("Elias T." in text, "Jade P." in text) == (True, False)
    assert wanted.id in last_entry()
    assert other.id not in last_entry()


def test_sec09_what_i_have_no_key_to_is_not_found(town: Town) -> None:
    hidden = a_dossier(town, label="Elias T.").dossier
    for words in ("Elias", hidden.number, "Niemand"):
        _, text, _ = asked(town.fatma.client, "/dossiers", {"words": words})
        assert "Niets gevonden" in text
        assert "/dossiers/" not in text


def test_a_search_is_one_entry_and_stands_in_no_address(town: Town) -> None:
    a_dossier(town)
    before = JournalEntry.objects.count()
    browser = town.noor.client
    signed_in = JournalEntry.objects.count()
    asked(browser, "/dossiers", {"words": "Robin"})
    assert signed_in - before == 2, "signed in, and the key of one's own facts given to the statistics office"
    assert JournalEntry.objects.count() - signed_in == 1
    _, text, _ = asked(browser, "/dossiers?words=Robin")
    assert 'value="Robin"' not in text


def test_a_closed_dossier_leaves_the_list_and_its_page_stays(town: Town) -> None:
    opened = a_dossier(town, label="Elias T.")
    with acting("test.close", by=town.noor.principal) as act:
        actions.close_dossier(act, opened.keys, opened.dossier, ON)
    browser = town.noor.client
    assert "Elias T." not in asked(browser, "/dossiers")[1]
    assert "afgesloten op 1 maart 2021" in asked(browser, f"/dossiers/{opened.dossier.id}")[1]


@pytest.mark.parametrize("rows", [1, 12])
def test_the_number_of_queries_does_not_follow_the_rows(town: Town, rows: int) -> None:
    for _ in range(rows):
        a_dossier(town, identity=WHO)
    browser = town.noor.client
    asked(browser, "/dossiers")  # the first time every key is kept under the ring
    _, text, queries = asked(browser, "/dossiers")
    assert text.count('class="rowlink"') == rows
    assert queries <= MOST_QUERIES
    assert asked(browser, "/dossiers", {"words": "Robin"})[2] <= MOST_QUERIES


def full(town: Town) -> OpenedDossier:
    return a_dossier(town, identity=WHO, referral=[Kept("referral", TOLD), Kept("talk", TALK)])


def test_the_page_of_a_dossier(town: Town) -> None:
    made = full(town).dossier
    browser = town.noor.client
    asked(browser, f"/dossiers/{made.id}")  # the first time the key is kept under the ring
    status, text, queries = asked(browser, f"/dossiers/{made.id}")
    assert status == 200
    assert "<title>Een dossier" in text
    for shown in ("Robin V.", "Robin Vervloet", made.number, "Vertel het in je eerste gesprek", "1 april 2021"):
        assert shown in text
    for kept in ("what the school told", "Katrien Lens, De Brug", "niet als bron", "what was said", "25 februari 2021"):
        assert kept in text
    for holder in ("Noor Claes", "Joris Peeters", "Een lid van de kring", "Twee vertrouwenspersonen samen"):
        assert holder in text
    assert "Fatma" not in text
    assert queries <= MOST_QUERIES


@pytest.mark.parametrize(("known", "further"), [(True, {"appointments", "rhythm", "age"}), (False, {"rhythm"})])
def test_the_page_leads_to_appointments_rhythm_and_age_as_far_as_they_open(
    town: Town, known: bool, further: set[str]
) -> None:
    made = (full(town) if known else a_dossier(town)).dossier
    text = town.noor.client.get(f"/dossiers/{made.id}").content.decode()
    led = {page for page in ("appointments", "rhythm", "age") if f"/dossiers/{made.id}/{page}" in text}
    assert led >= further
    assert ("age" in led) is known, "without a known identity nobody is asked to look at an age"
    for page in led:
        assert asked(town.noor.client, f"/dossiers/{made.id}/{page}")[0] == 200


def test_a_part_without_a_key_shows_that_it_is_there_and_not_what(town: Town) -> None:
    opened = full(town)
    with acting("test.along", by=town.noor.principal) as act:
        actions.add_co_worker(act, opened.keys, opened.dossier, town.tom.principal, from_on=ON)
    _, text, _ = asked(town.tom.client, f"/dossiers/{opened.dossier.id}")
    assert "Gesloten voor jou" in text
    assert "Robin Vervloet" in text
    assert "what the school told" not in text
    assert "what was said" not in text


def test_a_holder_whose_key_was_withdrawn_is_refused(town: Town) -> None:
    opened = a_dossier(town)
    with acting("test.withdraw", by=town.noor.principal) as act:
        sharing.withdraw(act, bundle=opened.dossier.id, parts=["summary"], holder=town.joris.principal)
    status, text, _ = asked(town.joris.client, f"/dossiers/{opened.dossier.id}")
    assert status == 403, "the deputy knows of it, and reads why (test_why_shut.py)"
    assert "Robin V." not in text
    assert "Robin V." not in asked(town.joris.client, "/dossiers")[1]


@pytest.mark.parametrize("who", ["fatma", "samir", "nele", "greet", "bart", "hilde", "saar", "ann", "marc"])
def test_absent_and_forbidden_are_one_answer(town: Town, who: str) -> None:
    """A colleague of the same circle, heads, offices and the administrator: the same face as for nothing at all."""
    made = full(town).dossier
    somebody: Persona = town.people[who]
    browser = somebody.client
    forbidden = asked(browser, f"/dossiers/{made.id}")
    entry = last_entry()
    absent = asked(browser, f"/dossiers/{new_id()}")
    assert forbidden == absent
    assert forbidden[0] == 404
    assert '"refused"' in entry
    assert '"refused"' in last_entry()


def test_nobody_signed_in_is_sent_to_the_door(town: Town) -> None:
    made = a_dossier(town).dossier
    answer = Client().get(f"/dossiers/{made.id}")
    assert answer.status_code == 302
    assert "Robin" not in answer.content.decode()


@pytest.mark.parametrize("inside", ["", "/network", "/plan", "/household", "/follow-up"])
def test_the_menu_says_that_one_is_within_my_dossiers(town: Town, inside: str) -> None:
    made = a_dossier(town).dossier.id
    marked = re.compile(r'<a href="([^"]+)" aria-current="(\w+)">')
    assert ("/dossiers", "page") in marked.findall(town.noor.client.get("/dossiers").content.decode())
    found = marked.findall(town.noor.client.get(f"/dossiers/{made}{inside}").content.decode())
    assert found.count(("/dossiers", "true")) == 2, "at the desk and under a thumb"
    assert ("/dossiers", "page") not in found
    assert "/dossiers" not in dict(marked.findall(town.noor.client.get("/today").content.decode()))
