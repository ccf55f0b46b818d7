"""Taking over a list."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, in_turn


def take_over(_: Places) -> Iterator[Screen]:
    """The list of one's own that is taken over on the first day."""
    yield Screen("take-over", "fatma", "take-over")
    yield Screen("take-over-nothing", "fatma", "take-over", _look_first)
    yield Screen("take-over-looked", "fatma", "take-over", in_turn(_paste, _look_first))
    yield Screen("take-over-opened", "fatma", "take-over", in_turn(_paste, _look_first, _open))
    yield Screen("take-over-proof", "fatma", "take-over/proof")
    yield Screen("take-over-no-proof", "lotte", "take-over/proof")


def _paste(page: Page) -> None:
    label = "Maximiliaan-Alexander V."
    lines = (
        f"{label};1/5/2019;straathoekwerk;hybride;elke 2 weken;Joris",
        f"{label};31/02/2020;een programma met een heel lange naam;soms;nu en dan;Pietje Precies;ooit",
        "Kim;2/6/2020;straathoekwerk;outreach;;Noor",
    )
    page.locator("textarea[name=text]").fill("\n".join(lines))


def _look_first(page: Page) -> None:
    page.locator("button[name=look]").last.click()
    page.wait_for_load_state()


def _open(page: Page) -> None:
    page.locator("button[name=open]").click()
    page.wait_for_load_state()
