"""Somebody at a window, who looks around after each step: a picture of it, to be laid beside the design."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.stories.house import House
from tests.stories.looking import sideways


@dataclass
class Sitting:
    """One person in one window. prefix: before the name of every picture."""

    page: Page
    house: House
    pictures: Path
    prefix: str

    def go(self, path: str) -> None:
        """Open a page of the house, or a link out of a mail."""
        answer = self.page.goto(path if path.startswith("http") else f"{self.house.address}/{path}")
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"

    def look(self, name: str) -> None:
        """A picture of the whole page, which never scrolls sideways."""
        self.page.wait_for_load_state()
        assert sideways(self.page) <= 0, name
        self.page.screenshot(path=self.pictures / f"case-{self.prefix}-{name}.png", full_page=True)

    def form(self, kept: str = "", action: str = "") -> Locator:
        """The form that keeps what is typed under this name, or that goes to an address with this end."""
        if not kept:
            return self.page.locator(f"main form[action$='{action}']").first
        form = self.page.locator(f"form[data-keep={kept}]").first
        expect(self.page.locator(f"form[data-keep={kept}][data-keep-ready]").first).to_be_attached()
        return form

    def unfold(self) -> None:
        """Open every folded part of the page."""
        self.page.locator("main details").evaluate_all("them => them.forEach(one => { one.open = true; })")

    def fill(self, form: Locator, **said: str) -> None:
        """Type, choose from a list, or touch a chip, whatever each field is."""
        for name, value in said.items():
            field = form.locator(f"[name={name}]").first
            kind = field.evaluate("one => one.type")
            if kind in ("radio", "checkbox"):
                form.locator(f"[name={name}][value='{value}']").check(force=True)
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)

    def choose(self, form: Locator, name: str, label: str) -> None:
        """The one choice of a list whose words hold this."""
        choice = form.locator(f"select[name={name}]")
        choice.select_option(choice.locator("option").filter(has_text=label).first.get_attribute("value"))

    def press(self, form: Locator, words: str) -> None:
        """The one button of the form that says so; the page goes on."""
        with self.page.expect_navigation():
            form.get_by_role("button", name=words, exact=True).click()
        self.page.wait_for_load_state()

    def sees(self, words: str | re.Pattern[str]) -> None:
        """Somewhere on the page stands this."""
        expect(self.page.locator("main :visible:not(title)", has_text=words).last).to_be_visible()
