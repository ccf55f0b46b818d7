"""What one does on many pages before one looks: keep, send a form as it is, unfold. What is typed is invented."""

from playwright.sync_api import Page

from tests.stories.screens.screen import Way


def send_as_it_is(page: Page) -> None:
    page.locator("main form").last.evaluate("form => { form.noValidate = true; }")
    page.locator("main form .btn.primary").last.click()
    page.wait_for_load_state()


def keep(page: Page) -> None:
    page.locator("main form .btn.primary").last.click()
    page.locator("form[data-keep-sending]").wait_for(state="detached")
    page.wait_for_load_state()


def who(page: Page) -> None:
    page.locator("input[name=kind][value=school]").check()
    page.locator("input[name=email]").fill("mia@school.example")


def concern(page: Page) -> None:
    page.locator("textarea[name=concern]").fill("Hij slaapt in het bushokje aan de vaart.")


def give_code(code: str) -> Way:
    def type_it(page: Page) -> None:
        page.locator("input[name=code]").fill(code)
        page.locator("main .btn.primary").click()
        page.wait_for_load_state()

    return type_it


def yes(page: Page) -> None:
    page.locator("input[name=answer][value=yes]").check()
    send_as_it_is(page)


def unfold_all(page: Page) -> None:
    page.locator("main details").evaluate_all("them => them.forEach(one => { one.open = true; })")


def search(page: Page) -> None:
    page.locator("input[name=words]").fill("Niemand")
    page.locator("input[name=words]").press("Enter")
    page.wait_for_load_state()
