"""The head of service composes without the key to facts: she writes, orders, reads over; statistics counts."""

import re

import pytest
from django.urls import reverse

from kring.reporting.models import CouncilQuestion
from kring.reporting.tests.composing import (
    BEGIN,
    CAME,
    LIST,
    begun,
    hidden,
    look,
    page_of,
    send,
    step,
    with_figure,
    words,
)
from kring.team.testing import Town
from kring.vault.models import FactPack

ASKED = {"measure": "cases_open", "first": "programme", "period": "op 1 maart 2021"}


def ordered(town: Town) -> str:
    """A question that the head of service began, with a figure she asks for."""
    send(town.greet.client, BEGIN, **CAME)
    made: str = CouncilQuestion.objects.get().id
    send(town.greet.client, reverse("reporting:question_figure", args=[made]), **ASKED)
    return made


def test_she_asks_and_the_statistics_office_counts(town: Town) -> None:
    made = ordered(town)
    assert not FactPack.objects.exists(), "nothing was opened to count for her"
    said = words(town.greet.client.get(page_of(made)).content.decode())
    assert "Lopende dossiers per werkwijze, op 1 maart 2021." in said
    assert "Iemand van statistiek telt ze" in said
    assert "276" not in said
    assert "1 cijfer te tellen" in words(town.saar.client.get(LIST).content.decode())
    step(town, made, "count_on")
    assert "276" in words(town.greet.client.get(page_of(made)).content.decode())


@pytest.mark.parametrize("act", ["recount", "count_on", "freeze"])
def test_she_counts_nothing_herself(town: Town, act: str) -> None:
    made = with_figure(town)
    before = look(town, made)
    body = town.greet.client.get(page_of(made)).content.decode()
    assert reverse(f"reporting:question_{act}", args=[made]) not in body
    answer = town.greet.client.post(reverse(f"reporting:question_{act}", args=[made]), hidden_of(town, made))
    assert answer.status_code == 404
    assert look(town, made).row.revision == before.row.revision


def hidden_of(town: Town, made: str) -> dict[str, str]:
    return hidden(town.saar.client.get(page_of(made)).content.decode())


def test_she_writes_reads_over_and_sends_what_statistics_froze(town: Town) -> None:
    made = ordered(town)
    step(town, made, "count_on")
    step(town, made, "freeze")
    step(town, made, "read_over", "greet")
    step(town, made, "approve", "greet", approved_on="2021-03-12", reference="CBS/2021/118")
    step(town, made, "send", "greet")
    now = look(town, made).said
    assert (now.step, now.read_by) == ("sent", town.greet.principal)


def test_she_does_not_read_over_her_own_words_either(town: Town) -> None:
    made = ordered(town)
    step(town, made, "count_on")
    send(town.greet.client, reverse("reporting:question_words", args=[made]), opening="Geachte raad,", closing="")
    step(town, made, "freeze")
    answer = town.greet.client.post(reverse("reporting:question_read_over", args=[made]), hidden_of(town, made))
    assert answer.status_code == 409
    assert look(town, made).said.step == "draft"


def test_what_she_asks_otherwise_is_not_counted_any_more(town: Town) -> None:
    made = with_figure(town)
    [figure] = look(town, made).said.figures
    page = reverse("reporting:figure", args=[made, figure.id])
    send(town.greet.client, page, **{**ASKED, "first": "gender"})
    [now] = look(town, made).said.figures
    assert (now.splits, now.counted, now.internal) == (("gender",), "", "")


def test_a_period_that_is_not_understood_comes_back_to_her(town: Town) -> None:
    made = begun(town)
    page = reverse("reporting:question_figure", args=[made])
    form = hidden(town.greet.client.get(page).content.decode())
    body = town.greet.client.post(page, {**form, **ASKED, "period": "ooit"}).content.decode()
    assert "begrijpen we niet" in body
    assert look(town, made).said.figures == ()


def test_in_another_language_it_waits_to_be_counted_again(town: Town) -> None:
    made = with_figure(town)
    send(town.greet.client, reverse("reporting:question_received", args=[made]), **{**CAME, "language": "fr"})
    now = look(town, made).said
    assert now.received.language == "fr"
    assert not any(one.counted or one.internal for one in now.figures)


@pytest.mark.parametrize("who", ["saar", "jonas", "greet"])
def test_the_two_offices_see_every_number_beside_the_public_table(town: Town, who: str) -> None:
    made = with_figure(town)
    page = town.people[who].client.get(page_of(made)).content.decode()
    inside = page[page.index("Interne tabel") :]
    assert re.search(r"74<span class=\"vh\"[^>]*>, buiten verborgen", inside)
    assert "niet in de openbare versie" in inside
    assert not re.search(r"126<span class=\"vh\"", inside), "what everybody sees has no lock"
    as_citizen = words(town.people[who].client.get(f"{page_of(made)}?as=citizen").content.decode())
    assert "Interne tabel" not in as_citizen
    assert not re.search(r"\b(74|41|35)\b", as_citizen)
    assert "Toon intern" in as_citizen


def test_what_is_frozen_keeps_its_own_inside_whatever_is_counted_since(town: Town) -> None:
    made = with_figure(town)
    body = step(town, made, "freeze")
    assert "Interne tabel" in body
    [(reply, snapshot)] = look(town, made).frozen.items()
    assert "74" in snapshot.internal
    frozen = town.saar.client.get(reverse("reporting:frozen", args=[made, reply])).content.decode()
    assert "Interne tabel" not in frozen, "the page that is printed and copied has the public tables alone"
    assert not re.search(r"\b(74|41|35)\b", words(frozen))


def test_nothing_withheld_is_said_once(town: Town) -> None:
    made = with_figure(town, first="")
    body = town.saar.client.get(page_of(made)).content.decode()
    assert "276" in body
    assert "Interne tabel" not in body
