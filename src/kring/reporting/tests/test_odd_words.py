"""Odd words and odd forms in an answer that is composed: signs no file can hold, raised digits, a year to come."""

import pytest
from django.urls import reverse

from kring.reporting import document, exports
from kring.reporting.composer import queries, rules
from kring.reporting.composer.testing import a_question, figure
from kring.reporting.models import FrozenReply
from kring.reporting.tests.composing import BEGIN, CAME, begun, hidden, look, page_of, send, step, with_figure, words
from kring.team.testing import Town
from kring.vault.primitives import new_id
from kring.vault.refusals import Refused
from kring.vault.rows import unguarded

SIGNS = {
    "control": "\x01\x0b\x1b",
    "turned": "\u202e\u2066",
    "no letter": "\uffff\ufffe",
    "hidden": "\U000e0041\ue000",
    "next line": "\x85",
}


@pytest.mark.parametrize("name", SIGNS)
def test_what_somebody_types_leaves_in_every_form_without_signs_that_none_can_hold(town: Town, name: str) -> None:
    odd = f"Hoe{SIGNS[name]}veel <b>=1+1</b>"
    made = begun(town, text=odd, asker=odd, number=f"0{SIGNS[name]}24")
    asked = {"measure": "cases_open", "first": "programme", "period": "op 1 maart 2021"}
    send(town.saar.client, reverse("reporting:question_figure", args=[made]), **asked)
    opening = f"Geachte{SIGNS[name]} raad"
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening=opening, closing="")
    step(town, made, "freeze")
    [(reply, snapshot)] = look(town, made).frozen.items()
    frozen = document.read(snapshot.document)
    assert (frozen.question, frozen.question_id) == ("Hoeveel <b>=1+1</b>", "024")
    assert not set(SIGNS[name]) & set(snapshot.document)
    for kind in exports.FORMS.keys() - {"pdf"}:
        answer = town.saar.client.get(reverse("reporting:export", args=[made, reply, kind]))
        assert (answer.status_code, "attachment" in answer.headers["Content-Disposition"]) == (200, True), kind


@pytest.mark.parametrize("typed", ["²", "½", "Ⅳ", "⑨ dossiers", "٣", "𝟗", "五", "2019²"])
def test_cou_01_no_number_is_typed_in_any_script(typed: str) -> None:
    assert rules.typed_number(typed)
    assert not rules.typed_number("In 2019 liep dat goed.")


def test_a_report_of_a_year_to_come_is_not_begun(town: Town) -> None:
    body = send(town.saar.client, BEGIN, **{**CAME, "saved": "year report", "year": "2022"})
    assert "Dit jaar is nog niet begonnen: er valt niets te tellen." in words(body)


@pytest.mark.parametrize("name", ["count_on", "recount"])
def test_a_figure_that_cannot_be_counted_says_why(town: Town, name: str) -> None:
    made = a_question(town, wait=(figure("2150"),))
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    answer = town.saar.client.post(reverse(f"reporting:question_{name}", args=[made]), form)
    assert answer.status_code == 409
    assert "De periode “2150” wordt niet begrepen." in words(answer.content.decode())


def test_a_change_of_language_leaves_what_waits(town: Town) -> None:
    made = a_question(town, figure("2020"), wait=(figure("2150"),))
    send(town.saar.client, reverse("reporting:question_received", args=[made]), **{**CAME, "language": "fr"})
    assert [bool(one.counted) for one in look(town, made).said.figures] == [True, False]


@pytest.mark.parametrize("seen", ["9" * 5000, "²", "-1", "", "x"])
def test_a_button_with_an_odd_revision_does_nothing(town: Town, seen: str) -> None:
    made = with_figure(town)
    [one] = look(town, made).said.figures
    address = reverse("reporting:figure_leave_out", args=[made, one.id])
    assert town.saar.client.post(address, {"seen": seen, "once": new_id()}).status_code == 409
    assert len(look(town, made).said.figures) == 1


def test_leaving_out_a_figure_that_is_not_there_leaves_what_is_frozen(town: Town) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    form = hidden(town.saar.client.get(page_of(made)).content.decode())
    address = reverse("reporting:figure_leave_out", args=[made, new_id()])
    assert town.saar.client.post(address, form).status_code == 409
    assert look(town, made).said.frozen == 1


@pytest.mark.parametrize("what", ["the last is gone", "the first is gone", "they change places"])
def test_cou_01_no_frozen_answer_goes_or_stands_for_another(town: Town, what: str) -> None:
    made = with_figure(town)
    step(town, made, "freeze")
    send(town.saar.client, reverse("reporting:question_words", args=[made]), opening="Geachte raad,", closing="")
    step(town, made, "freeze")
    rows = unguarded(FrozenReply).order_by("number")
    first, last = (row.id for row in rows)
    if what == "they change places":
        for one, number in ((first, 9), (last, 1), (first, 2)):
            unguarded(FrozenReply).filter(id=one).update(number=number)
    else:
        unguarded(FrozenReply).filter(id=last if "last" in what else first).delete()
    with pytest.raises(Refused):
        queries.opened(town.saar.session, made, act="test")
    assert town.saar.client.get(page_of(made)).status_code == 404
