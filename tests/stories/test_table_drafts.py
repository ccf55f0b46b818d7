"""Minutes are kept while they are typed: the tab is closed in the middle of a word, and nothing is lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House
from tests.stories.rich_table import NOTES
from tests.stories.rich_town import Places
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

SAID = "De Brug houdt een stoel bij het raam vrij."
NOTE = "form[data-keep=table_notes]"
AGREE = "form[data-keep=table_agreement]"


def typed(page: Page, form: str, field: str, words: str) -> None:
    """Written, and the tab closed before the last word was kept by itself."""
    expect(page.locator(f"{form}[data-keep-ready]")).to_have_count(1)
    page.locator(f"{form} {field}").fill(words)
    expect(page.locator(f"{form} [data-keep-said]")).to_contain_text("Bewaard als klad")
    page.locator(f"{form} {field}").press_sequentially(" Ook op vrijdag.")
    page.close()


@pytest.mark.parametrize(
    ("end", "form", "field", "words"),
    [("", NOTE, "textarea[name=text]", f"{NOTES} Eerst Robin."), ("/table", AGREE, "input[name=what]", SAID)],
    ids=["own notes", "an agreement"],
)
def test_a_tab_that_is_closed_while_talking_loses_no_word(
    rich_house: House, windows: Windows, end: str, form: str, field: str, words: str
) -> None:
    here = f"{rich_house.address}/{Places.of(rich_house.data).people['table']}{end}"
    page = windows.of(rich_house, "noor", PHONE)
    page.goto(here)
    typed(page, form, field, words)
    again = windows.of(rich_house, "noor", PHONE)
    again.goto(here)
    expect(again.locator(f"{form} {field}")).to_have_value(f"{words} Ook op vrijdag.")
    if end:
        again.locator(f"{form} input[name=who]").first.check(force=True)
    with again.expect_navigation():
        again.locator(f"{form} .btns .btn").first.click()
    expect(again.get_by_text(f"{words} Ook op vrijdag.").first).to_be_visible()
    expect(again.locator(f"{form}[data-keep-ready]")).to_have_count(1)


def test_of_a_form_that_came_back_no_other_form_of_the_page_is_kept(rich_house: House, windows: Windows) -> None:
    here = f"{rich_house.address}/{Places.of(rich_house.data).people['table']}"
    page = windows.of(rich_house, "noor", PHONE)
    unfinished = page.get_by_role("link", name="Ga ermee verder")
    page.goto(f"{rich_house.address}/unfinished")
    before = unfinished.count()
    page.goto(here)
    item = page.locator("form[data-keep=table_item]")
    expect(page.locator("form[data-keep=table_item][data-keep-ready]")).to_have_count(1)
    item.evaluate("form => { form.noValidate = true; form.closest('details').open = true; }")
    item.locator("input[name=title]").fill("Wie sluit af?")
    item.locator("input[name=minutes]").fill("vijf")
    with page.expect_navigation():
        item.locator(".btn").first.click()
    expect(item.locator("input[name=title]")).to_have_value("Wie sluit af?")
    expect(item.locator("[data-keep-said]")).to_contain_text("Bewaard als klad")
    page.goto(f"{rich_house.address}/unfinished")
    expect(page.get_by_text("Wie sluit af?")).to_have_count(1)
    expect(unfinished).to_have_count(before + 1)


def test_a_draft_of_before_does_not_cover_what_was_kept_since(rich_house: House, windows: Windows) -> None:
    here = f"{rich_house.address}/{Places.of(rich_house.data).people['table bare']}"
    words = f"{NOTE} textarea[name=text]"
    first, second = (windows.of(rich_house, "joris", PHONE) for _ in range(2))
    for page in (first, second):
        page.goto(here)
    typed(first, NOTE, "textarea[name=text]", "Eerst Robin")
    second.locator(words).fill("Eerst mama.")
    with second.expect_navigation():
        second.locator(f"{NOTE} .btns .btn").first.click()
    expect(second.locator(words)).to_have_value("Eerst mama.")
    back = second.locator(f"{NOTE} [data-keep-back]")
    back.click()
    expect(second.locator(words)).to_have_value("Eerst Robin Ook op vrijdag.")
