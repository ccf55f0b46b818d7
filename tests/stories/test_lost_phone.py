"""A phone is lost: the administrator starts, cannot finish, and two colleagues at one table let Noor back in.

Real pages, a real mail, two windows side by side. Then the first day of a house that `init` founded, from paper.
"""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stories.house import House, open_house
from tests.stories.steps import button, done, heading
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
FOUND = (
    "import django; django.setup(); from kring.team.testing import found_town;"
    " from kring.support.testing import a_dossier; a_dossier(found_town(), label='Robin V.')"
)
PASSWORD = "vier gewone woorden samen"
LINK = re.compile(r"http://localhost:\d+/team/invited/[\w-]+")
NAMES = ("Noor", "Joris", "Robin", "Welzijn", "Welfare")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A town with a dossier that Noor holds and Joris is deputy of."""
    (tmp_path / "house").mkdir(mode=0o700)
    with open_house(tmp_path / "house", found=FOUND) as served:
        yield served


def link_for(house: House, address: str) -> str:
    """Send what waits; the link in the mail to somebody. No mail names anybody."""
    house.manage("send_outbox")
    found = []
    for letter in house.mail.letters:
        assert isinstance(letter, EmailMessage)
        text = f"{letter['subject']}\n{letter.get_content()}"
        assert [name for name in NAMES if name in text] == []
        if letter["to"] == address:
            found += LINK.findall(text)
    assert found, "a link in the mail"
    return str(found[-1])


def words_on(page: Page) -> str:
    """The four words on the page."""
    spoken: str = page.locator(".fourwords").inner_text()
    return " ".join(spoken.split())


def choose_password(page: Page, link: str) -> None:
    """Behind the link, as at home on the sofa."""
    page.goto(link)
    page.get_by_label("Je wachtwoord").fill(PASSWORD)
    page.get_by_label("Hetzelfde wachtwoord nog eens").fill(PASSWORD)
    button(page, "Bewaar dit wachtwoord")
    heading(page, "Je wacht op een sleutel")


def let_in(giver: Page, waiting: Page, house: House, name: str) -> None:
    """At one table: the same words on both screens, the code from one to the other."""
    giver.goto(f"{house.address}/team")
    giver.locator("li", has_text=name).get_by_role("link", name="Laat binnen").click()
    assert words_on(giver) == words_on(waiting)
    giver.get_by_label("Dezelfde vier woorden staan op het andere scherm").check()
    giver.get_by_label("De code op het andere scherm").fill(waiting.locator(".code").inner_text().lower())
    button(giver, "Geef de sleutel")
    done(giver, "Je collega heeft de sleutel.")
    button(waiting, "Heb ik de sleutel?")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_lost_phone(house: House, windows: Windows, script: bool) -> None:
    ann, joris = windows.of(house, "ann", script=script), windows.of(house, "joris", DESK, script=script)
    stolen = windows.of(house, "noor", PHONE, script=script)
    stolen.goto(f"{house.address}/dossiers")
    expect(stolen.get_by_role("link", name="Robin V.").first).to_be_visible()

    ann.goto(f"{house.address}/team/manage")
    ann.get_by_role("link", name="Noor Claes").click()
    button(ann, "Laat opnieuw binnen")
    done(ann, "Gedaan.")
    stolen.goto(f"{house.address}/dossiers")
    heading(stolen, "Welkom terug")

    noor = windows.open(PHONE, script=script)
    choose_password(noor, link_for(house, "noor@kring.example"))
    address = noor.url.removesuffix("/waiting")
    noor.goto(f"{address}/dossiers")
    assert "Robin V." not in noor.content(), "a password alone opens nothing"
    noor.goto(f"{address}/waiting")

    person = joris.goto(f"{house.address}/team") and joris.locator("a[href*='/let-in/']").first.get_attribute("href")
    assert person
    ann.goto(f"{house.address}{person}")
    heading(ann, "Deze pagina gaat niet open")

    let_in(joris, noor, house, "Noor Claes")
    heading(noor, "Dag Noor")
    expect(noor.get_by_text("Robin V.")).to_have_count(0)
    joris.get_by_role("link", name="Geef de dossiers terug die jullie delen").click()
    button(joris, "Geef terug")
    done(joris, "Je collega heeft de sleutels terug.")
    noor.goto(f"{house.address}/dossiers")
    noor.get_by_role("link", name="Robin V.").first.click()
    heading(noor, "Robin V.")


TOWN = (
    *("--town", "Waterstede", "--administrator", "Ann Verbeke <ann@stad.example>"),
    *("--trustee", "Karel Thys <karel@stad.example>", "--trustee", "Hilde Roels <hilde@stad.example>"),
    *("--trustee", "Marc Dillen <marc@stad.example>", "--keeper", "Noor Claes <noor@stad.example>"),
)


def by_paper(page: Page, house: House, code: str) -> None:
    """Sign in with the code on a sheet of the kit."""
    page.goto(f"{house.address}/sign-in")
    page.locator("summary", has_text="Met een papieren code").click()
    page.locator("input[name=paper]").fill(code)
    page.locator("input[name=paper]").press("Enter")
    expect(page.locator("input[name=paper]")).to_have_count(0)


def test_the_first_day_of_a_town(tmp_path: Path, windows: Windows, pictures: Path) -> None:
    """From an empty folder to a second colleague who opens the board: nothing but init, paper and pages."""
    folder = tmp_path / "installation"
    folder.mkdir(mode=0o700)
    with open_house(folder, found="pass") as house:
        house.manage("init", *TOWN)
        sheets = windows.open(DESK)
        sheets.goto((folder / "recovery-kit.html").as_uri())
        sheets.emulate_media(media="print")
        sheets.screenshot(path=pictures / "nl-recovery-kit.png", full_page=True)
        own = sheets.locator(".sheet", has=sheets.locator("h2 + .code"))
        codes = dict(zip(own.locator("h1").all_inner_texts(), own.locator("h2 + .code").all_inner_texts(), strict=True))
        ann, noor, tom = windows.open(DESK), windows.open(PHONE), windows.open(PHONE)
        by_paper(ann, house, codes["Ann Verbeke"])
        by_paper(noor, house, codes["Noor Claes"])
        ann.goto(f"{house.address}/team/manage/new")
        ann.get_by_label("Naam", exact=True).fill("Tom Wauters")
        ann.get_by_label("Werkmail").fill("tom@stad.example")
        ann.get_by_label("Functie").select_option("street_therapist")
        ann.get_by_role("radio", name="beroepsgeheim").check()
        ann.get_by_role("checkbox", name="Onthaal").check()
        button(ann, "Stuur de uitnodiging")
        done(ann, "De uitnodiging vertrekt per mail.")
        choose_password(tom, link_for(house, "tom@stad.example"))
        let_in(noor, tom, house, "Tom Wauters")
        tom.goto(f"{house.address}/board")
        heading(tom, "Aanmeldingen")
