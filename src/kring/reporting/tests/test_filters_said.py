"""A filter is said wherever its number stands, holds for the team too, and is never left out in silence."""

from datetime import date
from typing import Any

import pytest

from kring.reporting import answering, asking, document, exports, planning, saying
from kring.reporting.answers import Answer
from kring.reporting.composer import counting, inside, whole
from kring.reporting.composer.places import placed
from kring.reporting.composer.testing import a_question, figure
from kring.reporting.content import Audience
from kring.reporting.measures.measure import OfStaff
from kring.reporting.published import queries as published
from kring.reporting.tests.composing import look, page_of, step, with_figure, words
from kring.team.testing import Town

ON = date(2021, 3, 15)
STREET = {"programme": ["street_work"]}
SAID = "alleen werking van het dossier: straathoekwerk"


def ask(town: Town, measure: str, audience: Audience = Audience.PUBLIC, **said: Any) -> Answer:
    return answering.answer(
        town.saar.session, asking.understood({"measures": [measure], "on": "2021-03-01", **said}, ON), audience
    )


def test_cou_05_a_number_that_a_filter_narrowed_says_so_in_every_form(town: Town) -> None:
    answer = ask(town, "cases_open", filters=STREET)
    assert [part.figure.whole for part in answer.parts] == [126]
    assert saying.as_json(answer, "public")["filters"] == STREET
    with_words = document.of(answer, "nl")
    assert any(SAID in said for said in saying.text(answer)[1:2] + list(with_words.paragraphs))
    for kind in exports.FORMS.keys() - {"pdf", "docx", "xlsx", "ods"}:
        assert SAID in exports.export(with_words, kind).decode(), kind
    assert "programme" in {one.code for one in with_words.definitions}


def test_cou_05_what_is_published_of_a_narrowed_figure_says_so(town: Town) -> None:
    made = with_figure(town, only="programme=street_work", first="")
    step(town, made, "freeze")
    snapshot = look(town, made).standing
    assert snapshot is not None
    frozen = document.read(snapshot.document)
    assert frozen.paragraphs == ("Lopende dossiers, alleen werkwijze: straathoekwerk: 126 op 1 maart 2021.",)
    step(town, made, "read_over", "jonas")
    step(town, made, "approve", approved_on="2021-03-12", reference="CBS 12")
    step(town, made, "send")
    [one] = published.newest()[0]
    for kind in ("json", "jsonld", "csv"):
        assert SAID in exports.export(one.document, kind).decode(), kind
    assert SAID in words(town.saar.client.get(page_of(made)).content.decode())


@pytest.mark.parametrize(("measure", "number"), [("headcount", 3), ("fte", 3), ("caseload", 42)])
def test_a_filter_holds_for_the_team_as_well(town: Town, measure: str, number: float) -> None:
    answer = ask(town, measure, filters=STREET)
    assert [part.figure.whole for part in answer.parts] == [number]


@pytest.mark.parametrize("measure", ["headcount", "fte", "vacancies", "caseload"])
def test_what_the_team_is_not_told_of_is_no_filter_of_it(town: Town, measure: str) -> None:
    answer = ask(town, measure, filters={"minor": True})
    assert (answer.parts, [each.measure.code for each in answer.missing]) == ((), [measure])


@pytest.mark.parametrize("measure", ["cases_open", "headcount", "caseload", "outcome_rate", "contacts_per_person"])
def test_a_group_that_does_not_exist_is_no_number(town: Town, measure: str) -> None:
    answer = ask(town, measure, filters={"programme": ["circus"]})
    assert answer.parts == ()
    assert answer.missing


def test_what_nobody_is_appointed_to_is_divided_by_nobody(town: Town) -> None:
    """Dossiers of street work for each equivalent of the whole team would be a third of the truth."""
    how = planning.measure("carriers_fte").how
    assert isinstance(how, OfStaff)
    staffed = how.count

    def without(span: Any) -> dict[tuple[str, str], float]:
        return {at: number for at, number in staffed(span).items() if at[1] != "street_work"}

    object.__setattr__(how, "count", without)
    try:
        [part] = ask(town, "caseload", dimensions=["programme"]).parts
    finally:
        object.__setattr__(how, "count", staffed)
    assert ("street_work",) not in part.figure.cells


def test_two_figures_that_differ_by_their_filter_are_told_apart(town: Town) -> None:
    both = (figure("2021-03-01"), figure("2021-03-01", only=("programme=street_work",)))
    counted = counting.drafted(town.saar.session, both, ON, "nl")
    made = a_question(town, *both)
    said = look(town, made).said
    places = [one.place for one in placed(whole.of(said).tables)]
    assert len(places) == len(set(places))
    tables = inside.beside(whole.internal(said), whole.of(said))
    assert len(counted) == 2
    assert [one.table.caption.count("alleen") for one in tables] == [0, 1]
