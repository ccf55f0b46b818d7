"""The pages of a take-over: who comes in, what comes back, a file, and a proof fit to print."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kring.support.dossier.models import Dossier
from kring.support.testing import ON
from kring.team.testing import Town

GOOD = "Robin V.;1/5/2019;straathoekwerk;outreach;elke 2 weken;Joris"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.KRING_TODAY = ON


def test_a_file_of_a_spreadsheet_is_looked_at(town: Town) -> None:
    raw = f"Naam;Start;Programma;Hoe;Ritme;Backup;Gsm\r\n{GOOD};0470\r\nZoë;1/5/2019;;;;\r\n".encode("cp1252")
    sent = {"once": "a", "file": SimpleUploadedFile("lijst.csv", raw), "programme": "street_work", "mode": "hybrid"}
    text = town.noor.client.post("/take-over", sent).content.decode()
    assert "1 lijn is juist" in text
    assert "Zoë" in text
    assert "Deze kolommen worden niet overgenomen" in text
    assert "<b>Gsm</b>" in text
    assert "0470" not in text


def test_what_was_typed_comes_back(town: Town) -> None:
    text = town.noor.client.post("/take-over", {"once": "a", "text": "<b>Robin</b>;ooit;;;;"}).content.decode()
    assert ">&lt;b&gt;Robin&lt;/b&gt;;ooit</textarea>" in text
    assert Dossier.objects.count() == 0


def test_nothing_pasted_and_a_workbook_are_said_beside_the_field(town: Town) -> None:
    browser = town.noor.client
    assert "Hier staat nog niets" in browser.post("/take-over", {"once": "a"}).content.decode()
    book = SimpleUploadedFile("lijst.xlsx", b"PK\x03\x04...")
    assert "Bewaar het als CSV" in browser.post("/take-over", {"once": "a", "file": book}).content.decode()


def test_more_mistakes_than_fields_are_all_named(town: Town) -> None:
    lines = "\n".join(f"Robin {n};ooit;straathoekwerk;hybride;;Joris" for n in range(150))
    text = town.noor.client.post("/take-over", {"once": "a", "text": lines}).content.decode()
    assert text.count('name="line-') == 100
    assert "Nog 50 lijnen te herstellen" in text
    assert text.count("geen dag die wij kunnen lezen") == 150


def test_the_proof_holds_numbers_and_no_case(town: Town) -> None:
    browser = town.noor.client
    browser.post("/take-over", {"once": "a", "text": GOOD, "open": "1"})
    text = browser.get("/take-over/proof").content.decode()
    assert "1 dossier werd overgenomen" in text
    assert "Robin" not in text


@pytest.mark.parametrize("who", ["greet", "bart", "hilde", "saar", "ann", "wout", "marc"])
def test_who_carries_no_dossiers_takes_none_over(town: Town, who: str) -> None:
    browser = town.people[who].client
    assert browser.get("/take-over").status_code == 404
    assert browser.post("/take-over", {"once": "a", "text": GOOD, "open": "1"}).status_code == 404
    assert browser.get("/take-over/proof").status_code == 404
    assert Dossier.objects.count() == 0
