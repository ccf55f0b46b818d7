"""The front door, writing while locked, unfinished notes, and the ways in."""

from collections.abc import Iterator

from playwright.sync_api import Page

from kring.team.testing import PASSWORD
from tests.stories.rich_town import WAITING, Places
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.screens.ways import concern, keep

DOWN = "referrals/take-down"


def door(_: Places) -> Iterator[Screen]:
    """The front door."""
    yield Screen("sign-in", NOBODY, "sign-in")
    yield Screen("sign-in-wrong", NOBODY, "sign-in", _wrong_password)
    yield Screen("form-too-old", NOBODY, "sign-in", in_turn(_without_token, _wrong_password))
    yield Screen("waiting", WAITING, "waiting")
    yield Screen("team", "greet", "team")
    yield Screen("write-locked", "noor", "locked/write")
    yield Screen("write-locked-errors", "noor", "locked/write", _drop)
    yield Screen("written-nothing", "greet", "written")
    yield Screen("written", "noor", "locked/write", in_turn(_note, _drop, _read_back))
    yield Screen("unfinished-none", "greet", "unfinished")
    yield Screen("unfinished", "lotte", DOWN, in_turn(concern, _kept_as_draft, _unfinished))
    yield Screen("ways-in", "noor", "ways-in")
    yield Screen("ways-in-confirm", "noor", "ways-in/confirm")
    yield Screen("ways-in-confirm-wrong", "noor", "ways-in/confirm", _wrong_proof)
    yield Screen("ways-in-passkey", "noor", "ways-in/passkey", _right_proof)
    yield Screen("ways-in-password", "noor", "ways-in/password")
    yield Screen("ways-in-password-errors", "noor", "ways-in/password", keep)
    yield Screen("ways-in-code", "noor", "ways-in/code")
    yield Screen("ways-in-unlock-here", "noor", "ways-in/unlock-here")
    yield Screen("ways-in-paper", "noor", "ways-in/paper")
    yield Screen("ways-in-paper-made", "noor", "ways-in/paper", keep)


def _wrong_password(page: Page) -> None:
    page.locator("input[name=sign_in]").fill("nobody@kring.example")
    page.locator("input[name=password]").fill("not a password of anybody")
    page.locator("input[name=password]").press("Enter")
    page.wait_for_load_state()


def _wrong_proof(page: Page) -> None:
    page.locator("main input[name=password]").fill("not a password of anybody")
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_load_state()


def _right_proof(page: Page) -> None:
    page.locator("main input[name=password]").fill(PASSWORD)
    page.locator("main input[name=password]").press("Enter")
    page.wait_for_load_state()


def _drop(page: Page) -> None:
    page.locator("main .btn.log").click()
    page.wait_for_load_state()


def _note(page: Page) -> None:
    page.locator("textarea[name=text]").fill("Zij wil volgende week zelf bellen.")


def _read_back(page: Page) -> None:
    page.goto(f"{page.url.split('/locked')[0]}/written")


def _kept_as_draft(page: Page) -> None:
    page.locator("[data-keep-said]:not(:empty)").wait_for()


def _unfinished(page: Page) -> None:
    page.goto(f"{page.url.split('/referrals')[0]}/unfinished")


def _without_token(page: Page) -> None:
    page.locator("input[name=csrfmiddlewaretoken]").evaluate_all("them => them.forEach(one => one.remove())")
