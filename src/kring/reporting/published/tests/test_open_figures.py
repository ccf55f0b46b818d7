"""Open data: what was published, to anybody, the same each time; what was not is an address that never was."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from kring.reporting import document, exports
from kring.reporting.content import Audience
from kring.reporting.document import Document
from kring.reporting.published import actions, views
from kring.reporting.published.actions import NotForEverybody
from kring.reporting.published.models import PublishedAnswer
from kring.vault.acts import acting
from kring.vault.primitives import new_id
from kring.vault.rows import unguarded

LIST = "/open/figures"
FRESH = re.compile(rb'nonce="[^"]*"|value="[^"]*"')
"""What is new on every page, whatever it says."""


def one(published: PublishedAnswer, ending: str = "") -> str:
    return f"{LIST}/{published.id}{ending}"


def test_anybody_reads_the_list_and_what_it_names(client: Client, published: PublishedAnswer, made: Document) -> None:
    answer = client.get(LIST)
    (entry,) = answer.json()["answers"]
    assert (entry["title"], entry["sha256"]) == ("Cijfers: in 2019; in 2020", document.fingerprint(document.bare(made)))
    for ending, page in entry["forms"].items():
        there = client.get(page)
        assert (there.status_code, there.content) == (200, exports.export(document.bare(made), ending))
        assert there["Content-Type"] == exports.FORMS[ending].media_type


def test_an_answer_says_what_is_withheld_and_never_0(client: Client, published: PublishedAnswer) -> None:
    said = client.get(one(published)).json()
    cells = [cell for table in said["tables"] for row in table["rows"] for cell in row["cells"]]
    withheld = [cell for cell in cells if cell["says"] == "withheld"]
    assert withheld
    assert {(cell["text"], cell["number"]) for cell in withheld} == {("verborgen", None)}


def test_who_has_it_already_gets_its_mark_alone(client: Client, published: PublishedAnswer) -> None:
    for page in (LIST, one(published), f"{LIST}/openapi.json"):
        etag = client.get(page)["ETag"]
        for said in (etag, f"W/{etag}", f'"x", {etag}', "*"):
            again = client.get(page, headers={"If-None-Match": said})
            assert (again.status_code, again.content, again["ETag"]) == (304, b"", etag)
        assert client.get(page, headers={"If-None-Match": '"x"'}).status_code == 200


def test_the_list_has_another_mark_when_something_is_published(
    client: Client, published: PublishedAnswer, other: Document
) -> None:
    before = client.get(LIST)["ETag"]
    with acting("figures.publish", by="system") as act:
        actions.publish(act, other)
    after = client.get(LIST)
    assert after["ETag"] != before
    assert [each["title"] for each in after.json()["answers"]] == ["Cijfers: in 2018", "Cijfers: in 2019; in 2020"]


def test_absent_and_tampered_look_the_same(client: Client, published: PublishedAnswer, other: Document) -> None:
    with acting("figures.publish", by="system") as act:
        bent = actions.publish(act, other)
    unguarded(PublishedAnswer).filter(id=bent.id).update(document=bent.document.replace('"71"', '"72"') + " ")
    pages = [
        f"{LIST}/{new_id()}",
        one(bent),
        one(published, ".exe"),
        f"{LIST}/no",
        f"{LIST}/x.json",
    ]
    answers = [client.get(page) for page in pages]
    assert {answer.status_code for answer in answers} == {404}
    assert len({FRESH.sub(b"", answer.content) for answer in answers}) == 1
    assert len({tuple(answer.headers) for answer in answers}) == 1
    listed = [each["id"] for each in client.get(LIST).json()["answers"]]
    assert listed == [published.id], "one that was changed hides no other"


def test_no_cookie_no_name_and_nothing_to_send(client: Client, published: PublishedAnswer) -> None:
    for page in (LIST, one(published), f"{LIST}/openapi.json"):
        answer = client.get(page)
        assert not answer.cookies
        assert published.published_by not in answer.content.decode()
        assert "published_at" not in answer.content.decode()
        assert answer["Cross-Origin-Resource-Policy"] == "same-origin", (
            "as strict as every page: for programs, not for scripts"
        )
        assert "Access-Control-Allow-Origin" not in answer
        assert client.post(page).status_code in (403, 405)
        assert client.head(page).status_code == 200


def test_a_place_that_asks_too_often_waits(
    client: Client, published: PublishedAnswer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST", 3)
    assert [client.get(LIST).status_code for _ in range(5)] == [200, 200, 200, 429, 429]
    assert client.get(one(published))["Retry-After"] == "60"


def test_it_costs_the_same_whatever_was_published(
    client: Client, published: PublishedAnswer, other: Document, django_assert_num_queries: Any
) -> None:
    client.get(LIST)
    with django_assert_num_queries(3):
        client.get(LIST)
    with acting("figures.publish", by="system") as act:
        for number in range(20):
            actions.publish(act, replace(other, period=f"in {1900 + number}"))
    with django_assert_num_queries(3):
        assert len(client.get(LIST).json()["answers"]) == 21
    with django_assert_num_queries(3):
        client.get(one(published))


def test_the_same_document_is_published_once(published: PublishedAnswer, made: Document) -> None:
    with acting("figures.publish", by="system") as act:
        assert actions.publish(act, made).id == published.id
    assert PublishedAnswer.objects.count() == 1


@pytest.mark.django_db
def test_what_is_for_inside_the_house_is_never_published(made: Document) -> None:
    with pytest.raises(NotForEverybody), acting("figures.publish", by="system") as act:
        actions.publish(act, replace(made, audience=Audience.INTERNAL))
    assert not PublishedAnswer.objects.exists()


def test_nothing_that_somebody_wrote_is_published(client: Client, published: PublishedAnswer, made: Document) -> None:
    """A title may name who asked, a question and a sentence may name anybody."""
    written = [made.title, made.question, *made.paragraphs]
    assert all(written)
    for page in (LIST, *(one(published, f".{ending}") for ending in views.FORMS)):
        said = client.get(page).content.decode()
        assert not [words for words in written if words in said or json.dumps(words)[1:-1] in said]


def test_openapi_names_every_form_and_every_field(client: Client, published: PublishedAnswer, made: Document) -> None:
    said = client.get(f"{LIST}/openapi.json").json()
    assert said["openapi"] == "3.1.0"
    assert set(said["paths"]) == {LIST, f"{LIST}/{{answer}}", f"{LIST}/{{answer}}.{{ending}}"}
    shape = said["components"]["schemas"]["Document"]
    assert set(shape["properties"]) == set(json.loads(exports.export(made, "json")))


def test_it_lives_in_a_folder_that_counts_nothing() -> None:
    """Nothing here can reach a count: neither the vault's release nor an answer is imported."""
    written = "".join(path.read_text() for path in Path(views.__file__).parent.glob("*.py"))
    for name in ("vault.release", "vault.gate", "reporting.answering", "reporting.answers", "signed_in"):
        assert name not in written
