"""One page to look at, and how one comes there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Way = Callable[[Page], None]
NOBODY = ""
"""Who looks without an account."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One page. `who`: who looks, "" without an account. `way`: what is done after going there. `status`: of `path`."""

    name: str
    who: str
    path: str
    way: Way | None = None
    status: int = 200

    def reach(self, page: Page, address: str) -> None:
        """Go there."""
        answer = page.goto(f"{address}/{self.path}")
        assert answer is not None
        assert answer.status == self.status, f"{self.name}: {answer.status}"
        if self.way:
            self.way(page)


def in_turn(*ways: Way) -> Way:
    """One after another."""

    def walk(page: Page) -> None:
        for way in ways:
            way(page)

    return walk
