"""A draft is counted inside the house and remembered nowhere; what everybody may know is counted once, when frozen."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from kring.reporting import answering, asking, document
from kring.reporting.answers import Answer
from kring.reporting.composer import whole
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.models import PublishedAnswer
from kring.reporting.published.actions import NotForEverybody, publish
from kring.reporting.tests.composing import hidden, look, page_of, send, step, with_figure, words
from kring.team.testing import Town
from kring.vault.acts import acting
from kring.vault.models import FactPack

NEXT_DAY: dict[str, object] = {
    "id": "next day",
    "measures": ["cases_open"],
    "dimensions": ["programme"],
    "on": "2021-03-02",
}
INSIDE = ("74", "41", "35")
"""Dossiers of coaching, the street therapist and early intervention: each with one or two colleagues (COU-04)."""


def remembered() -> int:
    """How often something was written into the memory of what everybody was told."""
    row = FactPack.objects.filter(name="told").first()
    return row.revision if row else 0


def told_everybody(town: Town, said: Mapping[str, object]) -> Answer:
    return answering.answer(town.saar.session, asking.understood(said, date(2021, 3, 15)))


def numbers(made: Document) -> set[str]:
    return {cell.text for table in made.tables for row in table.rows for cell in row.cells}


def test_drafting_is_not_remembered_and_freezing_is_once(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "recount")
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), measure="cases_new", period="2020")
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening="Geachte raad,", closing="")
    assert remembered() == 0, "who drafts tells nobody anything"
    step(town, made, "freeze")
    assert remembered() == 1, "all its figures in one go"
    step(town, made, "recount")
    step(town, made, "adopt")
    step(town, made, "freeze")
    assert remembered() == 1, "the same figures again say nothing new"


def test_the_same_freeze_sent_twice_is_counted_once(town: Town) -> None:
    made = with_figure(town)
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    for _ in range(2):
        assert town.saar.client.post(reverse("reporting:question_freeze", args=[made]), form).status_code == 302
    assert (remembered(), len(look(town, made).frozen)) == (1, 1)


def test_a_freeze_that_comes_late_tells_nobody_anything(town: Town) -> None:
    made = with_figure(town)
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    send(town.jonas.client, reverse("reporting:question_words", args=[made]), opening="Van Jonas", closing="")
    assert town.saar.client.post(reverse("reporting:question_freeze", args=[made]), form).status_code == 409
    assert remembered() == 0


@pytest.mark.parametrize("frozen", [False, True])
def test_a_draft_takes_nothing_from_what_can_still_be_said(town: Town, frozen: bool) -> None:
    made = with_figure(town)
    if frozen:
        step(town, made, "freeze")
    [table] = document.of(told_everybody(town, NEXT_DAY), "nl").tables
    shown = any(cell.number for row in table.rows if row.line == "group" for cell in row.cells)
    assert shown is not frozen, "the day before was told to everybody, and takes its part"


def test_no_word_of_a_draft_is_made_of_what_stays_inside(town: Town) -> None:
    said = look(town, with_figure(town)).said
    [figure] = said.figures
    shown, inside = document.read(figure.counted), document.read(figure.internal)
    assert (shown.audience, inside.audience) == (Audience.PREVIEW, Audience.INTERNAL)
    assert numbers(inside) >= set(INSIDE)
    assert not numbers(shown) & set(INSIDE)
    text = " ".join(whole.paragraphs(said))
    assert "276" in text
    assert not any(number in text.replace("2021", "").split() for number in INSIDE)
    assert inside.paragraphs == ()


def test_what_leaves_is_what_was_counted_for_everybody(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    open_ = look(town, made)
    [reply], snapshot = open_.frozen, open_.standing
    assert snapshot is not None
    frozen = document.read(snapshot.document)
    assert frozen.audience == Audience.PUBLIC
    assert snapshot.preview == "", "nothing was told meanwhile, so it is as the draft showed it"
    for kind in ("json", "csv", "html"):
        told = town.saar.client.get(reverse("reporting:export", args=[made, reply, kind])).content.decode()
        assert "276" in told
        assert not re.search(rf"\b({'|'.join(INSIDE)})\b", told), kind


def test_what_turned_out_otherwise_is_named(town: Town) -> None:
    made = with_figure(town)
    assert "276" in words(town.saar.client.get(page_of(made)).content.decode())
    told_everybody(town, NEXT_DAY)
    body = step(town, made, "freeze")
    said = words(body)
    assert "Anders dan in het ontwerp" in said
    snapshot = look(town, made).standing
    assert snapshot is not None
    was, is_ = document.read(snapshot.preview), document.read(snapshot.document)
    assert numbers(was) - numbers(is_), "something that the draft would have shown is withheld now"
    assert not numbers(is_) & set(INSIDE)


def test_a_preview_is_never_published(town: Town) -> None:
    [figure] = look(town, with_figure(town)).said.figures
    with pytest.raises(NotForEverybody), acting("test.publish", by="system") as act:
        publish(act, document.read(figure.counted))
    with pytest.raises(NotForEverybody), acting("test.publish", by="system") as act:
        publish(act, replace(document.read(figure.internal), title="openbaar"))
    assert not PublishedAnswer.objects.exists()
