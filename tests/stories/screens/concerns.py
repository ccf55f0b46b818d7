"""Concerns of schools: what colleagues see, and the page of who shares them."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, Way, in_turn
from tests.stories.screens.ways import send_as_it_is, unfold_all


def concerns(places: Places) -> Iterator[Screen]:
    """The list, threads, who may share, and the page behind a link."""
    concern, asked, partner = (places.people[one] for one in ("concern", "concern-asked", "partner"))
    link = places.links["school"]
    yield Screen("concerns", "noor", "concerns", unfold_all)
    yield Screen("concern", "noor", f"concerns/{concern}")
    yield Screen("concern-asked", "samir", f"concerns/{asked}")
    yield Screen("concerns-partners", "noor", "concerns/partners")
    yield Screen("concerns-invite", "noor", "concerns/invite")
    yield Screen("concerns-invite-errors", "noor", "concerns/invite", send_as_it_is)
    yield Screen("concerns-link", "noor", f"concerns/partners/{partner}/link")
    yield Screen("concerns-word", NOBODY, link.path)
    yield Screen("concerns-own", NOBODY, link.path, in_turn(_word(link.code), unfold_all))


def _word(word: str) -> Way:
    def type_it(page: Page) -> None:
        page.fill("#id_word", word)
        page.click("main button")

    return type_it
