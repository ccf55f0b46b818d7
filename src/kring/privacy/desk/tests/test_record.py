"""The record of processing: every point of GDPR art. 30(1), from the code, the rules in force and the town's facts."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape, strip_tags
from django.utils.translation import override

from kring.privacy.desk import activities, processing
from kring.privacy.retention.testing import publish
from kring.support.dossier.disclosing.grounds import Recipient
from kring.team.clock import on_day
from kring.team.retention import Series
from kring.team.testing import Town
from kring.team.wording.actions import write_facts
from kring.team.wording.placeholders import EMPTY
from kring.vault import catalogue
from kring.vault.primitives import new_id

pytestmark = pytest.mark.django_db
RECORD = "/privacy/record"
FACTS = {
    "town": "Stad Voorbeeld",
    "team_address": "Plein 1\n2800 Voorbeeld",
    "dpo": "Hilde, dpo@voorbeeld.example",
    "supervisor": "Vlaamse Toezichtcommissie",
}


def page(town: Town) -> str:
    return " ".join(strip_tags(town.hilde.client.get(RECORD).content.decode()).split())


def test_gdp_01_every_point_of_article_30_stands_in_it(town: Town) -> None:
    write_facts(town.greet.principal, FACTS, once=new_id())
    said = page(town)
    for heading in (
        *("Verwerkingsverantwoordelijke", "Functionaris voor gegevensbescherming", "Toezichthouder", "Verwerkers"),
        *("Waarvoor", "Wettelijke basis", "Over", "Welke gegevens", "Aan wie", "Buiten de EU", "Hoelang"),
        "Hoe het beveiligd is",
    ):
        assert heading in said, heading
    for fact in ("Stad Voorbeeld", "Plein 1", "dpo@voorbeeld.example", "Vlaamse Toezichtcommissie"):
        assert fact in said, fact
    assert "een deel van" not in said


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_gdp_01_how_long_is_said_in_the_language_of_who_reads(language: str) -> None:
    things = [thing for register in processing.record() for thing in register.things]
    with override("en"):
        english = {term for thing in things for term in thing.how_long}
    with override(language):
        said = {term for thing in things for term in thing.how_long}
    assert len(said) == len(english) > 20
    assert not said & english


def test_gdp_16_what_the_town_did_not_fill_in_is_a_line_to_write_on(town: Town) -> None:
    assert activities.responsible()["dpo"] == EMPTY
    shown = page(town)
    assert f"Toezichthouder{EMPTY}" in shown.replace(" ", ""), shown[300:1200]
    write_facts(town.greet.principal, {"dpo": "Hilde"}, once=new_id())
    assert activities.responsible()["dpo"] == "Hilde"


def test_gdp_01_every_register_that_keeps_something_is_an_activity_with_its_words(town: Town) -> None:
    assert {one.code for one in processing.record()} == set(activities.SAID)
    said = page(town)
    with override("nl"):
        for one in activities.activities(date(2021, 3, 1)):
            for words in (one.register.title, one.said.purpose, one.said.basis, one.said.persons, *one.data):
                assert " ".join(str(words).split()) in said.replace("&#x27;", "'"), words
        for receiver in Recipient.labels:
            assert escape(str(receiver)) in town.hilde.client.get(RECORD).content.decode()


def test_gdp_01_every_category_of_the_catalogue_has_words(town: Town) -> None:
    kinds = {line.category.value for line in catalogue.lines().values()}
    assert kinds <= set(activities.DATA)
    support = next(one for one in activities.activities(date(2021, 3, 1)) if one.register.code == "support")
    assert len(support.data) == len(kinds)


def test_arc_01_how_long_follows_the_rule_that_holds(town: Town) -> None:
    assert "een voorstel" in page(town)
    publish(town, code="SD-12", months=48, from_on=date(2021, 1, 1))
    with on_day(date(2021, 6, 1)):
        said = page(town)
        assert "48 maanden" in said
        assert "SD-12)" in said
        [dossier, *_] = activities.activities(date(2021, 6, 1))[0].rules
        assert (dossier.series, dossier.published) == (Series.DOSSIER, True)
    with on_day(date(2031, 6, 1)):
        assert activities.activities(date(2031, 6, 1))[0].rules[0].code == "SD-12", "its gap is seen"


def test_gdp_01_as_a_file_it_has_every_activity_and_every_line_of_the_catalogue(town: Town) -> None:
    assert sum(one.fields for one in processing.record()) == len(catalogue.lines())
    file = json.loads(town.hilde.client.get(f"{RECORD}?as=json").content)
    assert {row["field"] for row in file["fields"]} == set(catalogue.lines())
    assert len(file["activities"]) == len(activities.SAID)
    assert file["transfers"] == []
    assert all(one["purpose"] and one["basis"] and one["data"] and one["recipients"] for one in file["activities"])


def test_it_asks_few_questions(town: Town) -> None:
    browser = town.hilde.client
    browser.get(RECORD)
    with CaptureQueriesContext(connection) as captured:
        browser.get(RECORD)
    assert len(captured) <= 8
