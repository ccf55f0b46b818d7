"""Two drills on real pages: a password is lost and a passkey is there; a colleague is gone from one hour to the next.

The third, everything lost with the phone, stands in test_lost_phone.py; docs/how-to/drills.md tells all of them.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from kring.team.testing import PASSWORD
from tests.stories.authenticator import Authenticator
from tests.stories.house import House, open_house
from tests.stories.steps import button, done, heading
from tests.stories.test_lost_phone import FOUND
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
NEW = "vier heel gewone woorden"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A town with a dossier that Noor holds and Joris is deputy of."""
    folder = tmp_path_factory.mktemp("drills") / "house"
    folder.mkdir(mode=0o700)
    with open_house(folder, found=FOUND) as served:
        yield served


def with_password(page: Page, house: House, who: str, password: str) -> None:
    page.goto(f"{house.address}/sign-in")
    page.locator("input[name=sign_in]").fill(f"{who}@kring.example")
    page.locator("input[name=password]").fill(password)
    page.locator("input[name=password]").press("Enter")


def test_a_lost_password(house: House, windows: Windows) -> None:
    """Nobody is asked: in with the passkey, another password, and the old one opens nothing, here nor elsewhere."""
    page, elsewhere = windows.of(house, "eline", PHONE), windows.of(house, "eline", DESK)
    Authenticator.of(page)
    page.goto(f"{house.address}/ways-in/passkey")
    page.locator("main input[name=password]").fill(PASSWORD)
    button(page, "Ik ben het")
    page.get_by_text("Mijn telefoon").click()
    button(page, "Maak de passkey")
    heading(page, "Mijn sleutels")

    page.context.clear_cookies()
    page.goto(f"{house.address}/sign-in")
    button(page, "Log in met passkey")
    heading(page, "Dag Eline")
    page.goto(f"{house.address}/ways-in/password")
    button(page, "Bevestig met passkey")
    page.get_by_label("Nieuw wachtwoord").fill(NEW)
    button(page, "Bewaar het")
    heading(page, "Mijn sleutels")

    elsewhere.goto(f"{house.address}/team")
    heading(elsewhere, "Welkom terug")
    with_password(elsewhere, house, "eline", PASSWORD)
    expect(elsewhere.get_by_text("Dat lukte niet.")).to_be_visible()
    with_password(elsewhere, house, "eline", NEW)
    heading(elsewhere, "Dag Eline")


def test_a_colleague_gone(house: House, windows: Windows) -> None:
    """Out at once, the keys changed without him, and what he carried goes on with who still has the key."""
    ann, joris, fatma = (windows.of(house, who, DESK) for who in ("ann", "joris", "fatma"))
    noor = windows.of(house, "noor", PHONE)
    noor.goto(f"{house.address}/dossiers")
    expect(noor.get_by_role("link", name="Robin V.").first).to_be_visible()
    fatma.goto(f"{house.address}/dossiers")
    expect(fatma.get_by_text("Robin V.")).to_have_count(0)

    ann.goto(f"{house.address}/team/manage")
    ann.get_by_role("link", name="Noor Claes").click()
    button(ann, "Vertrekt vandaag")
    expect(ann.get_by_text("Deze collega is vertrokken")).to_be_visible()
    assert "Robin" not in ann.content()
    noor.goto(f"{house.address}/dossiers")
    heading(noor, "Welkom terug")
    with_password(noor, house, "noor", PASSWORD)
    expect(noor.get_by_text("Dat lukte niet.")).to_be_visible()

    joris.goto(f"{house.address}/keys")
    expect(joris.get_by_text("Noor Claes was dossierhouder")).to_be_visible()
    joris.get_by_label("Wie neemt deze plaats in?").first.select_option(label="Fatma Yilmaz")
    joris.locator("form[action*='/hand-over/'] button").first.click()
    done(joris, "Het dossier is overgedragen.")
    fatma.goto(f"{house.address}/dossiers")
    fatma.get_by_role("link", name="Robin V.").first.click()
    heading(fatma, "Robin V.")
