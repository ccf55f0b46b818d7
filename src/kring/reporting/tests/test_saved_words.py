"""The saved questions speak three languages: Dutch stands, French and English are complete."""

import json

import pytest
from django.utils.translation import override

from kring.reporting import asking, questions
from kring.reporting.composer import beginnings
from kring.reporting.tests.conftest import ON


def saved(code: str) -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, str]] = json.loads(questions.path(code).read_text(encoding="utf-8"))
    return said


@pytest.mark.parametrize("code", beginnings.TITLES)
def test_every_saved_question_is_written_in_three_languages(code: str) -> None:
    found = saved(code)["question"]
    assert list(found) == ["nl", "fr", "en"]
    assert all(found.values())
    assert len(set(found.values())) == 3
    titles = []
    for language in found:
        with override(language):
            titles.append(str(beginnings.TITLES[code]))
    assert len(set(titles)) == 3, "its title in a list too"


@pytest.mark.parametrize(
    ("language", "begins"), [("nl", "Hoe is"), ("fr", "Comment"), ("en", "How is"), ("de", "Hoe is")]
)
def test_it_is_asked_in_the_language_of_who_reads(language: str, begins: str) -> None:
    with override(language):
        assert asking.understood(saved("Q01"), ON).words.startswith(begins)


def test_a_question_of_somebodys_own_is_in_the_language_it_is_in() -> None:
    said = {"measures": ["cases_open"], "on": "2021-03-01", "question": "Hoeveel?"}
    assert asking.understood(said, ON).words == "Hoeveel?"
