"""Hints while typing, at the network and at the minutes as at a contact: on the device, never a block."""

import pytest
from playwright.sync_api import expect

from kring.support.tests.test_hints import TABLE
from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

PLACES = {
    "a line beside somebody": ("", "/network/add", "input[name=role]", set()),
    "who it is": ("", "/network/add", "input[name=name]", {"name"}),
    "own notes of a consultation": ("table", "", "textarea[name=text]", set()),
    "an agreement": ("table", "/table", "form[data-keep=table_agreement] input[name=what]", {"name"}),
}
"""Where one types, and of what that field asks itself."""


@pytest.mark.parametrize("place", PLACES)
def test_the_same_is_told_wherever_one_types(rich_house: House, windows: Windows, place: str) -> None:
    of, end, field, asks = PLACES[place]
    page = windows.of(rich_house, "noor", PHONE)
    there = Places.of(rich_house.data)
    start = there.people[of] if of else f"dossiers/{there.dossiers['quiet']}"
    page.goto(f"{rich_house.address}/{start}{end}")
    box, number = page.locator("[data-hint-words]"), page.locator("#rr")
    most = int(page.locator(field).first.get_attribute("maxlength") or 8000)
    differing = {}
    for text, told in ((text, told) for text, told in TABLE.items() if len(text) <= most):
        page.locator(field).first.fill(text)
        shown = set(page.locator("[data-hint]:visible").evaluate_all("them => them.map((one) => one.dataset.hint)"))
        if number.is_visible():
            shown.add("number")
        if shown != told - asks:
            differing[text] = shown
    assert differing == {}
    page.locator(field).first.fill("Zijn nummer is 0470 12 34 56.")
    expect(box).to_be_visible()
    expect(box).to_contain_text("Het is maar een tip.")
