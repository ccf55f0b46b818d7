"""Behind glass, and the privacy officer's desk."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_keeping import LONG
from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def privacy(places: Places) -> Iterator[Screen]:
    """The form of the glass, what is read behind it, the notices, and every page of the privacy officer's desk."""
    yield Screen("glass", "lotte", "glass")
    yield Screen("glass-errors", "lotte", "glass", _break)
    yield Screen("glass-nothing", "lotte", "glass", _no_such_number)
    yield Screen("glass-told", "noor", "glass/told")
    yield Screen("glass-told-nothing", "eline", "glass/told")
    yield Screen("privacy-glass", "hilde", "privacy/glass")
    yield Screen("journal", "hilde", "privacy/journal")
    yield Screen("journal-nothing", "hilde", "privacy/journal", _find_nothing)
    yield Screen("incident", "hilde", "privacy/incident", _lost)
    yield Screen("incident-errors", "hilde", "privacy/incident", send_as_it_is)
    yield Screen("who-has-access", "hilde", "privacy/access")
    yield Screen("need-to-know", "hilde", "privacy/need-to-know")
    yield Screen("unused-fields", "hilde", "privacy/fields")
    yield Screen("unused-fields-report", "hilde", "privacy/fields/report")
    yield Screen("count-fields", "noor", "fields")
    yield Screen("record-of-processing", "hilde", "privacy/record", unfold_all)


def _no_such_number(page: Page) -> None:
    page.locator("main input[name=number]").fill("K-9999")
    page.locator("main input[name=part]").first.check(force=True)
    page.locator("main textarea[name=reason]").fill(LONG[:280])
    for one in page.locator("main input[name=tried]").all():
        one.check()
    _break(page)
    page.get_by_role("alert").wait_for()


def _break(page: Page) -> None:
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()


def _find_nothing(page: Page) -> None:
    page.locator("main input[type=search]").fill("Niemand die hier werkt")
    page.locator("main form[role=search] button").click()
    page.wait_for_load_state()


def _lost(page: Page) -> None:
    page.locator("main select[name=who]").select_option(label="Noor Claes")
    send_as_it_is(page)
    page.locator("#sheet").wait_for()
