"""What went out can be wrong: a new version that names the one before, or withdrawn; the memory of it stays."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kring.reporting.models import AfterPublishing, CouncilQuestion, PublishedAnswer
from kring.reporting.tests.composing import BEGIN, CAME, hidden, look, page_of, send, step, with_figure, words
from kring.team.testing import Town
from kring.vault.models import FactPack

LIST = reverse("reporting:open_answers")
WHY = "De stand van SAMEN ontbrak."


def sent(town: Town) -> str:
    """A question whose answer went out."""
    made = with_figure(town)
    return goes_out(town, made)


def goes_out(town: Town, made: str) -> str:
    step(town, made, "freeze")
    step(town, made, "read_over", "jonas")
    step(town, made, "approve", approved_on="2021-03-12", reference="CBS/2021/118")
    step(town, made, "send")
    return made


def after(town: Town, made: str, act: str, who: str = "saar", why: str = WHY) -> str:
    return send(town.people[who].client, reverse(f"reporting:question_{act}", args=[made]), why=why)


def corrected(town: Town) -> str:
    """The same, and answered anew with one figure more."""
    made = sent(town)
    after(town, made, "correct")
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), measure="cases_new", period="2020")
    return goes_out(town, made)


def open_list() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = Client().get(LIST).json()
    return found


def test_a_correction_names_the_one_before_and_why(town: Town) -> None:
    made = sent(town)
    body = words(after(town, made, "correct"))
    assert "Een nieuwe versie van het antwoord van 15 maart 2021." in body
    assert "Ontwerp" in body
    goes_out(town, made)
    now = look(town, made)
    assert [one.why for one in now.said.versions] == ["", WHY]
    first, second = now.frozen
    said = words(town.saar.client.get(reverse("reporting:frozen", args=[made, second])).content.decode())
    assert f"Dit antwoord komt in de plaats van dat van 15 maart 2021. Waarom: {WHY}" in said
    older = words(town.saar.client.get(reverse("reporting:frozen", args=[made, first])).content.decode())
    assert f"Vervangen op 15 maart 2021. {WHY}" in older
    assert "276" in older, "the older one stays readable"


def test_the_older_version_stays_open_and_names_the_newer_one(town: Town) -> None:
    made = sent(town)
    [before] = open_list()["answers"]
    after(town, made, "correct")
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), measure="cases_new", period="2020")
    assert open_list()["answers"] == [before], "until the new one is sent nothing changed outside"
    goes_out(town, made)
    new, old = open_list()["answers"]
    assert (old["id"], new["replaced_by"]) == (before["id"], None)
    assert old["replaced_by"] == reverse("reporting:open_answer", args=[new["id"]])
    answer = Client().get(reverse("reporting:open_answer", args=[old["id"]]))
    assert answer.status_code == 200
    assert answer["Link"] == f'<{old["replaced_by"]}>; rel="successor-version"'
    assert "Link" not in Client().get(old["replaced_by"])
    assert WHY not in answer.content.decode() + Client().get(old["replaced_by"]).content.decode()


def test_other_words_around_the_same_figures_are_the_same_open_figures(town: Town) -> None:
    made = sent(town)
    before = open_list()
    after(town, made, "correct")
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening="Geachte raad,", closing="")
    goes_out(town, made)
    assert open_list() == before


def test_withdrawn_it_is_gone_outside_and_says_since_when(town: Town) -> None:
    made = sent(town)
    [entry] = open_list()["answers"]
    body = words(after(town, made, "withdraw", "greet"))
    assert "Ingetrokken op 15 maart 2021 door Greet Aerts." in body
    assert WHY in body
    listed = open_list()
    [gone] = listed["withdrawn"]
    assert (listed["answers"], gone["id"]) == ([], entry["id"])
    for ending in entry["forms"].values():
        answer = Client().get(ending)
        assert (answer.status_code, answer.json()) == (410, gone)
        assert WHY not in answer.content.decode()
    assert not PublishedAnswer.objects.exists(), "the row itself is gone, from back-ups too"


def test_with_the_newest_version_every_one_before_it_is_withdrawn(town: Town) -> None:
    made = corrected(town)
    before = {one["id"] for one in open_list()["answers"]}
    after(town, made, "withdraw")
    listed = open_list()
    assert len(before) == 2
    assert listed["answers"] == []
    assert {one["id"] for one in listed["withdrawn"]} == before


def test_the_memory_of_what_was_told_stays(town: Town) -> None:
    made = sent(town)
    kept = FactPack.objects.get(name="told")
    after(town, made, "withdraw")
    now = FactPack.objects.get(name="told")
    assert (now.revision, bytes(now.blob)) == (kept.revision, bytes(kept.blob)), "it was read"


def test_the_same_figures_sent_again_stand_again(town: Town) -> None:
    made = sent(town)
    after(town, made, "withdraw")
    town_again = with_another(town)
    goes_out(town, town_again)
    listed = open_list()
    assert [one["replaced_by"] for one in listed["answers"]] == [None]
    assert len(listed["withdrawn"]) == 1, "the address of then stays withdrawn"


def with_another(town: Town) -> str:
    known = set(CouncilQuestion.objects.values_list("id", flat=True))
    send(town.saar.client, BEGIN, **{**CAME, "number": "025"})
    [made] = set(CouncilQuestion.objects.values_list("id", flat=True)) - known
    asked = {"measure": "cases_open", "first": "programme", "period": "op 1 maart 2021"}
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), **asked)
    return str(made)


@pytest.mark.parametrize("act", ["correct", "withdraw"])
def test_why_has_to_be_said(town: Town, act: str) -> None:
    made = sent(town)
    body = after(town, made, act, why=" ")
    assert "Zeg w" in words(body)
    assert look(town, made).said.withdrawn_on is None
    assert look(town, made).said.step == "sent"


def test_no_number_is_typed_into_why(town: Town) -> None:
    made = sent(town)
    body = after(town, made, "correct", why="Het waren er 277.")
    assert "Er staat een getal in deze woorden" in body
    assert "Het waren er 277." in body


@pytest.mark.parametrize("act", ["correct", "withdraw"])
def test_nothing_is_taken_back_that_did_not_go_out_or_is_gone(town: Town, act: str) -> None:
    made = with_figure(town)
    page = reverse(f"reporting:question_{act}", args=[made])
    form = {**hidden(town.saar.client.get(page_of(made)).content.decode()), "why": WHY}
    assert town.saar.client.get(page).status_code == 404
    assert town.saar.client.post(page, form).status_code == 404
    goes_out(town, made)
    after(town, made, "withdraw")
    form = {**form, "seen": str(look(town, made).row.revision)}
    assert town.saar.client.get(page).status_code == 404
    assert town.saar.client.post(page, form).status_code == 404


@pytest.mark.parametrize("act", ["correct", "withdraw"])
def test_sent_twice_it_is_done_once(town: Town, act: str) -> None:
    made = sent(town)
    page = reverse(f"reporting:question_{act}", args=[made])
    form = {**hidden(town.saar.client.get(page).content.decode()), "why": WHY}
    assert [town.saar.client.post(page, form).status_code for _ in range(2)] == [302, 302]
    assert len(look(town, made).said.versions) == 1


@pytest.mark.parametrize("act", ["correct", "withdraw"])
def test_two_at_once_and_both_texts_are_shown(town: Town, act: str) -> None:
    made = sent(town)
    page = reverse(f"reporting:question_{act}", args=[made])
    form = {**hidden(town.saar.client.get(page).content.decode()), "why": WHY}
    after(town, made, "correct", "jonas", why="Een regel te veel.")
    answer = town.saar.client.post(page, form)
    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    assert "Een regel te veel." in answer.content.decode()


@pytest.mark.parametrize("who", ["noor", "tom", "nele", "bart", "hilde", "ann", "wout"])
def test_nobody_else_takes_anything_back(town: Town, who: str) -> None:
    made = sent(town)
    for act in ("correct", "withdraw"):
        page = reverse(f"reporting:question_{act}", args=[made])
        assert town.people[who].client.get(page).status_code == 404
        assert town.people[who].client.post(page, {"why": WHY}).status_code == 404
    assert not AfterPublishing.objects.exists()


def test_a_correction_counts_as_on_the_day_of_the_first(town: Town) -> None:
    made = sent(town)
    before = look(town, made).said.as_of
    after(town, made, "correct")
    step(town, made, "recount")
    assert look(town, made).said.as_of == before
    assert re.search(r"Geteld op\s*15 maart 2021", words(town.saar.client.get(page_of(made)).content.decode()))
