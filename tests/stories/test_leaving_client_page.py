"""Somebody comes near the client's page on a shared phone: one button, or Escape twice, and it is gone for good."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser
TEXT = "Mijn plan"


def opened(page: Page, house: House) -> None:
    client = Places.of(house.data).links["client"]
    page.goto(f"{house.address}{client.path}")
    page.locator("main input[name=word]").fill(client.code)
    page.locator("main .btn.primary").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TEXT)


def button(page: Page) -> None:
    page.get_by_role("button", name="Snel weg").click()


def escape_twice(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text(TEXT)
    page.keyboard.press("Escape")


def nobody_touches_it(page: Page) -> None:
    page.clock.fast_forward("09:30")
    expect(page.get_by_text("Deze pagina sluit over een minuut.")).to_be_visible()
    page.clock.fast_forward("00:40")


@pytest.mark.parametrize("leave", [button, escape_twice, nobody_touches_it])
def test_it_is_gone_and_going_back_shows_nothing(
    rich_house: House, windows: Windows, leave: Callable[[Page], None]
) -> None:
    page = windows.open(PHONE)
    page.clock.install()
    opened(page, rich_house)
    leave(page)
    page.wait_for_url(f"{rich_house.address}/weg")
    expect(page).to_have_title("Lege pagina")
    page.go_back()
    expect(page.get_by_text(TEXT, exact=True)).to_have_count(0)


def test_without_script_the_button_does_it(rich_house: House, windows: Windows) -> None:
    page = windows.open(PHONE, script=False)
    opened(page, rich_house)
    button(page)
    page.wait_for_url(f"{rich_house.address}/weg")
    expect(page).to_have_title("Lege pagina")


def test_a_touch_keeps_it_open(rich_house: House, windows: Windows) -> None:
    page = windows.open(PHONE)
    page.clock.install()
    opened(page, rich_house)
    page.clock.fast_forward("09:30")
    page.mouse.click(5, 300)
    page.clock.fast_forward("05:00")
    expect(page.get_by_role("heading", level=1)).to_have_text(TEXT)
