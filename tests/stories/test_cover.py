"""Somebody comes near: one tap covers the screen and locks it, one touch opens it again where one was."""

import pytest
from playwright.sync_api import expect

from kring.team.testing import PASSWORD
from tests.stories.house import House
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser


def test_a_covered_screen_is_a_locked_one(house: House, windows: Windows) -> None:
    page = windows.of(house, "lotte", PHONE)
    page.goto(f"{house.address}/dossiers")
    page.get_by_role("button", name="Scherm verbergen").click()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.locator("html[data-cover-locked]")).to_have_count(1)
    page.mouse.click(100, 300)
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent vergrendeld")
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn dossiers")


def test_what_is_typed_and_kept_nowhere_is_only_covered(house: House, windows: Windows) -> None:
    page = windows.of(house, "lotte", PHONE)
    page.goto(f"{house.address}/dossiers")
    page.locator("input[name=words]").fill("half a name")
    page.get_by_role("button", name="Scherm verbergen").click()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.mouse.click(100, 300)
    expect(page.locator("input[name=words]")).to_have_value("half a name")


def test_one_signs_out_on_the_phone(house: House, windows: Windows) -> None:
    page = windows.of(house, "lotte", PHONE)
    page.goto(f"{house.address}/today")
    page.locator(".tabbar summary").click()
    page.locator(".tabbar").get_by_role("button", name="Afmelden").click()
    page.wait_for_url(f"{house.address}/")
