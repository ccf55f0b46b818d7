"""Contacts: noting, reading, searching."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way, in_turn
from tests.stories.screens.ways import keep, search, unfold_all


def contacts(places: Places) -> Iterator[Screen]:
    """Noting a contact, what was noted, sensitive notes, and searching in them."""
    told, quiet = places.dossiers["along"], places.dossiers["quiet"]
    yield Screen("log", "noor", "log")
    yield Screen("log-none", "tom", "log")
    yield Screen("log-errors", "noor", "log", _keep_contact)
    yield Screen("log-one", "noor", f"log/{places.dossiers['long']}", unfold_all)
    yield Screen("logged", "noor", f"log/{places.dossiers['long']}", in_turn(_happened, _keep_contact))
    yield Screen("contact", "joris", f"dossiers/{told}", _first_contact)
    yield Screen("sensitive", "noor", f"dossiers/{quiet}/sensitive")
    yield Screen("sensitive-errors", "noor", f"dossiers/{quiet}/sensitive", keep)
    yield Screen("sensitive-note", "joris", f"dossiers/{told}", _open_note)
    yield Screen("notes", "joris", "notes", search)
    yield Screen("notes-found", "joris", "notes", _look_for("schooltoelage"))


def _keep_contact(page: Page) -> None:
    page.locator(".savebar .btn.log").click()
    page.locator("form[data-keep-sending]").wait_for(state="detached")
    page.wait_for_load_state()


def _happened(page: Page) -> None:
    page.locator(".hows .chip").first.click()
    page.locator("textarea[name=sentence]").fill("Wil opnieuw voetballen.")


def _first_contact(page: Page) -> None:
    page.locator("ol.tl h3 a").first.click()
    page.wait_for_load_state()


def _open_note(page: Page) -> None:
    page.locator("ol.tl a[href*=sensitive]").first.click()
    page.wait_for_load_state()


def _look_for(words: str) -> Way:
    def look(page: Page) -> None:
        page.locator("input[name=words]").fill(words)
        page.locator("input[name=words]").press("Enter")
        page.wait_for_load_state()

    return look
