"""The lock falls while Fatma writes: she writes on, unlocks, and reads it back, on a phone and by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kring.team.testing import PASSWORD
from tests.stories.house import House
from tests.stories.looking import faults
from tests.stories.test_passkey import LOCK_ALL
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser


def test_a_word_written_at_the_lock_is_there_after_unlocking(house: House, windows: Windows, pictures: Path) -> None:
    page = windows.of(house, "fatma", PHONE)
    house.run(LOCK_ALL)
    page.goto(f"{house.address}/dossiers")
    expect(page.get_by_role("heading", level=1)).to_have_text("Je bent vergrendeld")
    wrong = [*faults(page, pictures / "nl-locked")]
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.get_by_role("link", name="Eerst iets noteren").click()
    page.get_by_label("Wat wil je niet vergeten?").fill("Zij wil volgende week zelf bellen.")
    page.get_by_text("Straat", exact=True).click()
    page.get_by_role("button", name="In de bus").click()
    expect(page.get_by_text("In de bus: 1 notitie.")).to_be_visible()
    wrong += faults(page, pictures / "nl-write-locked-kept")
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.get_by_role("link", name="Ontgrendel").click()
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    expect(page.get_by_text("Zij wil volgende week zelf bellen.")).to_be_visible()
    page.get_by_role("button", name="Gooi het weg").click()
    expect(page.get_by_text("Hier ligt niets")).to_be_visible()
    assert wrong == []
