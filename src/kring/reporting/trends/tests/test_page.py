"""The page of trends: what was sent, nothing counted, and nobody else."""

import json

import pytest
from django.urls import reverse

from kring.reporting.tests.composing import begun, send, step, words
from kring.reporting.tests.conftest import _quick, town
from kring.team.testing import Town
from kring.vault.models import JournalEntry

__all__ = ["_quick", "town"]

PAGE = reverse("reporting:trends")


def sent(town: Town, **more: str) -> str:
    """New dossiers of three years, answered and sent."""
    made = begun(town)
    asked = {"measure": "cases_new", "first": "year", "period": "2018-2020", **more}
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), **asked)
    step(town, made, "freeze")
    step(town, made, "read_over", "greet")
    step(town, made, "approve", approved_on="2021-03-12", reference="CBS/2021/118")
    step(town, made, "send")
    return made


def test_it_says_what_was_sent_and_what_breaks(town: Town) -> None:
    sent(town)
    before = JournalEntry.objects.latest("id").id
    body = town.greet.client.get(PAGE).content.decode()
    said = words(body)
    assert "Nieuwe dossiers, per jaar" in said
    assert "In 2019" in said
    assert "In 2020" in said
    acts = [json.loads(bytes(row.text or b""))["act"] for row in JournalEntry.objects.filter(id__gt=before)]
    assert set(acts) - {"session.start"} == {"composer.trends"}, "nothing was counted"


def test_a_filter_is_no_part_of_it(town: Town) -> None:
    sent(town, only="programme=street_work")
    assert "Nog geen reeks" in words(town.saar.client.get(PAGE).content.decode())


def test_what_was_withdrawn_is_no_part_of_it(town: Town) -> None:
    made = sent(town)
    send(town.saar.client, reverse("reporting:question_withdraw", args=[made]), why="Fout geteld.")
    assert "Nog geen reeks" in words(town.saar.client.get(PAGE).content.decode())


def test_what_was_only_drafted_or_frozen_is_no_part_of_it(town: Town) -> None:
    made = begun(town)
    asked = {"measure": "cases_new", "first": "year", "period": "2018-2020"}
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), **asked)
    assert "Nog geen reeks" in words(town.saar.client.get(PAGE).content.decode())
    step(town, made, "freeze")
    assert "Nog geen reeks" in words(town.saar.client.get(PAGE).content.decode())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_in_french_and_english(town: Town, language: str) -> None:
    sent(town)
    body = town.saar.client.get(f"{PAGE}?series=nothing", headers={"accept-language": language}).content.decode()
    assert {"fr": "par an", "en": "per year"}[language] in body


@pytest.mark.parametrize("who", ["noor", "tom", "bart", "hilde", "ann", "wout"])
def test_nobody_else_reads_it(town: Town, who: str) -> None:
    assert town.people[who].client.get(PAGE).status_code == 404
