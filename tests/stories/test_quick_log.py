"""A contact noted by thumb: on a phone of 390 points, with as many taps as promised, and looked at."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.looking import faults
from tests.stories.rich_town import Places
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

SENTENCE = "Wil opnieuw voetballen. Klinkt rustiger."
REACH = 700
"""What a thumb reaches without scrolling: the height of the window less the bars of a browser."""


class Thumb:
    """Taps and counts them; what is tapped lies within reach of where the page stands."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, target: str) -> None:
        place = self.page.locator(target).first
        place.scroll_into_view_if_needed()
        box = place.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44, f"{target} is smaller than a thumb: {box}"
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.taps += 1


def test_four_taps_and_one_sentence(rich_house: House, windows: Windows, pictures: Path) -> None:
    page = windows.of(rich_house, "noor", PHONE, has_touch=True)
    page.goto(f"{rich_house.address}/log")
    expect(page.locator("form[data-keep-ready]")).to_have_count(1)
    thumb = Thumb(page)
    thumb.tap(".whos .chip")
    thumb.tap(".hows .chip >> nth=1")
    thumb.tap("textarea[name=sentence]")
    page.keyboard.type(SENTENCE)
    thumb.tap(".savebar .btn.log")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaard")
    assert thumb.taps <= 4
    assert [*faults(page, pictures / "nl-logged")] == []


def test_from_the_dossier_three(rich_house: House, windows: Windows, pictures: Path) -> None:
    dossier = Places.of(rich_house.data).dossiers["quiet"]
    page = windows.of(rich_house, "noor", PHONE, has_touch=True)
    page.goto(f"{rich_house.address}/log/{dossier}")
    thumb = Thumb(page)
    thumb.tap(".hows .chip >> nth=0")
    thumb.tap("textarea[name=sentence]")
    page.keyboard.type(SENTENCE)
    wrong = [*faults(page, pictures / "nl-log-one")]
    page.set_viewport_size({"width": PHONE, "height": 900})
    thumb.tap(".savebar .btn.log")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewaard")
    assert thumb.taps <= 3
    assert wrong == []
