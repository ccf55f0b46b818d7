"""What anybody sees, up to the code of a referral."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.screens.ways import concern, who


def public(_: Places) -> Iterator[Screen]:
    """What anybody sees, up to the code of a referral."""
    yield Screen("home", NOBODY, "")
    yield Screen("refused", NOBODY, "no-such-page", status=404)
    yield Screen("refer-1", NOBODY, "aanmelden")
    yield Screen("refer-1-errors", NOBODY, "aanmelden", in_turn(_next))
    yield Screen("refer-2", NOBODY, "aanmelden", in_turn(who, _next))
    yield Screen("refer-2-errors", NOBODY, "aanmelden", in_turn(who, _next, _next))
    yield Screen("refer-2-number", NOBODY, "aanmelden", in_turn(who, _next, _number))
    yield Screen("refer-3", NOBODY, "aanmelden", in_turn(who, _next, concern, _next))
    yield Screen("refer-3-errors", NOBODY, "aanmelden", in_turn(who, _next, concern, _next, _bad_mail, _send))
    yield Screen("refer-thanks", NOBODY, "aanmelden", in_turn(who, _next, concern, _next, _send))


def _press(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("main").get_by_role("button", name=name).last.click()
    page.wait_for_load_state()


def _next(page: Page) -> None:
    _press(page, re.compile("^(Verder|Continuer|Next)"))


def _send(page: Page) -> None:
    page.locator("form[action$=bedankt] .btn.primary").click()
    page.wait_for_load_state()


def _number(page: Page) -> None:
    page.locator("textarea[name=concern]").fill("Zijn nummer is 93.05.18-223.61, zei zijn zus.")


def _bad_mail(page: Page) -> None:
    page.locator("input[name=email]").evaluate_all("them => them.forEach(one => { one.value = 'mia@school'; })")
