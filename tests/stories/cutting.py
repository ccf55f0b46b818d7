"""A form that is written on a phone, and every way in which the writing of it can be cut off.

What does not live here: which cut follows which step, and the count of what was lost (test_never_lose.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Error, Page, expect

from kring.team.testing import PASSWORD
from tests.stories.house import House
from tests.stories.rich_town import Places
from tests.stories.test_passkey import LOCK_ALL
from tests.stories.windows import PHONE, Windows, sign_in

WRITTEN = "textarea, input[type=text]"


@dataclass(frozen=True, slots=True)
class Written:
    """One form: where it stands, its field for the words and another, its button, where its words go."""

    path: str
    kept: str
    field: str
    beside: str
    button: str
    ends_at: str

    @property
    def form(self) -> str:
        """The form on its page."""
        return f"form[data-keep={self.kept}]"

    @property
    def safe(self) -> str:
        """What says that everything typed lies on the server."""
        return f"{self.form} [data-keep-said][data-state=Kept]"


def written(places: Places, row: str) -> dict[str, Written]:
    """The forms of the day: a contact, a row of the plan, what is agreed aloud, one's own notes of it."""
    bare, table = places.dossiers["bare"], f"/{places.people['table']}"
    plan, said = row.rpartition("/row/")[0], "textarea[name=text]"
    return {
        "log": Written(
            f"/log/{bare}",
            "contact",
            "textarea[name=sentence]",
            "textarea[name=client_words]",
            ".savebar .btn.log",
            f"/dossiers/{bare}",
        ),
        "plan": Written(row, "plan-row", "textarea[name=wish]", "textarea[name=now]", ".btn.primary", plan),
        "minutes": Written(f"{table}/table", "table_agreement", "[name=what]", "[name=what]", ".btn.primary", table),
        "notes": Written(table, "table_notes", said, said, ".btns .btn", table),
    }


class Phone:
    """Noor's phone, with one form on it, and what is done to it."""

    def __init__(self, house: House, windows: Windows) -> None:
        self.house, self.windows = house, windows
        self.page = windows.of(house, "noor", PHONE)

    def take(self, form: Written) -> None:
        """From now on it is about this form."""
        self.form = form

    def open(self) -> None:
        self.page.goto(f"{self.house.address}{self.form.path}")
        expect(self.page.locator(f"{self.form.form}[data-keep-ready]")).to_have_count(1)

    def again(self) -> None:
        """Another tab of the same phone, signed in or unlocked when that is asked."""
        if self.page.is_closed():
            self.page = self.windows.opened[-1].new_page()
        try:
            self.page.goto(f"{self.house.address}{self.form.path}")
        except Error:  # the form was still on its way out
            self.page.wait_for_load_state()
            self.page.goto(f"{self.house.address}{self.form.path}")
        if "/locked" in self.page.url:
            self.page.locator("main input[name=password]").fill(PASSWORD)
            self.page.locator("main input[name=password]").press("Enter")
            expect(self.page.locator("input[name=password]")).to_have_count(0)
        if "/sign-in" in self.page.url:
            sign_in(self.page, self.house, "noor")

    def everything(self) -> str:
        """All that can be read back: the form, the unfinished, the letterbox, where the words go."""
        texts = []
        for path in (self.form.path, "/unfinished", "/written", self.form.ends_at):
            self.page.goto(f"{self.house.address}{path}")
            if path == self.form.path:
                expect(self.page.locator(f"{self.form.form}[data-keep-ready]")).to_have_count(1)
                self.page.wait_for_timeout(250)
            texts += self.page.locator(WRITTEN).evaluate_all("them => them.map(one => one.value)")
            texts.append(self.page.locator("main").inner_text())
        return "\n".join(texts)

    def field(self) -> str:
        return f"{self.form.form} {self.form.field}"

    def send(self) -> None:
        button = self.page.locator(f"{self.form.form} {self.form.button}")
        if button.count():
            button.first.click(no_wait_after=True)
            self.page.wait_for_timeout(200)


def tab_closed(phone: Phone) -> None:
    phone.page.close()


def tab_killed(phone: Phone) -> None:
    """The browser gets no moment to say anything: what was kept is what there is."""
    expect(phone.page.locator(phone.form.safe)).to_have_count(1)
    phone.page.context.set_offline(True)
    phone.page.close()
    phone.windows.opened[-1].set_offline(False)


def gone_elsewhere(phone: Phone) -> None:
    phone.page.goto(f"{phone.house.address}/dossiers")


def lock_fell(phone: Phone) -> None:
    phone.house.run(LOCK_ALL)
    phone.page.locator(phone.field()).press("End")
    phone.send()
    phone.page.wait_for_timeout(300)


def session_ended(phone: Phone) -> None:
    phone.page.context.clear_cookies(name="__Host-kring")
    phone.send()
    phone.page.wait_for_timeout(300)
    other = phone.windows.opened[-1].new_page()
    sign_in(other, phone.house, "noor")
    other.close()
    phone.send()
    phone.page.wait_for_timeout(600)


def network_cut(phone: Phone) -> None:
    context = phone.page.context
    context.set_offline(True)
    phone.send()
    expect(phone.page.locator(phone.field())).to_have_count(1)
    context.set_offline(False)
    phone.send()
    phone.page.wait_for_timeout(600)


def one_word(phone: Phone, said: str) -> None:
    phone.page.locator(phone.field()).press_sequentially(said)


def a_sentence(phone: Phone, said: str) -> None:
    choices = phone.page.locator(f"{phone.form.form} .chip")
    if choices.count() > 1:
        choices.nth(1).click()
    phone.page.locator(phone.field()).fill(f"Zij zei {said} en meer niet.")


def in_another_field(phone: Phone, said: str) -> None:
    a_sentence(phone, "iets")
    phone.page.locator(f"{phone.form.form} details").evaluate_all("them => them.forEach(one => { one.open = true; })")
    phone.page.locator(f"{phone.form.form} {phone.form.beside}").fill(f"“{said}!”")


def after_a_pause(phone: Phone, said: str) -> None:
    a_sentence(phone, "eerst iets")
    expect(phone.page.locator(phone.form.safe)).to_have_count(1)
    phone.page.locator(phone.field()).press_sequentially(f" Toen {said}.")


Cut = Callable[[Phone], None]
Step = Callable[[Phone, str], None]
CUTS: tuple[Cut, ...] = (tab_closed, tab_killed, gone_elsewhere, lock_fell, session_ended, network_cut)
STEPS: tuple[Step, ...] = (one_word, a_sentence, in_another_field, after_a_pause)


def row_of(page: Page, house: House, dossier: str) -> str:
    """The address of the first row of a plan."""
    page.goto(f"{house.address}/dossiers/{dossier}/plan")
    href = page.locator("main a[href*='/plan/row/']").first.get_attribute("href")
    assert href is not None
    return href.partition("#")[0]
