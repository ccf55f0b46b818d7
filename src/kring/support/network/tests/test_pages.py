"""The pages of the network through HTTP: map and list say the same, forms come back whole, few queries, two sides."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.utils.html import strip_tags

from kring.support.clarification.tests.asking import asked, hidden
from kring.support.dossier.content import Phase
from kring.support.dossier.marks.content import About
from kring.support.network.actions import add_factor
from kring.support.network.content import Factor, Pull, Ring
from kring.support.network.queries import network_of
from kring.support.network.testing import AROUND_ROBIN, a_tie, drawn, entered, named
from kring.support.testing import ON, a_dossier
from kring.team.testing import Persona, Town

MOST_QUERIES = 8
NEW = {"name": "Yusuf", "kind": "person", "domain": "leisure", "ring": "regular", "relation": "support"}


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def send(who: Persona, page: str, action: str, **words: str) -> tuple[int, str]:
    """Fill in a form as it stands on the page, and send it: status, and the text of the answer or where it leads."""
    browser = who.client
    answer = browser.post(action, {**hidden(browser, page, action), **words})
    return answer.status_code, answer.headers.get("Location", "") or answer.content.decode()


def test_an_empty_map_says_how_to_begin(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    status, text, queries = asked(town.noor.client, f"/dossiers/{dossier}/network")
    assert status == 200
    assert "Hier staat nog niemand" in text
    assert "<title>Netwerk" in text
    assert queries <= MOST_QUERIES


def test_somebody_put_on_the_map_stands_in_drawing_and_list(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    here = f"/dossiers/{dossier}/network"
    status, where = send(town.noor, f"{here}/add", f"{here}/add", from_on="2020-11-05", **NEW)
    assert (status, where) == (302, f"{here}#list")
    text = asked(town.joris.client, here)[1]
    drawing, listed = text.split("Dezelfde kaart als lijst", 1)
    assert "<title>Yusuf: regelmatig, geeft steun</title>" in drawing
    assert all(word in strip_tags(listed) for word in ("Yusuf", "regelmatig", "geeft steun", "Vrije tijd"))


def test_min_01_marks_are_of_the_surroundings_unless_said_otherwise(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    here = f"/dossiers/{dossier}/network"
    send(town.noor, f"{here}/add", f"{here}/add", from_on="2020-11-05", **NEW)
    marked = {"about": "third_party_only", "in_confidence": "on", "name": "Senna"}
    send(town.noor, f"{here}/add", f"{here}/add", from_on="2020-11-05", **{**NEW, **marked})
    network = network_of(entered(town.noor, dossier))
    assert named(network, "Yusuf").tie.marks.about == About.CONTEXT
    marks = named(network, "Senna").tie.marks
    assert (marks.about, marks.in_confidence, marks.for_court) == (About.THIRD_PARTY_ONLY, True, False)
    shown = strip_tags(asked(town.noor.client, here)[1])
    assert "alleen over iemand anders" in shown
    assert "in vertrouwen" in shown


def test_min_01_an_exception_is_looked_at_again(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    here = f"/dossiers/{dossier}/network/add"
    status, text = send(town.noor, here, here, from_on="2020-11-05", agogic="nog te vroeg", **NEW)
    assert status == 200
    assert "nooit voorgoed" in text
    assert 'value="nog te vroeg"' in text


def test_a_refused_form_keeps_every_word(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    here = f"/dossiers/{dossier}/network/add"
    status, text = send(town.noor, here, here, from_on="2021-04-01", role="trainer", **{**NEW, "name": ""})
    assert status == 200
    assert "Deze dag moet nog komen" in text
    assert 'value="trainer"' in text


def test_two_at_once_the_second_sees_both_and_can_send_again(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie()]), "Kobe")
    page = f"/dossiers/{dossier}/network/{row.seen.record}"
    move = f"{page}/move"
    browser = town.noor.client
    stale = {**hidden(browser, page, move), "ring": "far", "relation": "tense", "words": "ruzie aan het station"}
    send(town.joris, page, move, ring="regular", relation="thin", from_on="2021-02-20", words="zien elkaar minder")
    answer = browser.post(move, {**stale, "from_on": "2021-02-27"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "zien elkaar minder" in text
    assert 'value="ruzie aan het station"' in text
    again = {**stale, "seen": "2", "from_on": "2021-02-27"}
    assert browser.post(move, again).status_code == 302
    tie = named(network_of(entered(town.noor, dossier)), "Kobe").tie
    assert [state.ring for state in tie.states] == [Ring.CLOSE, Ring.REGULAR, Ring.FAR]


def test_a_form_sent_twice_is_answered_as_the_first_time(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie()]), "Kobe")
    page = f"/dossiers/{dossier}/network/{row.seen.record}"
    fields = {**hidden(town.noor.client, page, f"{page}/erase"), "sure": "on"}
    assert [town.noor.client.post(f"{page}/erase", fields).status_code for _ in range(2)] == [302, 302]


def test_history_shows_the_map_of_a_day(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    drawn(town.noor, dossier)
    now = strip_tags(asked(town.noor.client, f"/dossiers/{dossier}/network")[1])
    then = strip_tags(asked(town.noor.client, f"/dossiers/{dossier}/network?on=2020-12-01")[1])
    assert "15 mensen en organisaties" in now
    assert "14 mensen en organisaties" in then
    assert "Zoals het was op 1 december 2020" in then
    assert "kwam op de kaart: regelmatig, geeft steun" in now


def test_drawn_together_is_the_step_of_the_journey(town: Town) -> None:
    dossier = a_dossier(town, programme="identity_coaching").dossier.id
    drawn(town.noor, dossier, [a_tie()])
    here = f"/dossiers/{dossier}/network"
    status, _ = send(town.noor, here, f"{here}/drawn", on="2020-11-05", words="Kobe weet alles.")
    assert status == 302
    text = asked(town.noor.client, here)[1]
    assert "Samen getekend op 5 november 2020" in text
    assert "“Kobe weet alles.”" in text
    opened = entered(town.noor, dossier)
    assert opened.summary.phase == Phase.CONSULTATION
    assert opened.summary.steps[0].on == date(2020, 11, 5)


def test_who_stands_beside_it_is_refused_alike(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    row = named(drawn(town.noor, dossier, [a_tie()]), "Kobe")
    for path in ("", "/add", f"/{row.seen.record}"):
        there, nowhere = f"/dossiers/{dossier}/network{path}", f"/dossiers/{'x' * 22}/network{path}"
        for other in (town.samir, town.greet, town.hilde, town.ann):
            first, second = asked(other.client, there), asked(other.client, nowhere)
            assert first[0] == second[0] == 404
            assert first[2] == second[2]


def test_queries_do_not_grow_with_the_map(town: Town) -> None:
    small, large = a_dossier(town).dossier.id, a_dossier(town).dossier.id
    drawn(town.noor, small, AROUND_ROBIN[:2])
    drawn(town.noor, large, [a_tie(f"Kobe {number}") for number in range(40)])
    counts = [asked(town.noor.client, f"/dossiers/{dossier}/network")[2] for dossier in (small, large)]
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_register_number_in_a_name_gives_a_hint_and_never_a_block(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    drawn(town.noor, dossier, [a_tie("Kobe 93.05.18-223.61")])
    assert "rijksregisternummer" in asked(town.noor.client, f"/dossiers/{dossier}/network")[1]


def test_a_name_with_markup_stays_text_in_drawing_and_list(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    drawn(town.noor, dossier, [a_tie("<script>x</script>", role='"><b>')])
    text = town.noor.client.get(f"/dossiers/{dossier}/network").content.decode()
    assert "<script>x" not in text
    assert '"><b>' not in text
    assert "&lt;script&gt;x" in text


def test_the_family_is_a_tree_and_a_list_and_who_died_is_not_invited(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    gone = replace(named(drawn(town.noor, dossier), "Oma Rita").tie, died=True, name="Opa Jef")
    row = named(drawn(town.noor, dossier, [gone]), "Opa Jef")
    text = strip_tags(asked(town.noor.client, f"/dossiers/{dossier}/network")[1])
    assert "Stamboom" in text
    assert "Opa Jef · grootouder, moeders kant · geeft steun · overleden" in " ".join(text.split())
    page = asked(town.noor.client, f"/dossiers/{dossier}/network/{row.seen.record}")[1]
    assert "Nodig uit voor een overleg" not in page
    mama = named(network_of(entered(town.noor, dossier)), "Mama")
    page = asked(town.noor.client, f"/dossiers/{dossier}/network/{mama.seen.record}")[1]
    assert "Maak er een actie van in het plan" in page


def test_gdp_10_a_factor_needs_something_to_do_and_is_never_counted(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    here = f"/dossiers/{dossier}/network/factors/add"
    said = {"pull": "loss", "domain": "school", "words": "dreigende uitval", "noted_on": "2021-02-01"}
    status, text = send(town.noor, here, here, **said)
    assert status == 200
    assert "hoort het hier niet" in text
    for number in range(3):
        browser = town.noor.client
        browser.post(here, {**hidden(browser, here, here), **said, "action": f"overleg {number}"})
    text = strip_tags(asked(town.noor.client, f"/dossiers/{dossier}/network")[1])
    part = text.split("Wat vasthoudt, wat losmaakt", 1)[1].split("Noteer iets", 1)[0]
    assert part.count("dreigende uitval") == 3
    assert not re.search(r"\b[34]\b", part)


def test_a_factor_that_is_over_is_off_the_page_and_a_second_reviewer_sees_both(town: Town) -> None:
    dossier = a_dossier(town).dossier.id
    said = Factor(Pull.BOND, "leisure", "vaste plek bij de club", "Yusuf vragen", date(2021, 2, 1))
    add_factor(entered(town.noor, dossier), said, once="one")
    [row] = network_of(entered(town.noor, dossier)).factors
    page = f"/dossiers/{dossier}/network/factors/{row.seen.record}"
    browser = town.noor.client
    stale = {**hidden(browser, page, f"{page}/review"), "on": "2021-02-27", "still": "over", "words": "club stopte"}
    send(town.joris, page, f"{page}/review", still="changed", on="2021-02-20", words="andere trainer")
    answer = browser.post(f"{page}/review", stale)
    assert answer.status_code == 409
    assert "andere trainer" in answer.content.decode()
    assert 'value="club stopte"' in answer.content.decode()
    assert browser.post(f"{page}/review", {**stale, "seen": "2"}).status_code == 302
    assert "vaste plek bij de club" not in asked(browser, f"/dossiers/{dossier}/network")[1]
