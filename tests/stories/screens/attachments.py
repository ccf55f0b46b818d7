"""Attachments."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way


def attachments(places: Places) -> Iterator[Screen]:
    """What is attached to a dossier."""
    there = f"dossiers/{places.dossiers['quiet']}/attachments"
    yield Screen("attachments", "noor", there)
    yield Screen("attachments-none", "noor", f"dossiers/{places.dossiers['bare']}/attachments")
    yield Screen("attachments-errors", "noor", there, _keep_sealed)
    yield Screen("attachment-photo", "noor", there, _look_at("last"))
    yield Screen("attachment-letter", "noor", there, _look_at("first"))


def _keep_sealed(page: Page) -> None:
    page.locator("input[name=words]").fill("Attest van de sportclub")
    page.locator("main form .btn.log").click()
    page.wait_for_load_state()


def _look_at(which: str) -> Way:
    def look(page: Page) -> None:
        links = page.locator("main ul.rows a")
        (links.first if which == "first" else links.last).click()
        page.wait_for_load_state()

    return look
