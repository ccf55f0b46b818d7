"""The head of service and the administrator word the letters; nobody else, and nobody's dossier."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from kring.team.clock import today
from kring.team.law import NEW_CODE_FROM
from kring.team.retention import DEFAULTS
from kring.team.retention.actions import write_rule
from kring.team.testing import Town
from kring.team.wording import queries
from kring.team.wording.letters import standard
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
WORD = "/team/letters/invitation/nl"


def keep(town: Town, text: str, *, seen: int = 0, once: str = "") -> object:
    return town.greet.client.post(WORD, {"text": text, "seen": seen, "once": once or new_id()})


@pytest.mark.parametrize("name", ["noor", "samir", "saar", "hilde", "bart"])
def test_only_two_functions_word_the_letters(town: Town, name: str) -> None:
    browser = town.people[name].client
    for path in ("/team/letters", WORD):
        assert browser.get(path).status_code == 404
        assert browser.post(path).status_code == 404
    assert browser.post(f"{WORD}/pdf").status_code == 404


@pytest.mark.parametrize("name", ["greet", "ann"])
def test_they_see_a_preview_of_invented_people(town: Town, name: str) -> None:
    page = strip_tags(town.people[name].client.get(WORD).content.decode())
    assert "Dag Kobe" in page
    assert "woensdag 10 maart om 14 uur" in page


def test_a_version_is_followed_and_never_changed(town: Town) -> None:
    assert keep(town, "Hallo {name}").status_code == 302  # type: ignore[attr-defined]  # an answer
    assert keep(town, "Dag {name}, tot {day}", seen=1).status_code == 302  # type: ignore[attr-defined]  # an answer
    assert [row.text for row in queries.versions("invitation", "nl")] == ["Dag {name}, tot {day}\n", "Hallo {name}\n"]
    assert queries.text("invitation", "fr").number == 0
    page = strip_tags(town.greet.client.get(WORD).content.decode())
    assert "Dag Kobe, tot woensdag" in page
    assert "Hallo {name}" in page


def test_sent_twice_it_is_one_version(town: Town) -> None:
    once = new_id()
    keep(town, "Hallo {name}", once=once)
    keep(town, "Hallo {name}", once=once)
    assert queries.text("invitation", "nl").number == 1


def test_an_unknown_placeholder_is_said_kindly_and_nothing_is_lost(town: Town) -> None:
    answer = keep(town, "Beste {voornaam}, welkom")
    page = answer.content.decode()  # type: ignore[attr-defined]  # an answer
    assert "Dat invulwoord bestaat niet" in page
    assert "{voornaam}" in page
    assert "Beste {voornaam}, welkom" in page
    assert queries.text("invitation", "nl").number == 0


def test_two_editors_see_both_texts(town: Town) -> None:
    keep(town, "De tekst van Greet")
    answer = town.ann.client.post(WORD, {"text": "De tekst van Ann", "seen": 0, "once": new_id()})
    assert answer.status_code == 409
    page = strip_tags(answer.content.decode())
    assert "De tekst van Greet" in page
    assert "De tekst van Ann" in page


def test_marks_of_a_page_stay_words(town: Town) -> None:
    keep(town, "Dag <b>{name}</b> <script>alert(1)</script>")
    assert "<script>alert" not in town.greet.client.get(WORD).content.decode()


def test_gdp_16_the_facts_of_the_town_stand_in_every_letter(town: Town) -> None:
    answer = town.ann.client.post(
        "/team/letters", {"once": new_id(), "team_phone": "015 00 00 00", "supervisor": "VTC, Brussel <vtc>"}
    )
    assert answer.status_code == 302
    assert "015 00 00 00" in town.ann.client.get(WORD).content.decode()
    assert "VTC, Brussel &lt;vtc&gt;" in town.ann.client.get("/team/letters/leaflet/nl").content.decode()


@pytest.mark.parametrize(("days", "said"), [(-1, "artikel 458 van"), (0, "artikel 352 van")])
def test_sec_12_sec_14_the_note_of_silence_has_the_article_of_its_day(town: Town, days: int, said: str) -> None:
    on = NEW_CODE_FROM + timedelta(days=days)
    answer = town.noor.client.post("/team/letters/silence", {"on": on.isoformat(), "language": "nl"})
    page = strip_tags(answer.content.decode())
    assert said in page
    assert "Ik ben Noor Claes" in page
    assert "en ik mag ook zwijgen" in page


def test_preview_and_note_come_as_pdf(town: Town) -> None:
    for browser, path, given in (
        (town.greet.client, f"{WORD}/pdf", {}),
        (town.noor.client, "/team/letters/silence", {"on": "2026-05-01", "language": "fr", "pdf": "1"}),
    ):
        answer = browser.post(path, given)
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.content.startswith(b"%PDF")


def test_a_letter_or_language_that_does_not_exist_is_the_one_refusal(town: Town) -> None:
    for path in ("/team/letters/ransom/nl", "/team/letters/invitation/xx"):
        assert town.greet.client.get(path).status_code == 404
    assert reverse("team:wording") == "/team/letters"


def test_the_leaflet_says_the_term_of_the_rule(town: Town) -> None:
    """The proposal says three years; the town publishes four and a half, without an end for minors."""
    path = "/team/letters/leaflet/nl"
    page = strip_tags(town.greet.client.get(path).content.decode())
    assert "We bewaren je dossier nog 3 jaar nadat we stoppen, tot het einde van dat jaar." in page
    assert "minstens tot je twintig bent, en nooit langer dan 10 jaar" in page
    rule = replace(DEFAULTS["dossier"], months=54, most_months=0, reference="Register 2021/7", from_on=today())
    write_rule(town.hilde.principal, rule, seen=0, once=new_id())
    page = strip_tags(town.greet.client.get(path).content.decode())
    assert "nog 54 maanden nadat we stoppen" in page
    assert "twintig" not in page


def test_the_leaflet_names_everybody_who_can_read() -> None:
    said = standard("leaflet", "nl")
    for word in ("een waarnemer", "met hen meewerkt", "in nood", "twee vertrouwenspersonen", "Kan dat niet"):
        assert word in said
    assert "alleen iets door als jij dat weet" not in said


def test_the_note_of_silence_is_for_who_has_professional_secrecy(town: Town) -> None:
    """Ann is bound by discretion: no sheet, no PDF, no link; Noor has all three."""
    path = "/team/letters/silence"
    for answer in (town.ann.client.get(path), town.ann.client.post(path, {"on": "2026-05-01", "pdf": "1"})):
        page = strip_tags(answer.content.decode())
        assert "Jij valt onder discretieplicht" in page
        assert "Wat mensen mij vertellen" not in page
    assert "Wat mensen mij vertellen" in town.noor.client.get(path).content.decode()
    assert path in town.noor.client.get("/team").content.decode()
    assert path not in town.ann.client.get("/team").content.decode()
