"""What cannot be computed is not withheld, a filter is named with its numbers, and two filters are told apart."""

from django.urls import reverse

from kring.reporting import document
from kring.reporting.composer.places import placed
from kring.reporting.document.values import Says
from kring.reporting.tests.composing import look, page_of, send, with_figure, words
from kring.team.testing import Town


def test_a_difference_with_nothing_before_it_says_that_it_cannot_be_computed(town: Town) -> None:
    made = with_figure(town, first="", trend="on")
    [figure] = look(town, made).said.figures
    counted, trend = document.read(figure.counted).tables
    [cell] = trend.wholes
    assert (counted.measure, trend.measure) == ("cases_open", "trend")
    assert (cell.says, cell.text) == (Says.UNKNOWN, "niet te berekenen")
    assert any("er komt geen periode voor" in said for said in trend.beneath)
    said = words(town.saar.client.get(page_of(made)).content.decode())
    assert "niet te berekenen" in said
    assert "verborgen" not in said


def test_a_filter_stands_with_the_numbers_also_where_nobody_wrote_a_title(town: Town) -> None:
    made = with_figure(town, only="programme=street_work", first="")
    [figure] = look(town, made).said.figures
    bare = document.bare(document.read(figure.counted))
    assert all("; alleen werking van het dossier: straathoekwerk" in table.caption for table in bare.tables)


def test_the_same_figure_with_two_filters_stands_in_two_places(town: Town) -> None:
    made = with_figure(town, first="")
    page = reverse("reporting:question_figure", args=[made])
    asked = {"measure": "cases_open", "period": "op 1 maart 2021", "only": "programme=street_work"}
    send(town.saar.client, page, **asked)
    tables = [table for one in look(town, made).said.figures for table in document.read(one.counted).tables]
    places = [one.place for one in placed(tables)]
    assert len(places) == len(set(places))
