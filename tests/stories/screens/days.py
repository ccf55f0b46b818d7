"""The working day."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_keeping import LONG
from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def days(places: Places) -> Iterator[Screen]:
    """The working day: Today, the week, appointments, the rhythm agreed and what an age asks for."""
    yield Screen("today", "noor", "today")
    yield Screen("today-done", "noor", "today", _tick)
    yield Screen("today-late", "noor", "today", _tick_late)
    yield Screen("today-nothing", "lotte", "today")
    yield Screen("week", "noor", "today/week")
    yield Screen("appointments", "noor", f"dossiers/{places.dossiers['long']}/appointments")
    yield Screen("appointments-errors", "noor", f"dossiers/{places.dossiers['bare']}/appointments", send_as_it_is)
    yield Screen("rhythm", "noor", f"dossiers/{places.dossiers['quiet']}/rhythm")
    yield Screen("rhythm-errors", "noor", f"dossiers/{places.dossiers['bare']}/rhythm", _other_rhythm)
    yield Screen("age", "noor", f"dossiers/{places.dossiers['young']}/age")
    yield Screen("age-errors", "noor", f"dossiers/{places.dossiers['young']}/age", send_as_it_is)
    yield Screen("telling", "noor", f"dossiers/{places.dossiers['quiet']}/telling", unfold_all)
    yield Screen("telling-errors", "noor", f"dossiers/{places.dossiers['quiet']}/telling", send_as_it_is)
    yield Screen("telling-waits-errors", "noor", f"dossiers/{places.dossiers['quiet']}/telling", _wait_as_it_is)
    yield Screen("telling-done", "noor", f"dossiers/{places.dossiers['young']}/telling")
    yield Screen("telling-nothing", "noor", f"dossiers/{places.dossiers['bare']}/telling")
    yield Screen("who", "noor", f"dossiers/{places.dossiers['quiet']}/who")
    yield Screen("who-first", "noor", f"dossiers/{places.dossiers['bare']}/who")
    yield Screen("who-nothing", "noor", f"dossiers/{places.dossiers['bare']}/who", send_as_it_is)
    yield Screen("who-errors", "noor", f"dossiers/{places.dossiers['bare']}/who", _born_later)
    yield Screen("who-late", "noor", f"dossiers/{places.dossiers['quiet']}/who", _written_meanwhile)
    yield Screen("age-nothing", "noor", f"dossiers/{places.dossiers['quiet']}/age")


def _wait_as_it_is(page: Page) -> None:
    unfold_all(page)
    page.locator("main details form .btn").last.click()
    page.wait_for_load_state()


def _born_later(page: Page) -> None:
    page.locator("input[name=name]").fill(LONG[:120])
    page.locator("input[name=born_on]").fill("2090-05-17")
    page.locator("textarea[name=contact]").fill(LONG)
    send_as_it_is(page)
    page.get_by_role("alert").wait_for()


def _written_meanwhile(page: Page) -> None:
    """A colleague was earlier."""
    page.locator("input[name=name]").fill("Robin-Alexander Vermeulen-Vandenbroucke")
    page.locator("main input[name=seen]").evaluate("one => { one.value = '999' }")
    send_as_it_is(page)
    page.get_by_role("alert").wait_for()


def _other_rhythm(page: Page) -> None:
    page.locator("input[name=often][value=other]").check(force=True)
    send_as_it_is(page)


def _tick(page: Page) -> None:
    """One line is done; looked at again it still is."""
    if not page.locator(".todo .done").count():
        page.locator(".tickbox[name=done]").first.click()
    page.locator(".todo .done").first.wait_for()


def _tick_late(page: Page) -> None:
    """A line that somebody changed since it was listed."""
    page.locator(".tickbox[name=done]").first.evaluate("button => { button.value = '999' }")
    page.locator(".tickbox[name=done]").first.click()
    page.get_by_role("alert").wait_for()
