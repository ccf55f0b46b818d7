"""In by the account of the city: a real OpenID provider, a real browser, and which cookies it sends when (4.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from kring.team.testing import PASSWORD
from tests.stories.authenticator import Authenticator
from tests.stories.house import House, found_house, free_port, serve_house
from tests.stories.looking import looked_at, too_wide
from tests.stories.provider import CitySignIn, city_sign_in, sign_in_there
from tests.stories.screens.screen import NOBODY, Screen
from tests.stories.steps import button, heading
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
NOOR, VISITOR = "noor-at-the-city", "visitor-at-the-city"
SESSION, OUT, BACK = "__Host-kring", "__Host-kring-city", "__Host-kring-known"
GUESSED = (
    "import django; django.setup(); from kring.team import doorkeeper, queries; from kring.vault import throttle;"
    " fatma = queries.colleague_by_sign_in('fatma@kring.example').principal;"
    " [throttle.count(doorkeeper.WRONG, fatma, doorkeeper.TOLD_FOR) for _ in range(7)]"
)


@dataclass
class Place:
    """A town and the sign-in of its city."""

    house: House
    city: CitySignIn


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder, port = tmp_path_factory.mktemp("city"), free_port()
    (folder / "house").mkdir(mode=0o700)
    found_house(folder / "house")
    with city_sign_in() as city:
        more = city.knows(f"http://localhost:{port}", folder)
        with serve_house(folder / "house", port=port, more=more) as house:
            yield Place(house, city)


def bind(page: Page, place: Place, who: str = NOOR) -> None:
    """From one's own page to the city and back, look, and say yes."""
    page.goto(f"{place.house.address}/ways-in")
    page.get_by_role("link", name="Koppel je account").click()
    if page.locator("main input[name=password]").count():
        page.locator("main input[name=password]").fill(PASSWORD)
        button(page, "Ik ben het")
    page.get_by_role("link", name="Ga naar het aanmelden van de stad").click()
    sign_in_there(page, who)
    heading(page, "Je account van de stad")
    expect(page.get_by_text("noor.claes@stad.example")).to_be_visible()
    button(page, "Ja, koppel het aan mij")
    heading(page, "Mijn sleutels")
    expect(page.get_by_text("Aan jou gekoppeld sinds")).to_be_visible()


def come_by_the_city(page: Page, place: Place, who: str = NOOR, path: str = "/sign-in") -> None:
    page.goto(f"{place.house.address}{path}")
    page.get_by_role("link", name="Met je account van de stad").click()
    sign_in_there(page, who)


def sent(request: Request) -> set[str]:
    """The names of our cookies that the browser sent along."""
    cookies = request.all_headers().get("cookie", "")
    return {each.partition("=")[0].strip() for each in cookies.split(";")} & {SESSION, OUT, BACK}


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_known_by_the_city_and_opened_by_ones_own_password(place: Place, windows: Windows, script: bool) -> None:
    bind_once(place, windows)
    page = windows.open(PHONE, script=script)
    come_by_the_city(page, place, path="/sign-in?next=/team")
    heading(page, "Dag Noor")
    assert page.url.endswith("/sign-in/known"), "no code of the city stays in the address"
    assert SESSION not in {one["name"] for one in page.context.cookies()}, "the city's word alone opens nothing"
    page.locator("main input[name=password]").fill("not a password of anybody")
    button(page, "Open")
    expect(page.get_by_text("Dat lukte niet.")).to_be_visible()
    page.locator("main input[name=password]").fill(PASSWORD)
    button(page, "Open")
    heading(page, "Team")


def test_known_by_the_city_and_opened_by_a_passkey(place: Place, windows: Windows) -> None:
    page = windows.of(place.house, "noor", DESK)
    Authenticator.of(page)
    bind_once(place, windows)
    page.goto(f"{place.house.address}/ways-in/passkey")
    page.locator("main input[name=password]").fill(PASSWORD)
    button(page, "Ik ben het")
    page.get_by_text("Mijn telefoon").click()
    button(page, "Maak de passkey")
    heading(page, "Mijn sleutels")
    page.context.clear_cookies()
    come_by_the_city(page, place)
    heading(page, "Dag Noor")
    button(page, "Open met passkey")
    expect(page).to_have_url(f"{place.house.address}/today")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/known"])
def test_somebody_the_town_does_not_know_hears_one_sentence(place: Place, windows: Windows, path: str) -> None:
    page = windows.open(PHONE)
    if path == "/sign-in":
        come_by_the_city(page, place, VISITOR)
    else:
        page.goto(f"{place.house.address}{path}")
    heading(page, "Dat lukte niet.")
    assert "bezoeker" not in page.content()
    page.get_by_role("link", name="Op een andere manier").click()
    heading(page, "Welkom terug")


