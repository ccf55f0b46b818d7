"""Every colleague asks for every part in every way, with a real session over HTTP, and gets what the table says."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.urls import reverse

from kring.support.testing import ON
from kring.team.testing import PEOPLE, Town
from tests.stories.browsing import Answer, Browser, Fields, Files
from tests.stories.conftest import Measure
from tests.stories.need_to_know_table import WAYS, Cell, expected
from tests.stories.need_to_know_town import Planted, look, plant
from tests.stories.need_to_know_ways import NOBODY

EVERYBODY = (NOBODY, *PEOPLE)
Wrong = dict[Cell, bool]


@pytest.fixture
def planted(town: Town, settings: Any) -> Planted:
    """The town with a word in every part."""
    settings.KRING_TODAY = ON
    return plant(town)


def seen(planted: Planted, *, through: Callable[[Browser], Browser] = lambda browser: browser) -> dict[Cell, bool]:
    """What everybody gets to see."""
    return {cell: shown for who in EVERYBODY for cell, shown in look(planted, who, through(planted.browser(who)))}


def wrong(found: dict[Cell, bool], table: dict[Cell, bool]) -> Wrong:
    """The cells where the house and the table differ, with what the house did."""
    return {cell: shown for cell, shown in found.items() if table.get(cell) is not shown}


def test_everybody_sees_what_the_table_says_and_nothing_else(
    planted: Planted, capsys: pytest.CaptureFixture[str], measure: Measure
) -> None:
    found, table = seen(planted), expected()
    assert found.keys() == table.keys(), "a cell without a question, or a question without a cell"
    differing = wrong(found, table)
    measure(cells=len(found), wrong=len(differing))
    with capsys.disabled():
        print(f"\nneed to know: {len(found)} cells, {sum(found.values())} seen, {len(differing)} wrong")
    assert differing == {}


def printed(browser: Browser, path: str, with_field: str = "") -> bool:
    """Whether somebody gets it on paper; `with_field`: of the form on that page, which is sent as it stands."""
    page = browser.ask("GET", path) if with_field else None
    fields = page.page.form(with_field).given if page and page.status == 200 else {}
    return browser.ask("POST", path, {**fields, "language": "nl", "pdf": "pdf"}).body.startswith(b"%PDF")


def test_on_paper_it_is_given_to_who_sees_the_page_and_to_nobody_else(planted: Planted) -> None:
    """Words in a PDF are glyphs: who gets the file at all is asked instead."""
    table, wrong_ones = expected(), []
    sheet = reverse("plan:sheet_pdf", args=[planted.things["plan"].id, "paper"])
    letter = reverse("disclosure:letter", args=[planted.things["robin"].id, "invitation"])
    for who in EVERYBODY:
        browser = planted.browser(who)
        got = printed(browser, sheet), printed(browser, letter, "language")
        may = table["plan", "own words", who, "page"], table["robin", "identity", who, "page"]
        wrong_ones += [(who, got, may)] if got != may else []
    assert wrong_ones == []


def test_the_table_has_a_line_for_everybody_and_a_column_for_every_way() -> None:
    table = expected()
    parts = {(thing, part) for thing, part, _, _ in table}
    assert set(table) == {(thing, part, who, way) for thing, part in parts for who in EVERYBODY for way in WAYS}
    assert {who for _, _, who, _ in table} == {*PEOPLE, NOBODY}


NO_CONTENT = {"council", "composed", "glass", "briefing", "applied", "paid"}
"""Of no client: figures; grants to groups, which an office of the pot sees (decision 0114). And why the glass was
broken, which two offices are told (security.md 4.10); letters written to a head."""


def test_administrators_and_heads_stand_in_no_line_with_content() -> None:
    table = expected()
    content = {cell for cell, answer in table.items() if answer and cell[0] not in NO_CONTENT}
    assert not {who for _, _, who, _ in content} & {
        "ann",
        "greet",
        "bart",
        "hilde",
        "karel",
        "marc",
        "saar",
        "jonas",
        NOBODY,
    }


@dataclass
class Anything:
    """Asks nothing and is shown this."""

    body: Callable[[], bytes]

    def ask(self, method: str, path: str, fields: Fields | None = None, files: Files | None = None) -> Answer:
        return Answer(200, {}, self.body(), path)

    def kept(self) -> dict[str, str]:
        return {}


def test_a_house_that_shows_everything_is_wrong_in_every_closed_cell(planted: Planted) -> None:
    """Each `-` of the table can fail: the question would notice the word."""

    def all_of_it() -> bytes:
        return " ".join(text for thing in planted.things.values() for text in thing.words.values()).encode()

    table = expected()
    differing = wrong(seen(planted, through=lambda browser: Anything(all_of_it)), table)
    closed = {cell for cell, answer in table.items() if not answer}
    asked = {cell for cell in closed if planted.things[cell[0]].ways.get(cell[3])}
    assert differing.keys() == asked == closed


def test_a_house_that_shows_nothing_is_wrong_in_every_open_cell(planted: Planted) -> None:
    """Each `yes` of the table can fail: an empty house does not pass for a safe one."""
    table = expected()
    differing = wrong(seen(planted, through=lambda browser: Anything(bytes)), table)
    assert differing.keys() == {cell for cell, answer in table.items() if answer}


def test_each_wrong_cell_of_the_table_is_noticed() -> None:
    table = expected()
    for cell in table:
        assert list(wrong(table, {**table, cell: not table[cell]})) == [cell]
