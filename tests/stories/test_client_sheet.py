"""The client's version on paper, printed by a real browser: one A4, in smaller letters when it is long, never cut."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.windows import Windows, sign_in

pytestmark = pytest.mark.browser
SENTENCE = "Ik ga elke week trainen, en daarna help ik mijn zus met de boodschappen. "
RIGHT_TO_LEFT = "أريد أن ألعب كرة القدم مرة أخرى مع أصدقائي بعد المدرسة. "


def sheets(page: Page) -> int:
    """How many sheets of A4 the browser prints."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.fixture
def robin(rich_house: House, windows: Windows) -> tuple[Page, str]:
    page = windows.open()
    sign_in(page, rich_house, "noor")
    dossier = Places.of(rich_house.data).dossiers["long"]
    return page, f"{rich_house.address}/dossiers/{dossier}/plan"


def rows(page: Page, plan: str, number: int) -> None:
    for domain in ("leisure", "school", "work", "housing", "money", "network", "meaning", "rights")[:number]:
        page.goto(f"{plan}/row")
        page.wait_for_selector(".planform[data-keep-ready]")
        page.locator("select[name=domain]").select_option(domain)
        page.locator("textarea[name=wish]").fill("Ik wil gewoon terug voetballen.")
        page.locator("input[name=step_1]").fill("denkt erover, ging kijken")
        page.locator("input[name=step_2]").fill("traint één keer per week")
        page.locator("input[name=level][value='-1']").check(force=True)
        with page.expect_navigation():
            page.locator(".planform .btn.primary").click()


def in_own_words(page: Page, plan: str, text: str, language: str = "nl") -> None:
    page.goto(f"{plan}/client/words")
    page.wait_for_selector(".planform[data-keep-ready]")
    page.locator("select[name=language]").select_option(language)
    page.locator("textarea[name=want]").fill(text[:1000])
    page.locator("textarea[name=hard]").fill(text[:600])
    for sentence in page.locator("textarea[name^=sentence]").all():
        sentence.fill(text[:600])
    with page.expect_navigation():
        page.locator(".planform .btn.primary").click()


def test_on_one_sheet_in_smaller_letters_or_on_two_that_say_so(robin: tuple[Page, str]) -> None:
    page, plan = robin
    rows(page, plan, 8)
    seen = []
    for text in ("", SENTENCE, SENTENCE * 2, SENTENCE * 4, RIGHT_TO_LEFT * 3, SENTENCE * 8):
        in_own_words(page, plan, text, "ar" if text.startswith("أ") else "nl")
        page.goto(f"{plan}/client/paper")
        size = (page.locator("main").get_attribute("class") or "").rpartition("fit-")[2]
        says_two = page.get_by_text("Dit past niet op één blad papier.").count() == 1
        printed = sheets(page)
        seen.append((size, says_two, printed))
        assert says_two or printed == 1, (text[:20], len(text), seen)
        assert printed <= 2
        assert page.locator(".goals3 section").count() == 8, "nothing is left out"
    assert {size for size, _, _ in seen} == {"middle", "small"}
    assert seen[-1][1], "the longest says that it takes two sheets"


def test_nothing_of_the_screen_comes_on_paper(robin: tuple[Page, str], rich_house: House) -> None:
    page, _ = robin
    plan = f"{rich_house.address}/dossiers/{Places.of(rich_house.data).dossiers['bare']}/plan"
    rows(page, plan, 2)
    page.goto(f"{plan}/client/paper")
    assert "fit-large" in (page.locator("main").get_attribute("class") or "")
    assert sheets(page) == 1
    page.emulate_media(media="print")
    hidden: Callable[[str], bool] = lambda what: not page.locator(what).first.is_visible()  # noqa: E731
    assert all(hidden(what) for what in (".quickexit", ".btn.primary", ".noprint"))
    assert page.get_by_text("1813").is_visible()
