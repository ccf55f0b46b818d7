"""The retention desk."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is


def retention(places: Places) -> Iterator[Screen]:
    """The desk, a batch as each office sees it, what is held back, the rules and a declaration."""
    yield Screen("retention", "hilde", "privacy/retention")
    yield Screen("retention-batch", "hilde", "privacy/retention", _batch)
    yield Screen("retention-batch-approved", "greet", "privacy/retention", _batch)
    yield Screen("retention-holds", "hilde", "privacy/retention/holds")
    yield Screen("retention-holds-errors", "greet", "privacy/retention/holds", send_as_it_is)
    yield Screen("retention-declaration", "greet", "privacy/retention", _declaration)
    yield Screen("retention-rule", "greet", "privacy/retention/rules/dossier")
    kept = f"dossiers/{places.dossiers['over']}/person/archive"
    yield Screen("archive", "noor", kept)
    yield Screen("archive-errors", "noor", kept, send_as_it_is)
    yield Screen("archive-none", "noor", f"dossiers/{places.dossiers['closed']}/person/archive")
    yield Screen("law", "noor", "team/law")
    yield Screen("law-errors", "hilde", "team/law", _without_source)
    yield Screen("protocols", "noor", "team/protocols")
    yield Screen("protocols-errors", "hilde", "team/protocols", send_as_it_is)
    yield Screen("protocol", "greet", "team/protocols", _protocol)
    yield Screen("retention-rule-errors", "hilde", "privacy/retention/rules/referral", send_as_it_is)


def _batch(page: Page) -> None:
    page.locator("main a[href*='/privacy/retention/']:not([href*='rules']):not([href$='holds'])").first.click()
    page.wait_for_load_state()


def _declaration(page: Page) -> None:
    page.locator("main a[href$='/declaration']").first.click()
    page.wait_for_load_state()


def _protocol(page: Page) -> None:
    page.locator("main a[href*='/team/protocols/']").first.click()
    page.wait_for_load_state()


def _without_source(page: Page) -> None:
    page.locator("input[name=source]").fill("")
    send_as_it_is(page)
