"""Letters and onward referral."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, Way
from tests.stories.screens.ways import send_as_it_is, unfold_all


def papers(places: Places) -> Iterator[Screen]:
    """The letters: worded by the town, and filled in for somebody; where somebody was referred onward."""
    quiet, silent = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "silent"))
    yield Screen("letters-wording", "greet", "team/letters")
    yield Screen("letters-word", "greet", "team/letters/invitation/nl", unfold_all)
    yield Screen("letters-word-errors", "ann", "team/letters/leaflet/fr", _unknown_placeholder)
    yield Screen("letters-silence", "noor", "team/letters/silence")
    yield Screen("letters", "noor", f"{quiet}/letters")
    yield Screen("letters-invitation", "noor", f"{quiet}/letters/invitation")
    yield Screen("letters-leaflet", "noor", f"{quiet}/letters/leaflet")
    yield Screen("letters-referral", "noor", f"{quiet}/letters/referral")
    yield Screen("letters-none", "noor", f"{silent}/letters/closing")
    yield Screen("linkages", "noor", f"{quiet}/linkages", unfold_all)
    yield Screen("linkages-none", "noor", f"dossiers/{places.dossiers['bare']}/linkages")
    yield Screen("linkages-errors", "noor", f"{quiet}/linkages", send_as_it_is)
    yield Screen("linkages-found", "noor", f"{quiet}/linkages", _look_up("brug"))
    yield Screen("linkages-silent", "noor", f"{silent}/linkages")


def _unknown_placeholder(page: Page) -> None:
    page.locator("textarea[name=text]").fill("Bonjour {prenom}, voici une lettre.")
    page.locator("main form .btn.primary").first.click()
    page.wait_for_load_state()


def _look_up(words: str) -> Way:
    def look(page: Page) -> None:
        page.locator("input[name=service]").fill(words)
        with page.expect_navigation():
            page.locator("button[name=look]").click()

    return look
