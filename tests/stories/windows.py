"""Windows of a real browser, one for each person of a story: own cookies, a width, with or without script."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from kring.team.testing import PASSWORD
from tests.stories.house import House

PHONE, DESK = 390, 1280
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


@dataclass
class Windows:
    """Opens windows and closes them all when the story is over."""

    chromium: Browser
    opened: list[BrowserContext] = field(default_factory=list)

    def open(self, width: int = DESK, *, script: bool = True, language: str = "nl-BE", **options: Any) -> Page:
        """A new window of somebody who was never here."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 900}, locale=language, java_script_enabled=script, **options
        )
        context.set_default_timeout(PATIENCE_MS)
        self.opened.append(context)
        return context.new_page()

    def of(self, house: House, who: str, width: int = DESK, **options: Any) -> Page:
        """A window in which a colleague has just signed in."""
        page = self.open(width, **options)
        sign_in(page, house, who)
        return page

    def close(self) -> None:
        for context in self.opened:
            context.close()


def sign_in(page: Page, house: House, who: str) -> None:
    """Through the front door, with a name and a password."""
    page.goto(f"{house.address}/sign-in")
    page.locator("input[name=sign_in]").fill(f"{who}@kring.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    expect(page.locator("input[name=password]")).to_have_count(0)
