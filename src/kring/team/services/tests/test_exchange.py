"""HSDS in and out without loss, whatever stands in the file."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import strip_tags
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.team.services import actions, exchange, queries, shown
from kring.team.services.checking import CHOICE, MISSING, UNKNOWN, WRONG, remarks
from kring.team.services.exchange import NotReadable, kind_of
from kring.team.services.models import DirectoryEntry
from kring.team.services.shape import KINDS, SHAPES
from kring.team.services.tests.examples import HOUSING, full
from kring.team.testing import Town

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=12,
)


def test_the_standard_is_walked_whole() -> None:
    reached = {kind for shape in SHAPES.values() for kind in (*shape.one.values(), *shape.many.values())}
    assert set(SHAPES) == reached | set(KINDS) | {"attribute", "metadata"}
    assert sum(len(shape.fields) for shape in SHAPES.values()) > 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_every_field_keeps_to_the_standard_and_comes_back_the_same(kind: str) -> None:
    document = full(kind)
    assert list(remarks(kind, document)) == []
    assert kind_of(document) == kind
    [(_, read)] = exchange.read(json.dumps(document).encode())
    assert exchange.of(exchange.kept(read)) == document
    assert list(exchange.of(exchange.kept(read))) == list(document)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.text(), JSON, min_size=1, max_size=5))
def test_any_object_comes_back_with_its_values_and_order(document: dict[str, Any]) -> None:
    if "contents" in document:
        return
    [(_, read)] = exchange.read(json.dumps(document).encode())
    assert json.dumps(exchange.of(exchange.kept(read))) == json.dumps(document)
    shown.entry(read)
    list(remarks("service", read))


@pytest.mark.django_db
def test_in_and_out_through_the_directory(town: Town) -> None:
    documents = [HOUSING, *(full(kind) for kind in KINDS)]
    brought = actions.bring_in(town.greet.principal, exchange.written(documents))
    assert (brought.new, brought.changed, brought.same) == (5, 0, 0)
    out = {kind: json.loads(exchange.written(queries.documents(kind)))["contents"] for kind in KINDS}
    assert out["service"] == [HOUSING, full("service")] or out["service"] == [full("service"), HOUSING]
    for kind in ("organization", "service_at_location", "location"):
        assert out[kind] == [full(kind)]
    again = actions.bring_in(town.greet.principal, exchange.written(documents))
    assert (again.new, again.changed, again.same) == (0, 0, 5)


def test_what_departs_is_named_with_its_place_and_kept() -> None:
    wrong = {
        **HOUSING,
        "status": "maybe",
        "minimum_age": "twelve",
        "phones": [{"id": "p", "extension": 3}],
        "assured_date": "gisteren",
    }
    found = {remark.place: remark.sort for remark in remarks("service", wrong)}
    assert found == {
        "status": CHOICE,
        "minimum_age": WRONG,
        "phones[0].number": MISSING,
        "assured_date": WRONG,
        "x_town_code": UNKNOWN,
    }


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not json",
        b"[]",
        b"[1, 2]",
        b'{"a": NaN}',
        b'{"a": 1e999}',
        b'{"id": 1, "id": 2}',
        b"[" * 100_000,
        b'{"a":' * 200 + b"1" + b"}" * 200,
        b"\xff\xfe",
        b" " * (exchange.LARGEST + 1),
        rb'{"id": "x", "name": "half \ud800"}',
    ],
    ids=[
        "empty",
        "text",
        "none",
        "numbers",
        "nan",
        "infinite",
        "twice",
        "deep",
        "deeper",
        "bytes",
        "large",
        "half a sign",
    ],
)
def test_what_cannot_be_read_is_said_kindly(raw: bytes) -> None:
    with pytest.raises(NotReadable):
        exchange.read(raw)


@pytest.mark.django_db
def test_without_an_id_or_a_name_it_is_named_and_left_out(town: Town) -> None:
    long, zero = {"id": "x" * 101, "name": "Lang"}, {"id": "z", "name": "Nul\0 punt"}
    file = exchange.written([{"name": "Zonder nummer"}, HOUSING, {"id": "x"}, long, zero])
    brought = actions.bring_in(town.greet.principal, file)
    assert (brought.new, brought.skipped) == (2, (1, 3, 4))
    assert DirectoryEntry.objects.get(outside_id="z").name == "Nul punt"


@pytest.mark.django_db
def test_what_two_bring_in_at_once_stands_once_and_the_file_is_asked_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = json.dumps([HOUSING]).encode()
    actions.bring_in(town.greet.principal, raw)
    monkeypatch.setattr(actions, "_known", lambda _usable: [])  # Ann's was looked up before Greet's stood there
    page = town.ann.client.post("/team/services/file", {"file": SimpleUploadedFile("map.json", raw)})
    assert "Kies het bestand nog een keer." in strip_tags(page.content.decode())
    assert DirectoryEntry.objects.count() == 1


def test_a_file_comes_in_through_the_page_and_goes_out_the_same(town: Town) -> None:
    browser = town.ann.client
    file = SimpleUploadedFile("map.json", json.dumps([HOUSING]).encode())
    page = browser.post("/team/services/file", {"file": file}).content.decode()
    assert "Nieuw: 1" in page
    assert "x_town_code" in page
    answer = browser.post("/team/services/file/service")
    assert json.loads(answer.content)["contents"] == [HOUSING]
    assert browser.post("/team/services/file/secrets").status_code == 404
