"""A question of the council answered with the keyboard alone, on a phone and at a desk, with script and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser

FURTHEST = 60
"""So many times Tab at most until one is where one wants to be."""


def go_to(page: Page, target: str) -> None:
    """With Tab alone."""
    wanted = page.locator(target).first
    for _ in range(FURTHEST):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} is not come by with Tab")


def type_at(page: Page, target: str, words: str) -> None:
    go_to(page, target)
    page.keyboard.type(words)


@pytest.mark.parametrize(("width", "script"), [(PHONE, True), (DESK, True), (DESK, False)])
def test_from_the_question_to_frozen(rich_house: House, windows: Windows, width: int, *, script: bool) -> None:
    page = windows.of(rich_house, "saar", width, script=script)
    page.goto(f"{rich_house.address}/figures/questions")
    go_to(page, "main a[href$='/questions/new']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nieuwe vraag")
    type_at(page, "[name=asker]", "Raadslid Peeters")
    type_at(page, "[name=text]", "Hoeveel dossiers lopen er?")
    go_to(page, "button.big")
    page.keyboard.press("Enter")
    go_to(page, "main a[href$='/figure']")
    page.keyboard.press("Enter")
    type_at(page, "[name=measure]", "Lopende")
    type_at(page, "[name=first]", "werkwijze")
    type_at(page, "[name=period]", "vandaag")
    if script:
        page.keyboard.press("Tab")
        expect(page.locator("[data-sentence-said]")).to_contain_text("Lopende dossiers per werkwijze, op")
    go_to(page, "button.big")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Lopende dossiers per werkwijze")
    go_to(page, "form[action$='/freeze'] button")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("vastgelegd op")
    expect(page.locator("main .bars")).to_have_count(1)
