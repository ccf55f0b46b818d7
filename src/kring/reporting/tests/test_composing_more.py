"""Composing an answer: the report of a year, files to take along, two at once, and a door that locked."""

import pytest
from django.urls import reverse

from kring.reporting import exports, planning
from kring.reporting.composer import beginnings, counting, whole
from kring.reporting.tests.composing import begun, hidden, look, page_of, send, step, with_figure, words
from kring.reporting.tests.conftest import ON
from kring.team.testing import Town
from kring.vault import sessions
from kring.vault.models import Letter, SessionKey


@pytest.mark.parametrize(("code", "number"), [("year report", 16), ("promised", 6)])
def test_a_report_of_a_year_is_counted_in_pieces(town: Town, code: str, number: int) -> None:
    made = begun(town, saved=code, year="2020")
    said = look(town, made).said
    assert len(said.figures) == number
    assert not any(one.counted for one in said.figures), "nothing is frozen of what is not counted"
    assert 'action="' + reverse("reporting:question_freeze", args=[made]) not in step(town, made, "count_on")
    for at in range(2, number // 2 + 1):
        step(town, made, "count_on")
        assert sum(bool(one.counted) for one in look(town, made).said.figures) == 2 * at
    body = step(town, made, "freeze")
    assert ("Of een dossier stil was, ziet wie erin werkt" in body) is (code == "promised")
    drafted = "\n".join(whole.paragraphs(look(town, made).said))
    assert ("hoe ver ze opschoven, komt in geen enkel cijfer" in drafted) is (code == "promised")


@pytest.mark.parametrize("code", [code for code, _ in beginnings.choices() if code])
def test_every_beginning_can_be_counted(town: Town, code: str) -> None:
    for one in beginnings.figures(code, 2020):
        planning.plan(counting.question(one, ON))


def test_a_frozen_answer_is_taken_along_in_every_form(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    [(reply, snapshot)] = look(town, made).frozen.items()
    for kind in exports.FORMS:
        if kind == "pdf":
            continue
        address = reverse("reporting:export", args=[made, reply, kind])
        first, again = (town.jonas.client.get(address) for _ in range(2))
        assert (first.status_code, first.content) == (200, again.content), kind
        assert first.headers["Content-Disposition"] == f'attachment; filename="answer.{kind}"'
    told = town.saar.client.get(reverse("reporting:export", args=[made, reply, "json"])).content.decode()
    assert "276" in told
    assert snapshot.digest in told or "Lopende dossiers: 276" in told
    assert town.saar.client.get(reverse("reporting:export", args=[made, reply, "exe"])).status_code == 404
    assert town.greet.client.get(reverse("reporting:export", args=[made, reply, "json"])).status_code == 200
    assert town.noor.client.get(reverse("reporting:export", args=[made, reply, "json"])).status_code == 404


def test_what_is_sent_to_a_locked_door_is_kept(town: Town) -> None:
    made = with_figure(town)
    page = reverse("reporting:question_words", args=[made])
    browser = town.saar.client
    form = hidden(browser.get(page).content.decode())
    for row in SessionKey.objects.filter(person=town.saar.principal):
        sessions.lock(row.id)
    answer = browser.post(page, {**form, "opening": "Geachte raad", "closing": ""})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/locked")
    [letter] = Letter.objects.filter(letterbox__owner=town.saar.principal)
    assert b"Geachte" not in bytes(letter.blob)


def test_two_choose_figures_at_once_and_both_are_shown(town: Town) -> None:
    made = begun(town)
    page = reverse("reporting:question_figure", args=[made])
    form = hidden(town.saar.client.get(page).content.decode())
    send(town.jonas.client, page, measure="cases_closed", period="2020")
    answer = town.saar.client.post(page, {**form, "measure": "cases_new", "period": "2019"})
    body = words(answer.content.decode())
    assert answer.status_code == 409
    assert "Afgesloten dossiers, in 2020." in body
    assert "Nieuwe dossiers, in 2019." in body
    asked = {**hidden(answer.content.decode()), "measure": "cases_new", "period": "2019"}
    assert town.saar.client.post(page, asked).status_code == 302
    assert len(look(town, made).said.figures) == 2


def test_who_freezes_what_a_colleague_just_changed_sees_the_change_first(town: Town) -> None:
    made = with_figure(town)
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    send(town.jonas.client, reverse("reporting:question_words", args=[made]), opening="Van Jonas", closing="")
    answer = town.saar.client.post(reverse("reporting:question_freeze", args=[made]), form)
    assert answer.status_code == 409
    assert "Van Jonas" in answer.content.decode()
    assert look(town, made).frozen == {}
