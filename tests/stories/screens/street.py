"""The street round and words for a colleague."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen


def street(_: Places) -> Iterator[Screen]:
    """The street round and words for a colleague."""
    yield Screen("street-begin", "fatma", "street")
    yield Screen("street-round", "noor", "street")
    yield Screen("street-round-errors", "noor", "street", _keep_no_nickname)
    yield Screen("street-over", "fatma", "street", _first_round)
    yield Screen("words", "joris", "words")
    yield Screen("words-none", "tom", "words")
    yield Screen("words-errors", "tom", "words", _send_word)


def _keep_no_nickname(page: Page) -> None:
    form = page.locator("form[action$=met]").last
    form.locator("xpath=ancestor::details/summary").click()
    form.locator("input[name=words]").fill("zag hem bij het bankje, lachte terug")
    form.locator("button").last.click()
    page.wait_for_load_state()


def _first_round(page: Page) -> None:
    page.locator("main ul.rows a").first.click()
    page.wait_for_load_state()


def _send_word(page: Page) -> None:
    page.locator("main form .btn").last.click()
    page.wait_for_load_state()
