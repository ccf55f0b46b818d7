"""The project pot: what anybody sees, the form with what can be wrong, and the desk of the office."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import NOBODY, Screen, in_turn
from tests.stories.screens.ways import send_as_it_is

CODE = "0000-0000-0000-0000"


def pot(places: Places) -> Iterator[Screen]:
    """Every page of the pot."""
    yield Screen("pot-call", NOBODY, "projectpot")
    yield Screen("pot-apply", NOBODY, "projectpot/aanvragen")
    yield Screen("pot-apply-errors", NOBODY, "projectpot/aanvragen", _send)
    yield Screen("pot-thanks", NOBODY, "projectpot/aanvragen", in_turn(_fill, _send))
    yield Screen("pot-code", NOBODY, "projectpot/stand")
    yield Screen("pot-code-errors", NOBODY, "projectpot/stand", _wrong_code)
    yield Screen("pot", "greet", "pot")
    yield Screen("pot-runs", "greet", "pot?show=runs")
    yield Screen("pot-rules", "greet", "pot/rules")
    yield Screen("pot-rules-errors", "greet", "pot/rules", in_turn(_bad_line, send_as_it_is))
    yield Screen("pot-payments", "greet", "pot/payments")
    yield Screen("pot-payments-errors", "greet", "pot/payments", in_turn(_wrong_account, _send_run))
    yield Screen("pot-application", "wout", f"pot/{places.people['application']}")
    yield Screen("pot-application-errors", "wout", f"pot/{places.people['application']}", _decide)
    yield Screen("pot-granted", "greet", f"pot/{places.people['granted']}")
    yield Screen("pot-fresh", "bart", f"pot/{places.people['fresh']}")
    yield Screen("pot-fresh-errors", "bart", f"pot/{places.people['fresh']}", _weigh)


def _send(page: Page) -> None:
    page.locator("form[data-draft-of] .btn.primary").click()
    page.wait_for_load_state()


def _fill(page: Page) -> None:
    for name, value in _typed().items():
        found = page.locator(f"[name={name}]")
        if name in ("applicant", "area", "group"):
            page.locator(f"[name={name}]" + (f"[value={value}]" if name != "group" else "")).check()
        elif name == "factor":
            found.select_option(value)
        else:
            found.fill(value)


def _typed() -> dict[str, Any]:
    from kring.pot.testing import typed

    return {name: value for name, value in typed().items() if name != "submission"}


def _weigh(page: Page) -> None:
    page.locator("form[action$=weigh] .btn.primary").evaluate("one => { one.form.noValidate = true; one.click() }")
    page.locator(".errmsg").first.wait_for()


def _decide(page: Page) -> None:
    page.locator("form[action$=decide] .btn.primary").evaluate("one => { one.form.noValidate = true; one.click() }")
    page.locator(".errmsg").first.wait_for()


def _wrong_code(page: Page) -> None:
    page.locator("[name=code]").fill(CODE)
    page.locator("main .btn.primary").click()
    page.wait_for_load_state()


def _bad_line(page: Page) -> None:
    page.locator("[name=criteria]").fill("Iedereen welkom, zonder gewicht")


def _wrong_account(page: Page) -> None:
    page.locator("[name=payer_iban]").fill("BE00 1234")
    for box in page.locator("[name=chosen]").all():
        box.uncheck()


def _send_run(page: Page) -> None:
    page.locator("main form .btn.primary").click()
    page.wait_for_load_state()
