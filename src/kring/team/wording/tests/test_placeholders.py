"""A placeholder is replaced once by plain text, whatever the text; nothing can be looked up through it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kring.team.wording.letters import BY_CODE, LANGUAGES, LETTERS, standard
from kring.team.wording.placeholders import EMPTY, NAMES, Block, blocks, filled, unknown, used

ATTACKS = [
    "{{ colleague.principal }}",
    "{% debug %}",
    "{name.__class__}",
    "{0}",
    "{name!r}",
    "{name:>99999999}",
    "{settings.SECRET_KEY}",
    "{Name}",
]


@pytest.mark.parametrize("text", ATTACKS)
def test_what_is_no_placeholder_is_refused_or_stays_text(text: str) -> None:
    assert unknown(text) or text == "{% debug %}"
    said = filled(text, {"name": "Kobe"})
    assert "Kobe" not in str(said)


def test_paragraphs_headings_and_lists() -> None:
    assert blocks("## Wie\nWij zijn er.\nAltijd.\n- een\n- twee\n\nDag") == [
        Block("h2", ("Wie",)),
        Block("p", ("Wij zijn er.\nAltijd.",)),
        Block("ul", ("een", "twee")),
        Block("p", ("Dag",)),
    ]


def test_what_is_filled_in_stays_a_text() -> None:
    evil = "## kop\n- punt\n{town}<b>"
    [block] = filled("Dag {name}", {"name": evil, "town": "Mechelen"})
    assert block == Block("p", (f"Dag {evil}",))


def test_what_is_not_known_is_a_line_to_fill_in() -> None:
    assert filled("Bel {team_phone}", {}) == [Block("p", (f"Bel {EMPTY}",))]


@given(st.text(), st.text())
def test_any_text_can_be_filled(text: str, value: str) -> None:
    said = filled(text, dict.fromkeys(NAMES, value))
    assert all(block.kind in {"p", "h2", "ul"} and block.lines for block in said)


@pytest.mark.parametrize("language", [code for code, _ in LANGUAGES])
@pytest.mark.parametrize("code", BY_CODE)
def test_each_letter_is_brought_along_in_each_language(code: str, language: str) -> None:
    text = standard(code, language)
    assert unknown(text) == []
    assert len(blocks(text)) >= 4
    assert used(text) == used(standard(code, "nl"))


def test_gdp_06_13_16_the_leaflet_says_what_must_be_said() -> None:
    for code, _ in LANGUAGES:
        must = {"team", "dpo", "supervisor", "complaints", "kept", "law_information", "law_task", "law_secrecy"}
        assert must <= used(standard("leaflet", code))


def test_every_letter_asks_for_what_only_its_writer_knows() -> None:
    for letter in LETTERS:
        own = {"name", "day", "place", "organisation", "service", "request"}
        assert used(standard(letter.code, "nl")) & own == set(letter.asks)
