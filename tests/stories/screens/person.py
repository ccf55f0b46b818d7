"""What the person may ask."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def person(places: Places) -> Iterator[Screen]:
    """Requests of one dossier, the worksheet of a copy, and the clocks of the privacy officer."""
    asked, bare = (f"dossiers/{places.dossiers[name]}/person" for name in ("quiet", "bare"))
    yield Screen("person", "noor", asked)
    yield Screen("person-none", "noor", bare)
    yield Screen("person-errors", "noor", bare, send_as_it_is)
    yield Screen("worksheet", "noor", asked, _open_first)
    yield Screen("looked", "noor", f"{asked}/looked")
    yield Screen("requests", "hilde", "privacy/requests")


def _open_first(page: Page) -> None:
    page.locator("main li.req a").first.click()
    page.wait_for_load_state()
    unfold_all(page)
