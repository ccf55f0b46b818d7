"""Every page of the product in a real browser: light and dark, three widths, keyboard, Dutch, French and English.

Pictures go to the folder of the stories, to be looked at beside the design.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.stories import screens
from tests.stories.house import House
from tests.stories.looking import faults, too_wide
from tests.stories.rich_town import Places
from tests.stories.screens import NOBODY, Screen
from tests.stories.windows import Windows, sign_in

pytestmark = pytest.mark.browser
Look = Callable[[Page, Path], Iterator[str]]


def looked_at(
    house: House,
    windows: Windows,
    pages: Iterator[Screen],
    pictures: Path,
    look: Look = faults,
    language: str = "nl-BE",
) -> list[str]:
    """What `look` finds on these screens; one window a person, and a fresh one for who has no account."""
    open_windows: dict[str, Page] = {}
    found = []
    for screen in pages:
        page = open_windows.get(screen.who)
        if page is None or screen.who == NOBODY:
            page = windows.open(language=language, reduced_motion="reduce")
            if screen.who != NOBODY:
                sign_in(page, house, screen.who)
                open_windows[screen.who] = page
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        screen.reach(page, house.address)
        found += [f"{screen.name} {fault}" for fault in look(page, pictures / f"{language[:2]}-{screen.name}")]
        if screen.who == NOBODY:
            page.context.close()
    return found


@pytest.fixture
def places(rich_house: House) -> Places:
    return Places.of(rich_house.data)


def test_every_page_with_something_on_it(rich_house: House, places: Places, windows: Windows, pictures: Path) -> None:
    assert looked_at(rich_house, windows, screens.every(places), pictures) == []


def test_pages_of_a_town_where_nothing_happened_yet(house: House, windows: Windows, pictures: Path) -> None:
    assert looked_at(house, windows, screens.empty(), pictures) == []


@pytest.mark.parametrize("language", ["fr-BE", "en-GB"])
def test_the_longest_words_fit(
    rich_house: House, places: Places, windows: Windows, pictures: Path, language: str
) -> None:
    shown = [*screens.public(), *screens.door(), Screen("board", "noor", "board"), *list(screens.dossiers(places))[:1]]
    assert looked_at(rich_house, windows, iter(shown), pictures, too_wide, language) == []


def test_it_would_notice(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    page.set_content("<p style='width:2000px'>wide</p><img src=x><button>b</button><a href='#' tabindex=0>a</a>")
    page.evaluate("document.querySelector('a').addEventListener('focus', (event) => event.target.blur())")
    wrong = " ".join(faults(page, tmp_path / "bad"))
    page.close()
    for sign in ("pixels sideways", "image-alt", "keyboard: <a", "0 main headings"):
        assert sign in wrong
