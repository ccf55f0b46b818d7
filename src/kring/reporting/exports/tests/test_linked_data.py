"""JSON and JSON-LD: read by another library than wrote them; what is withheld has no value, least of all 0."""

import json
import warnings
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF

from kring.reporting import document, exports
from kring.reporting.document import Document
from kring.reporting.document.values import Line, Says
from kring.reporting.exports.as_jsonld import NO_POPULATION, OSLO, SDMX
from kring.reporting.exports.tests.conftest import hidden

HDG, SDMX_CODE = rdflib.Namespace(OSLO), rdflib.Namespace(f"{SDMX}code#")
CONFIDENTIAL = rdflib.URIRef(f"{SDMX}attribute#confStatus")


@pytest.fixture
def graph(made: Document) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library uses a class of its own that it deprecates
        return rdflib.Graph().parse(data=exports.export(made, "jsonld"), format="json-ld")


def counting(made: Document) -> list[Any]:
    tables = [table for table in made.tables if table.unit not in NO_POPULATION and table.measure == table.of]
    of_people = (Line.GROUP, Line.UNKNOWN, Line.TOTAL)
    return [cell for table in tables for row in table.rows if row.line in of_people for cell in row.cells]


def test_json_is_the_document_with_its_fingerprint(made: Document) -> None:
    said = json.loads(exports.export(made, "json"))
    frozen = json.loads(document.write(made))
    assert said.pop("sha256") == document.fingerprint(made)
    assert {"": said.pop("form"), **said} == frozen
    assert [cell["number"] for table in said["tables"] for row in table["rows"] for cell in row["cells"]].count(
        None
    ) >= len(hidden(made))


def test_each_number_is_one_value_of_a_population(made: Document, graph: rdflib.Graph) -> None:
    values = [int(str(number)) for number in graph.objects(None, HDG["PopulatieWaarde.waarde"])]
    assert sorted(values) == sorted(int(cell.number) for cell in counting(made) if cell.says is Says.VALUE)
    assert len(set(graph.subjects(RDF.type, HDG.Populatie))) == sum(
        len(table.columns) for table in made.tables if table.unit not in NO_POPULATION and table.measure == table.of
    )


def test_what_is_withheld_is_said_and_has_no_value(made: Document, graph: rdflib.Graph) -> None:
    nodes = list(graph.subjects(CONFIDENTIAL, None))
    assert len(nodes) == sum(cell.says is Says.WITHHELD for cell in counting(made)) > 50
    assert all((node, HDG["PopulatieWaarde.waarde"], None) not in graph for node in nodes)


def test_one_mark_does_not_tell_what_is_small_from_what_helps_to_hide(graph: rdflib.Graph) -> None:
    assert set(graph.objects(None, CONFIDENTIAL)) == {SDMX_CODE["confStatus-N"]}


def test_a_band_of_years_has_its_bounds(graph: rdflib.Graph) -> None:
    lower = {int(str(one)) for one in graph.objects(None, HDG["Fractiewaarde.kenmerkwaardeOndergrensInclusief"])}
    upper = {int(str(one)) for one in graph.objects(None, HDG["Fractiewaarde.kenmerkwaardeBovengrensInclusief"])}
    assert {0, 12, 65} <= lower
    assert 65 not in upper
    assert 11 in upper


def test_every_term_of_the_flemish_vocabulary_is_one_that_it_has(graph: rdflib.Graph) -> None:
    """Of the profile recognised on 2025-07-22; a word of our own would stand under its name."""
    used = {str(one) for triple in graph for one in triple if str(one).startswith(OSLO)}
    assert {one.removeprefix(OSLO) for one in used} == {
        "Populatie",
        "Populatiekenmerk",
        "PopulatieEnkeleWaarde",
        "PopulatieFractiewaarde",
        "Populatie.kenmerk",
        "Populatiekenmerk.populatieEnkeleWaarde",
        "Populatiekenmerk.populatieFractiewaarde",
        "PopulatieEnkeleWaarde.kenmerkwaarde",
        "Fractiewaarde.kenmerkwaardeOndergrensInclusief",
        "Fractiewaarde.kenmerkwaardeBovengrensInclusief",
        "PopulatieWaarde.waarde",
    }
