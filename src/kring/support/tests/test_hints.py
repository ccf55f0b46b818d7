"""Hints about what a text need not hold: a table of what is told and what is not. Invented people."""

import pytest

from kring.support.hints import seen_in

TABLE: dict[str, set[str]] = {
    "Hij komt sinds januari bijna niet meer naar de les en zit vaak alleen.": set(),
    "Wil met niemand van school praten. Thuis werd de rekening niet betaald.": set(),
    "Zij gaat naar De Regenboog en het OCMW kent haar. In Mechelen, op Instagram.": set(),
    "Twee gesprekken in 2021, één telefoon naar huis, om 13.30 uur, 12/03/2021.": set(),
    "Bel na 16 uur. Woensdag 11 maart 2021 tot 25 maart 2021.": set(),
    "Il ne vient plus depuis janvier. Personne ne sait pourquoi.": set(),
    "He does not come any more, I think since January.": set(),
    "Robin komt niet meer naar de les.": {"name"},
    "De jongen heet Brecht en slaapt slecht.": {"name"},
    "Ik zag hem met Dries aan het station.": {"name"},
    "Zijn moeder, mevrouw Verhulst, weet het.": {"name"},
    "Het gaat over Jean-Pierre van den Broeck.": {"name"},
    "Elle s'appelle Maëlle.": {"name"},
    "Zijn nummer is 0470 12 34 56.": {"phone"},
    "bel 015/12.34.56 of +32 470 12 34 56": {"phone"},
    "Mail naar mama@thuis.example als het kan.": {"mail"},
    "Zijn nummer is 93.05.18-223.61.": {"number"},
    "nummer 09999900145, gsm 0470123456": {"number", "phone"},
    "noor@school.example en 0032470123456": {"mail", "phone"},
    "": set(),
}


@pytest.mark.parametrize(("text", "told"), TABLE.items())
def test_what_is_told_and_what_is_not(text: str, told: set[str]) -> None:
    assert seen_in([text]) == told


def test_several_texts_are_told_together() -> None:
    assert seen_in(["0470 12 34 56", "", "Robin"]) == {"phone", "name"}


def test_a_hostile_text_costs_little() -> None:
    for text in ("0 " * 5000, "A" * 10_000, "a@" * 5000, "1" * 10_000, "Aa " * 5000):
        seen_in([text])
