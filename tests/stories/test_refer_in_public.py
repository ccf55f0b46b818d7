"""Somebody refers in a real browser: three widths, light and dark, nothing wrong for axe, no sideways scroll.

Pictures go to the folder of the stories, to be looked at beside design screen 08.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kring.support.tests.test_hints import TABLE
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
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw verhaal")
    concern = page.get_by_label("Wat is er aan de hand?")
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


def test_the_device_tells_what_the_server_tells(house: House, chromium: Browser) -> None:
    """The same table of texts, typed in a browser: the hints while typing are those after sending."""
    page = chromium.new_page(locale="nl-BE")
    page.goto(f"{house.address}/aanmelden")
    page.locator("input[name=kind][value=school]").check()
    page.get_by_role("button", name="Verder").last.click()
    differing = {}
    for text, told in TABLE.items():
        page.locator("textarea[name=concern]").fill(text)
        shown = page.locator("[data-hint]:visible").evaluate_all("them => them.map((one) => one.dataset.hint)")
        if page.locator("#rr").is_visible():
            shown.append("number")
        if set(shown) != told:
            differing[text] = shown
    page.close()
    assert differing == {}


@pytest.mark.parametrize(("kind", "asked"), [("school", True), ("other", True), ("family", False), ("self", False)])
def test_the_first_tap_shows_only_what_fits(house: House, chromium: Browser, kind: str, asked: bool) -> None:
    page = chromium.new_page(locale="nl-BE")
    page.goto(f"{house.address}/aanmelden")
    expect(page.locator("input[name=name]")).to_be_hidden()
    page.locator(f"input[name=kind][value={kind}]").check()
    expect(page.locator("input[name=name]")).to_be_visible()
    expect(page.locator("input[name=organisation]")).to_be_visible(visible=asked)
    label = page.locator("label[for=id_organisation]")
    if asked:
        expect(label).to_contain_text("Je school" if kind == "school" else "Je organisatie")
    page.close()


def kept(page: Page) -> Any:
    return page.evaluate("localStorage.getItem('kring-draft')")


def test_a_draft_is_kept_when_asked_on_the_device_only_and_goes_after_sending(house: House, chromium: Browser) -> None:
    context = chromium.new_context(locale="nl-BE")
    page = context.new_page()
    page.goto(f"{house.address}/aanmelden")
    page.locator("input[name=kind][value=school]").check()
    page.get_by_role("button", name="Verder").last.click()
    page.locator("textarea[name=concern]").fill("Hij slaapt in het bushokje.")
    assert kept(page) is None
    page.get_by_role("button", name="Bewaar het hier drie dagen").click()
    page.locator("textarea[name=concern]").fill("Hij slaapt in het bushokje aan de vaart.")
    assert "aan de vaart" in kept(page)
    assert "csrfmiddlewaretoken" not in kept(page)
    page.close()
    again = context.new_page()
    again.goto(f"{house.address}/aanmelden")
    again.get_by_role("button", name="Zet het terug in het formulier").click()
    expect(again.locator("input[name=kind][value=school]")).to_be_checked()
    again.get_by_role("button", name="Verder").last.click()
    expect(again.locator("textarea[name=concern]")).to_have_value("Hij slaapt in het bushokje aan de vaart.")
    again.get_by_role("button", name="Verder").last.click()
    again.get_by_role("button", name="Meld aan").last.click()
    expect(again.get_by_role("heading", level=1)).to_have_text("Bedankt dat je dit deelt.")
    assert kept(again) is None
    context.close()


def test_a_draft_goes_by_a_button_and_by_itself(house: House, chromium: Browser) -> None:
    page = chromium.new_page(locale="nl-BE")
    page.goto(f"{house.address}/aanmelden")
    page.locator("input[name=kind][value=other]").check()
    page.get_by_role("button", name="Bewaar het hier drie dagen").click()
    page.get_by_role("button", name="Wis het van dit toestel").click()
    assert kept(page) is None
    old = "JSON.stringify({at: Date.now() - 4 * 86400000, fields: [['concern', 'oud']]})"
    page.evaluate(f"localStorage.setItem('kring-draft', {old})")
    page.reload()
    expect(page.get_by_role("button", name="Bewaar het hier drie dagen")).to_be_visible()
    assert kept(page) is None
    page.close()
