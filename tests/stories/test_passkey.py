"""A passkey in a real browser: made, signed in with, unlocked with; and the finger of somebody else."""

import re

import pytest
from playwright.sync_api import Page, expect

from kring.team.testing import PASSWORD
from tests.stories.authenticator import Authenticator
from tests.stories.house import House
from tests.stories.windows import PHONE, Windows

pytestmark = pytest.mark.browser

LOCK_ALL = (
    "import django; django.setup(); from kring.vault import sessions; from kring.vault.models import SessionKey;"
    " [sessions.lock(row.id) for row in SessionKey.objects.all()]"
)


def prove(page: Page) -> None:
    page.locator("main input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Ik ben het").click()


def make(page: Page, house: House) -> None:
    """From one's own page: show a way in, say where the passkey lives, touch."""
    page.goto(f"{house.address}/ways-in")
    page.get_by_role("link", name="Voeg een passkey toe").click()
    prove(page)
    page.get_by_text("Mijn telefoon").click()
    page.get_by_role("button", name="Maak de passkey").click()


def test_made_on_the_phone_it_leads_in_and_opens_the_lock(house: House, windows: Windows) -> None:
    page = windows.of(house, "eline", PHONE)
    device = Authenticator.of(page)
    make(page, house)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn sleutels")
    expect(page.get_by_text("Passkey", exact=True)).to_be_visible()
    assert len(device.credentials()) == 1

    page.goto(f"{house.address}/ways-in")
    page.locator(".tabbar details summary").click()
    page.locator("form[action='/sign-out'] button").last.click()
    page.goto(f"{house.address}/sign-in")
    expect(page.get_by_role("button", name="Log in met passkey")).to_have_class("btn primary big block mt4")
    page.get_by_role("button", name="Log in met passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Dag "))

    house.run(LOCK_ALL)
    page.goto(f"{house.address}/team")
    page.get_by_role("button", name="Ontgrendel met passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Team")


def test_another_finger_opens_nothing_and_the_page_says_so_kindly(house: House, windows: Windows) -> None:
    page = windows.of(house, "tom")
    device = Authenticator.of(page)
    make(page, house)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn sleutels")
    device.verifies(yes=False)
    page.goto(f"{house.address}/ways-in/confirm")
    page.get_by_role("button", name="Bevestig met passkey").click()
    expect(page.get_by_text("Gestopt, of op dit toestel staat geen passkey")).to_be_visible()


def test_a_device_that_can_keep_no_secret_says_so_and_nothing_is_made(house: House, windows: Windows) -> None:
    page = windows.of(house, "lotte")
    Authenticator.of(page, able=False)
    make(page, house)
    expect(page.get_by_text("Dit toestel kan geen sleutel voor ons bewaren.")).to_be_visible()
    page.goto(f"{house.address}/ways-in")
    expect(page.get_by_text("Passkey", exact=True)).to_have_count(0)


def test_a_short_code_unlocks_the_browser_it_was_set_on(house: House, windows: Windows) -> None:
    page = windows.of(house, "samir")
    page.goto(f"{house.address}/ways-in/unlock-here")
    prove(page)
    page.get_by_label("Een code van minstens zes cijfers").fill("481516")
    page.get_by_role("button", name="Bewaar het").click()
    expect(page.get_by_text("In deze browser ontgrendelt een korte code")).to_be_visible()
    for code, heading in (("000000", "Je bent vergrendeld"), ("481516", "Team")):
        house.run(LOCK_ALL)
        page.goto(f"{house.address}/team")
        page.get_by_label("Korte code van deze browser").fill(code)
        page.locator("form[data-device] button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_without_script_the_password_is_the_way(house: House, windows: Windows) -> None:
    page = windows.open(script=False)
    page.goto(f"{house.address}/sign-in")
    expect(page.get_by_role("button", name="Log in met passkey")).to_have_count(0)
    expect(page.get_by_label("Wachtwoord")).to_be_visible()
