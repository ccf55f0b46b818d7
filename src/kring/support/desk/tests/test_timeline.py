"""The stream of a dossier through HTTP: the newest first, few queries, what is shut says that it is there."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kring.support.contacts.log.actions import correct, log_contact, pin
from kring.support.contacts.log.content import Contact, SensitiveNote
from kring.support.contacts.log.notes import write_own, write_sensitive
from kring.support.desk.tests.test_pages import HOUSEKEEPING, MOST_QUERIES, full
from kring.support.dossier.content import Identity
from kring.support.dossier.marks.content import About, AgogicException, Marks
from kring.support.testing import ON, a_dossier
from kring.team.testing import Town
from kring.vault.keycheck import keycheck
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.sweeping import sweep

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2021, 2, 28, 23, tzinfo=UTC)
"""The first minute of the day of the tests: never to come, whatever the hour they run at."""


@pytest.fixture(autouse=True)
def on_the_first_of_march(settings: Any) -> None:
    settings.KRING_TODAY = ON


def contact(sentence: str, days: int = 1, **more: Any) -> Contact:
    return Contact(
        **{
            "kind": "street",
            "at": MIDNIGHT - timedelta(days=days),
            "noted_at": MIDNIGHT,
            "by": "",
            "sentence": sentence,
            **more,
        }
    )


def log(town: Town, dossier: str, sentence: str, days: int = 1, **more: Any) -> str:
    return log_contact(town.noor.session, [dossier], contact(sentence, days, **more), once=sentence).record


def seen(browser: Client, path: str) -> tuple[str, int]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = browser.get(path)
    counted = [query for query in captured.captured_queries if not any(word in query["sql"] for word in HOUSEKEEPING)]
    return answer.content.decode(), len(counted)


def test_contacts_stand_newest_first_with_the_clients_own_words(town: Town) -> None:
    made = a_dossier(town).dossier.id
    log(town, made, "Eerst dit.", 3, client_words="Ik wil terug voetballen.")
    log(town, made, "Dan dat.", 2, made=False)
    page, _ = seen(town.joris.client, f"/dossiers/{made}")
    assert page.index("Dan dat.") < page.index("Eerst dit.")
    assert "Straat, niet gelukt" in page
    assert re.search(r'class="voice s">Ik wil terug voetballen\.', page)
    assert "Opgeschreven op 1 maart 2021." in page
    assert "Er werd een rol opgenomen" in page


@pytest.mark.parametrize("notes", [3, 40])
def test_few_queries_whatever_the_number_of_notes(town: Town, notes: int) -> None:
    made = full(town).dossier.id
    other = a_dossier(town, label="Kim").dossier.id
    for number in range(notes):
        log(town, made, f"Notitie {number}", number % 50)
    log_contact(town.noor.session, [made, other], contact("Samen gevoetbald."), once="both")
    write_own(town.noor.session, made, "Zelf te onthouden.", once="own")
    browser = town.noor.client
    seen(browser, f"/dossiers/{made}")
    page, queries = seen(browser, f"/dossiers/{made}")
    assert "Samen gevoetbald." in page
    assert "Zelf te onthouden." in page
    assert queries <= MOST_QUERIES


def test_the_rest_stands_on_demand_and_none_is_passed_over(town: Town) -> None:
    made, browser = a_dossier(town).dossier.id, town.noor.client
    for number in range(75):
        log(town, made, f"Notitie nummer {number}.", number // 2)
    path, found = f"/dossiers/{made}", set()
    for _ in range(9):
        page, _ = seen(browser, path)
        found |= set(re.findall(r"Notitie nummer (\d+)\.", page))
        older = re.search(r'href="(/dossiers/[^"]*before=[^"]*)#stream"', page)
        if older is None:
            break
        path = older[1].replace("&amp;", "&")
    assert found == {str(number) for number in range(75)}


def test_filters_and_pins(town: Town) -> None:
    made = a_dossier(town).dossier.id
    first = log(town, made, "Lang geleden.", 300)
    for number in range(35):
        log(town, made, f"Later {number}", number)
    pin(town.joris.session, made, first)
    page, _ = seen(town.noor.client, f"/dossiers/{made}")
    assert page.index("Lang geleden.") < page.index("Later 0")
    assert "bovenaan" in page
    events, _ = seen(town.noor.client, f"/dossiers/{made}?show=events")
    assert "Later 0" not in events
    assert "Er werd een rol opgenomen" in events
    assert "Later 0" in seen(town.noor.client, f"/dossiers/{made}?show=contacts")[0]
    for odd in ("?show=x", "?before=x", "?before=9999-99-99"):
        assert "Later 0" in seen(town.noor.client, f"/dossiers/{made}{odd}")[0]


def test_a_correction_shows_both(town: Town) -> None:
    made = a_dossier(town).dossier.id
    record = log(town, made, "Wil dansen.")
    path = f"/dossiers/{made}/contacts/{record}"
    form = {"kind": "school", "sentence": "Wil voetballen.", "once": "x", "day": "2021-02-28", "time": "12:00"}
    assert town.joris.client.post(path, form).status_code == 302
    page, _ = seen(town.noor.client, f"/dossiers/{made}")
    assert "Wil voetballen." in page
    assert "Noor schreef eerst:" in page
    assert "Wil dansen." in page
    struck = replace(contact("Wil voetballen."), struck=True, noted_at=MIDNIGHT + timedelta(days=1))
    correct(town.noor.session, made, record, struck, once="y")
    assert "Geschrapt" in seen(town.noor.client, path)[0]
    assert town.noor.client.post(f"{path}/pin", {"pinned": "yes"}).status_code == 302
    for other in (town.samir, town.greet):
        assert other.client.get(path).status_code == other.client.post(path, form).status_code == 404


def test_min_07_as_the_client_will_read_it(town: Town) -> None:
    made = a_dossier(town).dossier.id
    log(town, made, "Gewoon gesproken.")
    later = AgogicException("nog te vroeg", ON + timedelta(days=9))
    marks = {
        "In vertrouwen gezegd.": Marks(in_confidence=True),
        "Voor de rechtbank.": Marks(for_court=True),
        "Over zijn oom.": Marks(about=About.THIRD_PARTY_ONLY),
        "Nog niet lezen.": Marks(agogic=later),
    }
    for sentence, mark in marks.items():
        log(town, made, sentence, marks=mark)
    log(town, made, "Nu wel.", marks=Marks(agogic=replace(later, review_on=ON)))
    write_own(town.noor.session, made, "Voor mij alleen.", once="own")
    page, _ = seen(town.noor.client, f"/dossiers/{made}?show=client")
    assert "Gewoon gesproken." in page
    assert "Nu wel." in page
    assert not [one for one in (*marks, "Voor mij alleen.") if one in page]


def test_a_sensitive_note_opens_for_who_is_named_and_says_to_others_that_it_is_there(town: Town) -> None:
    made, before = a_dossier(town).dossier.id, keycheck()
    form = {"topic": "health", "text": "Slikt iets tegen angst.", "once": "one", "named": []}
    answer = town.noor.client.post(f"/dossiers/{made}/sensitive", form)
    assert answer.status_code == 302
    assert town.noor.client.post(f"/dossiers/{made}/sensitive", form)["Location"] == answer["Location"]
    assert "Slikt iets tegen angst." in town.noor.client.get(answer["Location"]).content.decode()
    page, queries = seen(town.joris.client, f"/dossiers/{made}")
    assert "Een gevoelige notitie" in page
    assert "Noor Claes" in page
    assert "angst" not in page
    assert queries <= MOST_QUERIES
    assert town.joris.client.get(answer["Location"]).status_code == 404
    shared = town.noor.client.post(
        f"/dossiers/{made}/sensitive", {**form, "once": "two", "text": "Ook dit.", "named": [town.joris.principal]}
    )
    assert "Ook dit." in town.joris.client.get(shared["Location"]).content.decode()
    assert town.noor.client.post(f"/dossiers/{made}/sensitive", {**form, "topic": "justice"}).status_code == 422
    assert keycheck() == before
    assert sweep() == []


def test_only_who_stands_around_the_dossier_can_be_named_sec_03(town: Town) -> None:
    made = a_dossier(town).dossier.id
    note = SensitiveNote("health", "x", "", MIDNIGHT)
    for other in (town.samir, town.nele, town.greet):
        with pytest.raises(Refused):
            write_sensitive(town.noor.session, made, note, named=[other.principal], once="one")
        with pytest.raises(Refused):
            write_sensitive(other.session, made, note, named=[], once="one")


def test_an_own_note_leaves_no_trace_for_others(town: Town) -> None:
    made, before = a_dossier(town, identity=Identity(name="Robin")).dossier.id, keycheck()
    bare, _ = seen(town.joris.client, f"/dossiers/{made}")
    for once in ("one", "one", "two"):
        town.noor.client.post(f"/dossiers/{made}/own", {"text": "Twijfel over school.", "once": once})
    mine, _ = seen(town.noor.client, f"/dossiers/{made}?show=own")
    assert mine.count("Twijfel over school.") == 2
    theirs, _ = seen(town.joris.client, f"/dossiers/{made}")
    assert "Twijfel" not in theirs
    assert theirs.count("<li") == bare.count("<li")
    town.joris.client.post(f"/dossiers/{made}/own", {"text": "Wat Joris denkt.", "once": "one"})
    assert "Wat Joris denkt." in seen(town.joris.client, f"/dossiers/{made}?show=own")[0]
    assert town.samir.client.post(f"/dossiers/{made}/own", {"text": "x"}).status_code == 404
    assert keycheck() == before
    assert sweep() == []


def test_words_are_found_in_what_one_may_open_alone(town: Town) -> None:
    mine, theirs = (
        a_dossier(town).dossier.id,
        a_dossier(town, label="Kim", holder=town.samir, deputy=town.eline).dossier.id,
    )
    other = a_dossier(town, label="Sam").dossier.id
    log(town, mine, "Wil weer naar de Ateliérs.")
    log_contact(town.samir.session, [theirs], contact("Ook naar de ateliers."), once="x")
    log_contact(town.noor.session, [mine, other], contact("Samen naar ateliers gefietst."), once="both")
    write_own(town.noor.session, mine, "Ateliers: zelf bellen.", once="own")
    page = town.noor.client.post("/notes", {"words": "ateliers"}).content.decode()
    assert page.count('class="words"') == 4
    assert "Ook naar" not in page
    assert "zelf bellen" not in town.joris.client.post("/notes", {"words": "ateliers"}).content.decode()
    assert "Geen notitie van jou" in town.noor.client.post("/notes", {"words": "ateliers zwemmen"}).content.decode()
    assert town.ann.client.post("/notes", {"words": "ateliers"}).content.decode().count('class="words"') == 0


def test_absent_and_forbidden_look_the_same(town: Town) -> None:
    made = a_dossier(town).dossier.id
    record = log(town, made, "Iets.")
    browser = town.samir.client
    for path in ("/dossiers/{}", "/dossiers/{}/sensitive", "/dossiers/{}/contacts/" + record):
        texts = {
            re.sub(r'value="\w{64}"', "", seen(browser, path.format(one))[0]).replace(one, "")
            for one in (made, new_id())
        }
        assert len(texts) == 1