def test_thinking_better_of_it_at_the_city(place: Place, windows: Windows) -> None:
    page = windows.open(DESK)
    page.goto(f"{place.house.address}/sign-in")
    page.get_by_role("link", name="Met je account van de stad").click()
    page.get_by_role("button", name="Deny access").click()
    heading(page, "Dat lukte niet.")


def test_the_browser_sends_its_session_only_after_the_page_that_leads_on(place: Place, windows: Windows) -> None:
    """4.3: back from another site a browser leaves `Strict` cookies at home, even when it is signed in here."""
    bind_once(place, windows)
    page = windows.of(place.house, "joris", DESK)
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    page.goto(f"{place.house.address}/sign-in/city")
    sign_in_there(page, NOOR)
    heading(page, "Dag Noor")
    ours = [one for one in asked if one.is_navigation_request() and one.url.startswith(place.house.address)]
    seen = {one.url.removeprefix(place.house.address).partition("?")[0]: sent(one) for one in ours}
    assert seen["/sign-in/city"] == {SESSION}
    assert seen["/sign-in/city/back"] == {OUT}, "the errand comes along, the session stays at home"
    assert seen["/sign-in/known"] == {SESSION, BACK}, "the next page is asked by a page of ours"
    kept = {one["name"]: one["sameSite"] for one in page.context.cookies()}
    assert (kept[SESSION], kept[BACK], OUT in kept) == ("Strict", "Strict", False)
    page.goto(f"{place.house.address}/team")
    heading(page, "Team")


def test_a_form_that_stands_open_meanwhile_can_still_be_sent(place: Place, windows: Windows) -> None:
    """The page that comes back has no form: its token would have replaced the one of every other open page."""
    bind_once(place, windows)
    page = windows.of(place.house, "joris", DESK)
    page.goto(f"{place.house.address}/ways-in/confirm")
    other = page.context.new_page()
    come_by_the_city_signed_in(other, place)
    page.locator("main input[name=password]").fill(PASSWORD)
    button(page, "Ik ben het")
    heading(page, "Mijn sleutels")


def test_its_pages_are_as_every_page_must_be(place: Place, windows: Windows, pictures: Path) -> None:
    def by_the_city(page: Page) -> None:
        sign_in_there(page, NOOR)
        heading(page, "Dag Noor")

    def found(page: Page) -> None:
        page.locator("main input[name=password]").fill(PASSWORD)
        button(page, "Ik ben het")
        page.get_by_role("link", name="Ga naar het aanmelden van de stad").click()
        sign_in_there(page, VISITOR)
        heading(page, "Je account van de stad")

    bind_once(place, windows)
    shown = [
        Screen("city-sign-in", NOBODY, "sign-in"),
        Screen("city-unknown", NOBODY, "sign-in/known"),
        Screen("city-known", NOBODY, "sign-in/city", by_the_city),
        Screen("city-account-found", "joris", "ways-in/city/go", found),
        Screen("city-account", "joris", "ways-in/city"),
        Screen("city-ways-in", "noor", "ways-in"),
        Screen("ways-in-wrong-tries", "fatma", "ways-in?next=/team"),
    ]
    place.house.run(GUESSED)
    assert looked_at(place.house, windows, iter(shown), pictures) == []
    for language in ("fr-BE", "en-GB"):
        assert looked_at(place.house, windows, iter(shown[:2]), pictures, too_wide, language) == []


@pytest.mark.parametrize("path", ["/sign-in", "/team"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_in_a_mail_read_in_the_browser_finds_one_signed_in(
    place: Place, windows: Windows, path: str, script: bool
) -> None:
    """The other half of 4.3: from a page of another site one comes as nobody, and the next page knows one again."""
    page = windows.of(place.house, "joris", DESK, script=script)
    mail = f'<a href="{place.house.address}{path}">Open Kring</a>'
    page.route(f"{place.city.issuer}/mail", lambda route: route.fulfill(body=mail, content_type="text/html"))
    page.goto(f"{place.city.issuer}/mail")
    page.get_by_role("link", name="Open Kring").click()
    heading(page, "Team" if path == "/team" else "Dag Joris")
    stranger = windows.open(DESK, script=script)
    stranger.route(f"{place.city.issuer}/mail", lambda route: route.fulfill(body=mail, content_type="text/html"))
    stranger.goto(f"{place.city.issuer}/mail")
    stranger.get_by_role("link", name="Open Kring").click()
    heading(stranger, "Welkom terug")


def come_by_the_city_signed_in(page: Page, place: Place) -> None:
    page.goto(f"{place.house.address}/sign-in/city")
    sign_in_there(page, NOOR)
    heading(page, "Dag Noor")


_bound: set[Path] = set()


def bind_once(place: Place, windows: Windows) -> None:
    """Noor bound her account, on an earlier day."""
    if place.house.data not in _bound:
        bind(windows.of(place.house, "noor", PHONE), place)
        _bound.add(place.house.data)
