"""The words of a row, in Dutch: dates against today, how long ago, the agreed rhythm."""

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from kring.support.dossier import words

MONDAY = date(2021, 3, 1)


@pytest.mark.parametrize(
    ("days", "said", "short"),
    [
        (0, "vandaag", "vandaag"),
        (-1, "gisteren verwacht", "gisteren verwacht"),
        (-5, "wo 24 februari verwacht", "wo 24 verwacht"),
        (1, "di 2 maart", "di 2"),
        (15, "di 16 maart", "di 16"),
        (36, "di 6 april", "6 april"),
    ],
)
def test_when_the_next_step_is(days: int, said: str, short: str) -> None:
    with override("nl"):
        assert words.by_when(MONDAY + timedelta(days=days), MONDAY) == said
        assert words.by_when_short(MONDAY + timedelta(days=days), MONDAY) == short
        assert words.by_when(None, MONDAY) == ""


@pytest.mark.parametrize(("days", "said"), [(0, "vandaag"), (1, "gisteren"), (2, "2 dagen"), (31, "31 dagen")])
def test_how_long_ago(days: int, said: str) -> None:
    with override("nl"):
        assert words.ago(days) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, "geen ritme afgesproken"), (7, "elke week"), (14, "elke 2 weken"), (1, "elke dag"), (10, "elke 10 dagen")],
)
def test_the_rhythm(days: int | None, said: str) -> None:
    with override("nl"):
        assert words.rhythm(days) == said


def test_a_language_does_not_speak_for_another() -> None:
    with override("nl"):
        assert words.tried(6) == "6 keer geprobeerd"
    with override("fr"):
        assert words.tried(6) == "6 essais"
