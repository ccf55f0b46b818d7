"""What is typed is kept: the tab is closed, the lock falls, the network goes, and every word is found again."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.stories.house import House
from tests.stories.test_passkey import LOCK_ALL
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

WORDS = "Hij slaapt in het bushokje aan de vaart."
FIELD = "textarea[name=concern]"
SAID = "[data-keep-said]"


def opened(page: Page, house: House) -> None:
    page.goto(f"{house.address}/referrals/take-down")
    expect(page.locator("form[data-keep-ready]")).to_have_count(1)


def test_a_closed_tab_loses_nothing(house: House, windows: Windows) -> None:
    page = windows.of(house, "noor", PHONE)
    opened(page, house)
    page.locator(FIELD).fill(WORDS)
    page.locator("input[name=kind][value=school]").check(force=True)
    expect(page.locator(SAID)).to_contain_text("Bewaard als klad")
    page.locator(FIELD).press_sequentially(" En hij eet niet.")
    page.close()
    again = windows.of(house, "noor", PHONE)
    opened(again, house)
    expect(again.locator(FIELD)).to_have_value(f"{WORDS} En hij eet niet.")
    expect(again.locator("input[name=kind][value=school]")).to_be_checked()
    expect(again.locator(SAID)).to_contain_text("staat er weer")
    again.goto(f"{house.address}/unfinished")
    expect(again.get_by_text(WORDS)).to_be_visible()
    again.get_by_role("link", name="Ga ermee verder").click()
    expect(again.locator(FIELD)).to_have_value(f"{WORDS} En hij eet niet.")
    again.locator("input[name=email]").fill("mia@school.example")
    again.get_by_role("button", name="Bewaar").last.click()
    expect(again.get_by_role("heading", level=1)).not_to_have_text("Nieuwe aanmelding")
    again.goto(f"{house.address}/unfinished")
    expect(again.get_by_text("Niets is onafgewerkt")).to_be_visible()


def test_the_glass_is_asked_anew_each_time(house: House, windows: Windows) -> None:
    """What names one sending of the form does not come back with the words: another time is no repetition."""
    page = windows.of(house, "fatma", PHONE)
    page.goto(f"{house.address}/glass")
    expect(page.locator("form[data-keep-ready]")).to_have_count(1)
    page.locator("textarea[name=reason]").fill(WORDS)
    expect(page.locator(SAID)).to_contain_text("Bewaard als klad")
    before = page.locator("form[data-keep] input[name=once]").input_value()
    page.goto(f"{house.address}/glass")
    expect(page.locator("textarea[name=reason]")).to_have_value(WORDS)
    expect(page.locator("form[data-keep] input[name=once]")).not_to_have_value(before)


def test_without_network_the_page_stays_and_says_so(house: House, windows: Windows) -> None:
    page = windows.of(house, "joris", PHONE)
    opened(page, house)
    page.context.set_offline(True)
    page.locator(FIELD).fill(WORDS)
    page.locator("input[name=kind][value=school]").check(force=True)
    page.locator("input[name=email]").fill("mia@school.example")
    page.get_by_role("button", name="Bewaar").last.click()
    expect(page.locator(SAID)).to_contain_text("Geen netwerk")
    expect(page.locator(FIELD)).to_have_value(WORDS)
    page.context.set_offline(False)
    expect(page.locator(SAID)).to_contain_text("Bewaard als klad")
    page.get_by_role("button", name="Bewaar").last.click()
    expect(page.locator(FIELD)).to_have_count(0)


def test_locked_or_signed_out_the_words_stay(house: House, windows: Windows) -> None:
    page = windows.of(house, "fatma", PHONE)
    opened(page, house)
    page.locator(FIELD).fill(WORDS)
    expect(page.locator(SAID)).to_contain_text("Bewaard als klad")
    house.run(LOCK_ALL)
    page.locator(FIELD).fill(f"{WORDS} Vandaag ook.")
    expect(page.locator(SAID)).to_contain_text("Bewaard als klad")
    page.context.clear_cookies(name="__Host-kring")
    page.locator(FIELD).fill(f"{WORDS} Morgen ook.")
    expect(page.locator(SAID)).to_contain_text("uitgelogd")
    page.get_by_role("button", name="Bewaar").last.click()
    expect(page.locator(FIELD)).to_have_value(f"{WORDS} Morgen ook.")


def test_who_leaves_while_words_are_on_their_way_loses_none(house: House, windows: Windows) -> None:
    """A request that is under way ends with its page: leaving sends the words once more, in a way that outlives it."""
    page = windows.of(house, "samir", PHONE)
    opened(page, house)
    stuck: list[Route] = []

    def never_arrives(request: Route) -> None:
        stuck.append(request)

    page.route("**/drafts/keep", never_arrives, times=1)
    page.locator(FIELD).fill(WORDS)
    page.wait_for_timeout(2000)
    assert len(stuck) == 1, "the words are on their way, and arrive nowhere"
    page.goto(f"{house.address}/dossiers")
    opened(page, house)
    expect(page.locator(FIELD)).to_have_value(WORDS)
