"""What is typed at an ending, an evening out and a handover of several is kept: the tab is closed and it is back."""

import pytest
from playwright.sync_api import expect

from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

WORDS = "Zijn zus belde: het loopt weer mis aan het station."
FORMS = {
    "aftercare": ("dossiers/{closed}/closing", "words"),
    "reopening": ("dossiers/{closed}/closing", "why"),
    "evening": ("back", "where"),
    "handover_many": ("handovers/many", "matters"),
}


@pytest.mark.parametrize("kept", FORMS)
def test_a_closed_tab_loses_nothing(rich_house: House, windows: Windows, kept: str) -> None:
    path, field = FORMS[kept]
    places = Places.of(rich_house.data)
    words, form = f"{WORDS} ({kept})", f"form[data-keep={kept}]"
    page = windows.of(rich_house, "noor", PHONE)
    here = f"{rich_house.address}/{path.format(**places.dossiers)}"
    page.goto(here)
    expect(page.locator(f"{form}[data-keep-ready]")).to_have_count(1)
    page.locator("main details").evaluate_all("them => them.forEach(one => { one.open = true; })")
    page.locator(f"{form} textarea[name={field}]").fill(words)
    expect(page.locator(f"{form} [data-keep-said][data-state=Kept]")).to_have_count(1)
    again = page.context.new_page()
    page.close()
    again.goto(f"{rich_house.address}/unfinished")
    again.locator("main section.card", has_text=words).get_by_role("link", name="Ga ermee verder").click()
    expect(again).to_have_url(here)
    expect(again.locator(f"{form} textarea[name={field}]")).to_have_value(words)
