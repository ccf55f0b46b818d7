"""Composing an answer, from the question as it came to the frozen answer: what is shown, kept, refused."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.reporting.measures import MEASURES
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
from kring.reporting.tests.conftest import ON, opened
from kring.team.testing import Town
from kring.vault import facts, keycheck
from kring.vault.acts import acting
from kring.vault.primitives import new_key

HOUSEKEEPING = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "vault_journal")


def test_a_question_that_came_in_stands_in_the_list(town: Town) -> None:
    begun(town)
    listed = words(town.jonas.client.get(LIST).content.decode())
    assert "Hoeveel dossiers lopen er, en bij wie?" in listed
    assert "Raadslid Peeters" in listed
    assert "20 maart 2021" in listed
    assert "Ontwerp" in listed


def test_a_figure_is_counted_and_said(town: Town) -> None:
    made = with_figure(town)
    body = town.saar.client.get(page_of(made)).content.decode()
    said = words(body)
    assert "Lopende dossiers per werkwijze, op 1 maart 2021." in said
    assert "276" in said
    assert "126" in said
    assert "46 %" in said, "126 of 276: the base is large enough for a share"
    assert "Lopende dossiers: 276 op 1 maart 2021. Daarvan: straathoekwerk 126." in said
    assert "Niet getoond, want het zou naar mensen kunnen wijzen: PiM, Urban Therapy en ViDA." in said
    assert "verborgen" in said
    assert body.count("barhid") == 3
    as_citizen = town.saar.client.get(f"{page_of(made)}?as=citizen").content.decode()
    assert not re.search(r"\b(74|41|35)\b", words(as_citizen))


def test_what_is_withheld_is_drawn_as_withheld_and_never_as_nothing(town: Town) -> None:
    body = town.saar.client.get(page_of(with_figure(town))).content.decode()
    bars = body[body.index('<ul class="bars') : body.index("</ul>", body.index('<ul class="bars'))]
    lines = [line for line in bars.split("<li>")[1:] if "verborgen" in line]
    assert len(lines) == 3
    assert all("<svg" not in line for line in lines)


def test_frozen_it_is_the_same_whatever_comes_after(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    [(reply, before)] = look(town, made).frozen.items()
    address = reverse("reporting:frozen", args=[made, reply])
    shown = article(town.saar.client.get(address).content.decode())
    with acting("test.late", by="system") as act:
        facts.write_all(act, [opened(town, new_key(), who, ON) for who in ("noor", "joris", "fatma") * 4])
    step(town, made, "recount")
    now = look(town, made)
    assert now.frozen[reply] == before
    assert article(town.saar.client.get(address).content.decode()) == shown
    assert "276" in shown
    said = words(town.saar.client.get(page_of(made)).content.decode())
    assert "Sinds het werd vastgelegd" in said
    assert "Er is sindsdien meer genoteerd of verbeterd" in said
    assert "288" in said


def test_a_changed_definition_is_named_and_changes_nothing_that_is_frozen(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    before = look(town, made).standing
    monkeypatch.setitem(MEASURES, "cases_open", replace(MEASURES["cases_open"], version=2))
    step(town, made, "recount")
    assert look(town, made).standing == before
    said = words(town.saar.client.get(page_of(made)).content.decode())
    assert "Een definitie heeft nu een andere versie" in said
    assert "toen versie 1, nu 2" in said


def article(body: str) -> str:
    return body[body.index("<article") : body.index("</article>")]


def test_nobody_reads_over_what_he_wrote(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    refused = town.saar.client.post(reverse("reporting:question_read_over", args=[made]), form)
    assert refused.status_code == 409
    assert look(town, made).said.step == "draft"
    step(town, made, "read_over", "jonas")
    assert look(town, made).said.step == "read"


def test_from_draft_to_sent(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    step(town, made, "read_over", "jonas")
    step(town, made, "approve", approved_on="2021-03-12", reference="CBS/2021/118")
    body = step(town, made, "send")
    assert "CBS/2021/118" in body
    now = look(town, made).said
    assert (now.step, now.approved_on, now.sent_on) == ("sent", date(2021, 3, 12), date(2021, 3, 15))
    answer = town.saar.client.get(reverse("reporting:question_words", args=[made]))
    assert answer.status_code == 404, "what was sent is written no more"


def test_what_is_sent_is_open_data_and_says_nothing_of_who_asked(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    step(town, made, "read_over", "jonas")
    step(town, made, "approve", approved_on="2021-03-12", reference="CBS/2021/118")
    stranger, listed = Client(), reverse("reporting:open_answers")
    assert stranger.get(listed).json() == {"answers": [], "withdrawn": []}, (
        "what is frozen or approved is not published yet"
    )
    step(town, made, "send")
    [entry] = stranger.get(listed).json()["answers"]
    said = stranger.get(entry["forms"]["json"]).content.decode()
    assert "verborgen" in said
    for told in ("Peeters", "024", CAME["text"], "CBS"):
        assert told not in said


def test_what_is_written_after_reading_over_is_a_draft_again(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    step(town, made, "read_over", "jonas")
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening="Geachte raad,", closing="")
    now = look(town, made)
    assert (now.said.step, now.said.frozen, now.said.read_by) == ("draft", 0, "")
    assert len(now.frozen) == 1, "what was frozen stays"


@pytest.mark.parametrize("typed", ["Er lopen 276 dossiers.", "ongeveer 1.000", "3", "2021 en nog 12"])
def test_a_number_is_never_typed(town: Town, typed: str) -> None:
    made = with_figure(town)
    page = reverse("reporting:question_words", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    body = town.saar.client.post(page, {**form, "opening": typed, "closing": "Met groeten"}).content.decode()
    assert "Er staat een getal in deze woorden" in body
    assert typed in body
    assert "Met groeten" in body
    assert look(town, made).said.opening == ""


@pytest.mark.parametrize("typed", ["In 2021 startte SAMEN.", "Dank voor uw vraag."])
def test_a_year_and_words_are(town: Town, typed: str) -> None:
    made = with_figure(town)
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening=typed, closing="")
    assert typed in town.saar.client.get(page_of(made)).content.decode()


def test_two_write_at_once_and_both_texts_are_shown(town: Town) -> None:
    made = with_figure(town)
    page = reverse("reporting:question_words", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    send(town.jonas.client, page, opening="Van Jonas", closing="")
    answer = town.saar.client.post(page, {**form, "opening": "Van Saar", "closing": ""})
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Jonas" in body
    assert "Van Saar" in body
    again = town.saar.client.post(page, {**hidden(body), "opening": "Van Saar", "closing": ""})
    assert again.status_code == 302
    assert look(town, made).said.opening == "Van Saar"


def test_the_same_form_twice_is_kept_once(town: Town) -> None:
    form = hidden(town.saar.client.get(BEGIN).content.decode())
    for _ in range(2):
        assert town.saar.client.post(BEGIN, {**CAME, **form}).status_code == 302
    assert CouncilQuestion.objects.count() == 1
    made = CouncilQuestion.objects.get().id
    page = reverse("reporting:question_figure", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    for _ in range(2):
        asked = {**form, "measure": "cases_open", "period": "2021-03-01"}
        assert town.saar.client.post(page, asked).status_code == 302
    assert len(look(town, made).said.figures) == 1


def test_a_saved_question_is_a_beginning(town: Town) -> None:
    made = begun(town, saved="Q01")
    while "cijfers zijn nog niet geteld" in (body := town.saar.client.get(page_of(made)).content.decode()):
        step(town, made, "count_on")
    assert "nog niet geteld" not in body
    said = words(town.saar.client.get(page_of(made)).content.decode())
    assert "Lopende dossiers per werkwijze en functie van de medewerker, op 1 maart 2021." in said
    assert "276" in said


def test_a_period_that_is_not_understood_keeps_what_was_chosen(town: Town) -> None:
    made = begun(town)
    page = reverse("reporting:question_figure", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    body = town.saar.client.post(page, {**form, "measure": "cases_new", "period": "ooit"}).content.decode()
    assert "ooit" in body
    assert "begrijpen we niet" in body
    assert 'value="cases_new" selected' in body


def test_the_sentence_is_read_without_keeping_anything(town: Town) -> None:
    made = begun(town)
    page = reverse("reporting:question_figure", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    asked = {"measure": "cases_new", "first": "gender", "only": "minor=yes", "period": "2020", "look": "yes"}
    body = words(town.saar.client.post(page, {**form, **asked}).content.decode())
    assert "Nieuwe dossiers per gender, alleen minder- of meerderjarig: jonger dan 18, in 2020." in body
    assert look(town, made).said.figures == ()


@pytest.mark.parametrize("who", ["noor", "tom", "nele", "bart", "hilde", "karel", "ann", "wout"])
def test_everybody_else_gets_the_refusal(town: Town, who: str) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    [reply] = look(town, made).frozen
    browser = town.people[who].client
    addresses = [LIST, BEGIN, page_of(made), reverse("reporting:frozen", args=[made, reply])]
    addresses += [reverse(f"reporting:question_{name}", args=[made]) for name in ("received", "figure", "words")]
    for address in addresses:
        answer = browser.get(address)
        assert answer.status_code == 404
        assert "Peeters" not in answer.content.decode()
    for name in ("recount", "adopt", "freeze", "read_over", "approve", "send"):
        assert browser.post(reverse(f"reporting:question_{name}", args=[made])).status_code == 404


def test_nobody_signed_in_is_sent_to_the_door(town: Town) -> None:
    assert Client().get(LIST).status_code == 302


def test_an_id_that_is_none_is_refused(town: Town) -> None:
    assert town.saar.client.get(page_of("A" * 22)).status_code == 404
    made = with_figure(town)
    assert town.saar.client.get(reverse("reporting:frozen", args=[made, "A" * 22])).status_code == 404
    assert town.saar.client.get(reverse("reporting:figure", args=[made, "A" * 22])).status_code == 404


def test_nothing_of_it_lies_in_the_clear(town: Town) -> None:
    with_figure(town)
    [row] = CouncilQuestion.objects.all()
    assert not any(b"Peeters" in bytes(value) for value in vars(row).values() if isinstance(value, bytes | memoryview))


def test_every_question_has_its_holders(town: Town) -> None:
    before = keycheck.keycheck()
    with_figure(town)
    assert keycheck.keycheck() == before


def test_at_most_eight_queries(town: Town) -> None:
    made = with_figure(town)
    assert asked(town, page_of(made)) <= 8
    for _ in range(3):
        send(town.saar.client, reverse("reporting:question_figure", args=[made]), measure="cases_new", period="2020")
    step(town, made, "freeze")
    [reply] = look(town, made).frozen
    for address in (LIST, page_of(made), reverse("reporting:frozen", args=[made, reply])):
        assert asked(town, address) <= 8, address


def asked(town: Town, address: str) -> int:
    """How much a page asks, the journal and transactions not counted."""
    browser = town.saar.client
    browser.get(address)
    with CaptureQueriesContext(connection) as found:
        browser.get(address)
    return len([one for one in found.captured_queries if not any(word in one["sql"] for word in HOUSEKEEPING)])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_in_french_and_english(town: Town, language: str) -> None:
    made = with_figure(town)
    body = town.saar.client.get(page_of(made), headers={"accept-language": language}).content.decode()
    assert {"fr": "Encore un chiffre", "en": "One more figure"}[language] in body
    assert "Lopende dossiers per werkwijze" in body, "the answer itself is in its own language"
