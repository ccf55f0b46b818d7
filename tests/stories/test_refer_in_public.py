"""Somebody refers in a real browser: three widths, light and dark, nothing wrong for axe, no sideways scroll.

Pictures go to the folder of the stories, to be looked at beside design screen 08.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.house import House
from tests.stories.looking import sideways, violations
from tests.stories.windows import sign_in

pytestmark = pytest.mark.browser

CONCERN = "Komt sinds januari bijna niet meer naar de les en zit vaak alleen. Rijksregisternummer 09.99.99-001.45."
Look = Callable[[str], None]


def walk(page: Page, house: House, look: Look) -> None:
    """Through the three steps to the code, with one mistake on the way."""
    page.goto(f"{house.address}/aanmelden")
    look("1")
    page.get_by_role("button", name="Verder").last.click()
    expect(page.get_by_role("alert")).to_contain_text("Eén ding klopt nog niet.")
    look("1-fout")
    page.get_by_label("School ·").check()
    page.get_by_label("Je naam").fill("Els Maas")
    page.get_by_label("Telefoon").fill("015 00 00 00")
    page.get_by_role("button", name="Verder").last.click()
    page.get_by_text("12 tot 17").click()
    page.get_by_label("Wat zie je, wat hoor je?").fill(CONCERN)
    page.get_by_label("Wat probeerde je al?").fill("Twee gesprekken met de klasleerkracht.")
    page.locator("summary").click()
    page.get_by_text("School en opleiding").click()
    page.get_by_text("nog niet", exact=True).click()
    look("2")
    page.get_by_role("button", name="Verder").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wanneer praten we?")
    look("3")
    page.get_by_role("button", name="Haal het nummer weg").click()
    expect(page.get_by_text("Dat lijkt op een rijksregisternummer.")).to_be_hidden()
    page.get_by_role("button", name="Meld aan").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt dat je dit deelt.")
    look("bedankt")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_refer_somebody(house: House, chromium: Browser, pictures: Path, width: int, theme: Any, script: bool) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, locale="nl-BE", color_scheme=theme, java_script_enabled=script
    )
    context.set_default_timeout(8000)
    page = context.new_page()

    def look(step: str) -> None:
        if not script:
            return
        page.screenshot(path=pictures / f"08-aanmelden-{step}-{width}-{theme}.png", full_page=True)
        assert sideways(page) <= 0
        assert violations(page) == []

    walk(page, house, look)
    context.close()


def test_the_number_goes_at_once_with_script_and_enter_goes_on(house: House, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    context.set_default_timeout(8000)
    page = context.new_page()
    page.goto(f"{house.address}/aanmelden")
    page.get_by_label("Ikzelf").check()
    page.get_by_label("Je naam").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bezorgdheid")
    concern = page.get_by_label("Wat zie je, wat hoor je?")
    hint = page.get_by_text("Dat lijkt op een rijksregisternummer.")
    expect(hint).to_be_hidden()
    concern.fill("Nummer 09.99.99-001.45 en meer")
    expect(hint).to_be_visible()
    page.get_by_role("button", name="Haal het nummer weg").click()
    expect(concern).to_have_value("Nummer en meer")
    page.get_by_label("gewoon").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wanneer praten we?")
    context.close()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_colleague_takes_a_referral_down(house: House, chromium: Browser, pictures: Path, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-BE")
    context.set_default_timeout(8000)
    page = context.new_page()
    sign_in(page, house, "noor")
    page.goto(f"{house.address}/referrals/take-down")
    page.get_by_label("Ouder of familie").check()
    page.get_by_label("Wat zie je, wat hoor je?").fill("Belt zelf, weet niet meer hoe het verder moet met haar zoon.")
    page.screenshot(path=pictures / f"08-opnemen-{width}.png", full_page=True)
    assert sideways(page) <= 0
    assert violations(page) == []
    page.get_by_role("button", name="Bewaar de aanmelding").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelding bewaard")
    page.screenshot(path=pictures / f"08-opgenomen-{width}.png", full_page=True)
    assert violations(page) == []
    context.close()
