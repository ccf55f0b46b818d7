"""Nothing lost: a contact is cut off in the middle, in every way and at every step, and each word is found again."""

import itertools
import os
from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Page, expect

from kring.team.testing import PASSWORD
from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.test_passkey import LOCK_ALL
from tests.stories.windows import PHONE, Windows, sign_in

pytestmark = pytest.mark.browser

ROUNDS = int(os.environ.get("KRING_ROUNDS", "1"))
SAFE = "[data-keep-said][data-state=Kept]"


class Phone:
    """Noor's phone: the log form of one dossier, and what is done to it."""

    def __init__(self, house: House, windows: Windows, dossier: str) -> None:
        self.house, self.windows, self.path = house, windows, f"/log/{dossier}"
        self.page = windows.of(house, "noor", PHONE)

    def open(self) -> None:
        self.page.goto(f"{self.house.address}{self.path}")
        expect(self.page.locator("form[data-keep-ready]")).to_have_count(1)

    def again(self) -> None:
        """Another tab of the same phone, signed in or unlocked when that is asked."""
        if self.page.is_closed():
            self.page = self.windows.opened[-1].new_page()
        try:
            self.page.goto(f"{self.house.address}{self.path}")
        except Error:  # the form was still on its way out
            self.page.wait_for_load_state()
            self.page.goto(f"{self.house.address}{self.path}")
        if "/locked" in self.page.url:
            self.page.locator("main input[name=password]").fill(PASSWORD)
            self.page.locator("main input[name=password]").press("Enter")
            expect(self.page.locator("input[name=password]")).to_have_count(0)
        if "/sign-in" in self.page.url:
            sign_in(self.page, self.house, "noor")

    def everything(self) -> str:
        """All that can be read back: the form, the unfinished, the letterbox, the stream."""
        texts = []
        for path in (self.path, "/unfinished", "/written", self.path.replace("/log/", "/dossiers/")):
            self.page.goto(f"{self.house.address}{path}")
            if path == self.path:
                expect(self.page.locator("form[data-keep-ready]")).to_have_count(1)
                self.page.wait_for_timeout(250)
                texts += self.page.locator("textarea").evaluate_all("them => them.map(one => one.value)")
            texts.append(self.page.locator("main").inner_text())
        return "\n".join(texts)


def tab_closed(phone: Phone) -> None:
    phone.page.close()


def tab_killed(phone: Phone) -> None:
    """The browser gets no moment to say anything: what was kept is what there is."""
    expect(phone.page.locator(SAFE)).to_have_count(1)
    phone.page.context.set_offline(True)
    phone.page.close()
    phone.windows.opened[-1].set_offline(False)


def gone_elsewhere(phone: Phone) -> None:
    phone.page.goto(f"{phone.house.address}/dossiers")


def lock_fell(phone: Phone) -> None:
    phone.house.run(LOCK_ALL)
    phone.page.locator("textarea[name=sentence]").press("End")
    _send(phone.page)
    phone.page.wait_for_timeout(300)


def session_ended(phone: Phone) -> None:
    phone.page.context.clear_cookies(name="__Host-kring")
    _send(phone.page)
    phone.page.wait_for_timeout(300)
    other = phone.windows.opened[-1].new_page()
    sign_in(other, phone.house, "noor")
    other.close()
    _send(phone.page)
    phone.page.wait_for_timeout(600)


def network_cut(phone: Phone) -> None:
    context = phone.page.context
    context.set_offline(True)
    _send(phone.page)
    expect(phone.page.locator("textarea[name=sentence]")).to_have_count(1)
    context.set_offline(False)
    _send(phone.page)
    phone.page.wait_for_timeout(600)


def _send(page: Page) -> None:
    button = page.locator(".savebar .btn.log")
    if button.count():
        button.click(no_wait_after=True)
        page.wait_for_timeout(200)


def one_word(page: Page, said: str) -> None:
    page.locator("textarea[name=sentence]").press_sequentially(said)


def a_sentence(page: Page, said: str) -> None:
    page.locator(".hows .chip").nth(1).click()
    page.locator("textarea[name=sentence]").fill(f"Zij zei {said} en meer niet.")


def own_words(page: Page, said: str) -> None:
    a_sentence(page, said)
    page.locator("details").last.evaluate("one => { one.open = true; }")
    page.locator("textarea[name=client_words]").fill(f"“{said}!”")


def after_a_pause(page: Page, said: str) -> None:
    a_sentence(page, "eerst iets")
    expect(page.locator(SAFE)).to_have_count(1)
    page.locator("textarea[name=sentence]").press_sequentially(f" Toen {said}.")


CUTS: tuple[Callable[[Phone], None], ...] = (
    tab_closed, tab_killed, gone_elsewhere, lock_fell, session_ended, network_cut
)  # fmt: skip
STEPS = (one_word, a_sentence, own_words, after_a_pause)


def test_no_word_is_lost(rich_house: House, windows: Windows, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = Places.of(rich_house.data).dossiers["bare"]
    phone = Phone(rich_house, windows, dossier)
    lost, cuts = [], list(itertools.product(range(ROUNDS), CUTS, STEPS))
    for number, (_, cut, step) in enumerate(cuts):
        said = f"kringwoord{number:03d}"
        phone.open()
        phone.page.wait_for_timeout(150)
        step(phone.page, said)
        cut(phone)
        phone.again()
        if said not in phone.everything():
            lost.append(f"{cut.__name__} after {step.__name__}")
    with capsys.disabled():
        print(f"\nnever lose: {len(cuts)} cuts, {len(lost)} words lost")
    assert lost == []
