"""What the person may ask."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way, in_turn
from tests.stories.screens.ways import send_as_it_is, unfold_all


def person(places: Places) -> Iterator[Screen]:
    """Requests of one dossier, the worksheet of a copy, and the clocks of the privacy officer."""
    asked, bare = (f"dossiers/{places.dossiers[name]}/person" for name in ("quiet", "bare"))
    yield Screen("person", "noor", asked)
    yield Screen("person-none", "noor", bare)
    yield Screen("person-errors", "noor", bare, send_as_it_is)
    yield Screen("worksheet", "noor", asked, _open("nth=3"))
    yield Screen("answer-beside", "noor", asked, _open("nth=2"))
    yield Screen("answer-freeze", "noor", asked, _open("nth=1"))
    yield Screen("answer-objection", "noor", asked, _open("nth=0"))
    yield Screen("longer", "noor", asked, _longer)
    yield Screen("longer-errors", "noor", asked, in_turn(_longer, send_as_it_is))
    yield Screen("reads", "noor", f"{asked}/reads")
    yield Screen("looked", "noor", f"{asked}/looked")
    yield Screen("requests", "hilde", "privacy/requests")


def _longer(page: Page) -> None:
    page.locator("main li.req a[href$='/longer']").first.click()
    page.wait_for_load_state()


def _open(which: str) -> Way:
    def look(page: Page) -> None:
        page.locator(f"main li.req a.btn >> {which}").click()
        page.wait_for_load_state()
        unfold_all(page)

    return look
