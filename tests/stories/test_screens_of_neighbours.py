"""Mediation between neighbours in a real browser, in a process of its own register: every page, and the whole road.

Pictures go to the folder of the stories, to be looked at beside the design.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bootstrap.registers import mark_folder
from tests.stories.house import House, open_house
from tests.stories.looking import looked_at
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser
WORD = "lantern"
FOUND = "import django; django.setup(); from tests.stories.rich_neighbours import found; found()"


@pytest.fixture(scope="module")
def neighbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The register of mediation, founded and served."""
    folder = tmp_path_factory.mktemp("neighbours")
    mark_folder(folder, "mediation")
    with open_house(folder, found=FOUND) as served:
        yield served


def press(page: Page) -> None:
    page.locator("main form button.primary, main form button.danger").last.click()
    page.wait_for_load_state()


def unfold(page: Page) -> None:
    for one in page.locator("main summary").all():
        one.click()


def say_word(page: Page) -> None:
    page.locator("input[name=word]").fill(WORD)
    press(page)


def write(page: Page) -> None:
    page.locator("textarea[name=wish]").fill("That they ring the bell")
    press(page)


def screens(places: dict[str, str]) -> Iterator[Screen]:
    file = f"neighbours/{places['file']}"
    yield Screen("neighbours-files", "wout", "neighbours")
    yield Screen("neighbours-call", "wout", "neighbours/call")
    yield Screen("neighbours-call-wrong", "wout", "neighbours/call", press)
    yield Screen("neighbours-file", "wout", file)
    yield Screen("neighbours-file-open", "wout", file, unfold)
    yield Screen("neighbours-give", "wout", f"{file}/page/a")
    yield Screen("neighbours-give-wrong", "wout", f"{file}/page/a", press)
    yield Screen("neighbours-help", "wout", f"{file}/help")
    yield Screen("neighbours-end", "wout", f"neighbours/{places['over']}", press)
    yield Screen("neighbours-volunteer", "dries", "neighbours")
    yield Screen("neighbours-empty", "lien", "neighbours")
    yield Screen("neighbours-figures", "saar", "neighbours/figures")
    yield Screen("neighbours-word", NOBODY, f"between/{places['token']}")
    yield Screen("neighbours-word-wrong", NOBODY, "between/no-such-link", say_word)
    yield Screen("neighbours-own", NOBODY, f"between/{places['token']}", say_word)
    yield Screen("neighbours-thanks", NOBODY, f"between/{places['token']}", in_turn(say_word, write))


def test_every_page_of_mediation(neighbours: House, windows: Windows, pictures: Path) -> None:
    places = json.loads((neighbours.data / "places.json").read_text())
    assert looked_at(neighbours, windows, screens(places), pictures) == []


def test_from_the_call_to_the_end_on_a_phone_without_script(neighbours: House, windows: Windows) -> None:
    page = windows.of(neighbours, "mira", PHONE, script=False)
    page.goto(f"{neighbours.address}/neighbours/call")
    page.get_by_label("Hoe noem je dit dossier?").fill("Torenstraat, poort")
    page.get_by_label("per telefoon").check()
    page.get_by_label("de politie").check()
    page.get_by_label("parkeren").check()
    press(page)
    for side in ("a", "b"):
        _on_the_sheet(page, side, {"intake_on": "2026-03-05"}, "yes")
    talk = page.locator("#talk")
    talk.locator("summary").click()
    talk.get_by_label("samen aan tafel").check()
    talk.locator("input[name=met_on]").fill("2026-03-12")
    talk.locator("button.primary").click()
    for side in ("a", "b"):
        _on_the_sheet(page, side, {"result": "agreed"}, "yes")
    expect(page.locator("main")).to_contain_text("Opvolging")
    for side in ("a", "b"):
        _on_the_sheet(page, side, {}, "better")
    end = page.locator("#end")
    end.locator("input[name=sure]").check()
    end.locator("button.danger").click()
    expect(page.get_by_role("status")).to_contain_text("vernietigd")
    expect(page.locator("main")).not_to_contain_text("Torenstraat")


def _on_the_sheet(page: Page, side: str, given: dict[str, str], chosen: str) -> None:
    card = page.locator(f"#side-{side}")
    card.locator("summary").click()
    for name, value in given.items():
        field = card.locator(f"[name={name}]")
        if name == "result":
            field.select_option(value)
        else:
            field.fill(value)
    card.locator(f"input[value={chosen}]").check()
    card.locator("button.primary").click()
    page.wait_for_load_state()
