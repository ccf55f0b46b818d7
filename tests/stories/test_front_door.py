"""A colleague comes in with the keyboard alone, at both widths, and goes out again."""

import pytest
from playwright.sync_api import Page, expect

from kring.team.testing import PASSWORD
from tests.stories.house import House

pytestmark = pytest.mark.browser


def test_in_and_out_with_the_keyboard_alone(house: House, page: Page) -> None:
    page.goto(f"{house.address}/sign-in")
    page.get_by_label("Inlognaam").focus()
    page.keyboard.type("noor@kring.example")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dag Noor")
    [cookie] = [one for one in page.context.cookies() if one["name"] == "__Host-kring"]
    assert cookie["httpOnly"]
    assert cookie["secure"]
    if page.locator(".tabbar details summary").is_visible():
        page.locator(".tabbar details summary").focus()
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Afmelden").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{house.address}/")
    page.goto(f"{house.address}/dossiers")
    assert "/sign-in" in page.url


def test_a_browser_that_meets_what_the_policy_forbids_tells_us_and_no_address(house: House, page: Page) -> None:
    secret = "q3Zk9vTtS2mW8yBnR4cXeA"  # as the token of a link would stand there
    page.goto(f"{house.address}/sign-in?{secret}")
    with page.expect_response("**/policy-broken") as answered:
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))")
    assert answered.value.status == 204
    log = (house.data / "server.log").read_text()
    assert "policy broken: script-src on signin" in log
    assert secret not in log
