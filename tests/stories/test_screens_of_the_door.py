"""The pages before there is a dossier, and beside it, in a real browser; and every page's languages and emptiness.

Pictures go to the folder of the stories, to be looked at beside the design.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.stories import screens
from tests.stories.house import House
from tests.stories.looking import english, faults, looked_at, too_wide
from tests.stories.rich_town import Places
from tests.stories.screens.door import door
from tests.stories.screens.dossiers import dossiers
from tests.stories.screens.empty import empty
from tests.stories.screens.public import public
from tests.stories.screens.screen import Screen
from tests.stories.windows import Windows

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("group", screens.ONE)
def test_every_page_with_something_on_it(
    rich_house: House, places: Places, windows: Windows, pictures: Path, group: str
) -> None:
    assert looked_at(rich_house, windows, screens.ONE[group](places), pictures) == []


def test_pages_of_a_town_where_nothing_happened_yet(house: House, windows: Windows, pictures: Path) -> None:
    assert looked_at(house, windows, empty(), pictures) == []


@pytest.mark.parametrize("language", ["fr-BE", "en-GB"])
def test_the_longest_words_fit(
    rich_house: House, places: Places, windows: Windows, pictures: Path, language: str
) -> None:
    shown = [*public(places), *door(places), Screen("board", "noor", "board"), *list(dossiers(places))[:1]]
    assert looked_at(rich_house, windows, iter(shown), pictures, too_wide, language) == []


def test_it_would_notice(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 900})
    sentence = min(english())
    page.set_content(
        f"<p>{sentence}</p><p style='width:2000px'>wide</p><img src=x><button>b</button><a href='#' tabindex=0>a</a>"
    )
    page.evaluate("document.querySelector('a').addEventListener('focus', (event) => event.target.blur())")
    wrong = " ".join(faults(page, tmp_path / "bad"))
    page.close()
    for sign in ("pixels sideways", "image-alt", "keyboard: <a", "English: ", "0 main headings"):
        assert sign in wrong
