"""An invitation, waiting, letting somebody in, and the administrator's pages."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def getting_in(places: Places) -> Iterator[Screen]:
    """An invitation, waiting, letting somebody in, and the administrator's pages."""
    newcomer, link, colleague = (places.people[name] for name in ("newcomer", "invitation", "colleague"))
    yield Screen("invitation", NOBODY, f"team/invited/{link}")
    yield Screen("invitation-short", NOBODY, f"team/invited/{link}", _short_password)
    yield Screen("invitation-over", NOBODY, f"team/invited/{colleague}", status=404)
    yield Screen("team-waiting", "noor", "team")
    yield Screen("let-in", "noor", f"team/let-in/{newcomer}")
    yield Screen("let-in-errors", "noor", f"team/let-in/{newcomer}", send_as_it_is)
    yield Screen("keys", "noor", "keys")
    yield Screen("recovery", "marc", "team/recovery")
    yield Screen("recovery-errors", "karel", "team/recovery", _send_half)
    yield Screen("trustees", "ann", "team/recovery/trustees")
    yield Screen("trustee-comes", "bart", "team/recovery/place")
    yield Screen("trustee-sheet", "karel", "team/recovery/place")
    yield Screen("anew", "ann", "team/recovery/anew")
    yield Screen("anew-errors", "greet", "team/recovery/anew", send_as_it_is)
    yield Screen("drill", "karel", "team/recovery/drill")
    yield Screen("drill-errors", "hilde", "team/recovery/drill", _send_half)
    yield Screen("drill-of-others", "marc", "team/recovery/drill")
    yield Screen("drills", "hilde", "privacy/drills")
    yield Screen("manage", "ann", "team/manage")
    yield Screen("manage-new", "ann", "team/manage/new")
    yield Screen("manage-new-errors", "ann", "team/manage/new", send_as_it_is)
    yield Screen("manage-person", "ann", f"team/manage/{colleague}")
    yield Screen("manage-person-unfolded", "ann", f"team/manage/{colleague}", unfold_all)


def _short_password(page: Page) -> None:
    page.locator("input[name=password]").fill("kort")
    page.locator("input[name=again]").fill("kort")
    send_as_it_is(page)


def _send_half(page: Page) -> None:
    page.locator("main form").first.evaluate("form => { form.noValidate = true; }")
    page.locator("main form .btn.primary").first.click()
    page.wait_for_load_state()
