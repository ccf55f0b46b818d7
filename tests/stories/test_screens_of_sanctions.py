"""Sanction mediation in a real browser, in a process of its own register: every page, and the whole road.

Pictures go to the folder of the stories, to be looked at beside the design.
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bootstrap.registers import mark_folder
from kring.team.clock import today
from tests.stories.house import House, open_house
from tests.stories.looking import looked_at
from tests.stories.screens.screen import Screen, in_turn
from tests.stories.windows import DESK, PHONE, Windows

pytestmark = pytest.mark.browser
FOUND = "import django; django.setup(); from tests.stories.rich_bench import found; found()"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The register of sanction mediation, founded and served."""
    folder = tmp_path_factory.mktemp("bench")
    mark_folder(folder, "sanctions")
    with open_house(folder, found=FOUND) as served:
        yield served


def press(page: Page) -> None:
    page.locator("main form button.primary").last.click()
    page.wait_for_load_state()


def unfold(page: Page) -> None:
    for one in page.locator("main summary").all():
        one.click()


def screens(places: dict[str, str]) -> Iterator[Screen]:
    at = {name: f"sanctions/{file}" for name, file in places.items()}
    yield Screen("sanctions-files", "bea", "sanctions")
    yield Screen("sanctions-begin", "bea", "sanctions/new")
    yield Screen("sanctions-begin-wrong", "bea", "sanctions/new", press)
    for name in ("opened", "adult", "asked", "succeeded", "failed", "decided"):
        yield Screen(f"sanctions-{name}", "bea", at[name], unfold)
    yield Screen("sanctions-decide-wrong", "bea", at["opened"], in_turn(unfold, press))
    yield Screen("sanctions-amend", "bea", f"{at['asked']}/amend")
    yield Screen("sanctions-mediator", "ines", "sanctions")
    yield Screen("sanctions-report", "ines", at["asked"])
    yield Screen("sanctions-gone", "hilde", "sanctions/gone")
    yield Screen("sanctions-figures", "saar", "sanctions/figures")
    yield Screen("sanctions-report-wrong", "ines", at["asked"], press)


def test_every_page_of_sanctions(bench: House, windows: Windows, pictures: Path) -> None:
    places = json.loads((bench.data / "places.json").read_text())
    assert looked_at(bench, windows, screens(places), pictures) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_from_the_offer_to_the_result_without_script(bench: House, windows: Windows, width: int) -> None:
    name = f"Wannes {width}"
    facts = today() - timedelta(days=20)
    page = windows.of(bench, "bea", width, script=False)
    page.goto(f"{bench.address}/sanctions/new")
    page.get_by_label("Voornaam en naam").fill(name)
    page.get_by_label("Geboren op").fill(str(facts - timedelta(days=15 * 366)))
    page.get_by_label("Woont in", exact=True).fill("Vest 1")
    page.get_by_label("Dag van de feiten").fill(str(facts))
    page.get_by_label("Dag van de vaststelling").fill(str(facts))
    page.get_by_label("deze feiten zijn geen misdrijf").check()
    press(page)
    offer = page.locator("#offer")
    offer.locator("input[name=told_on]").fill(str(today()))
    offer.locator("button.primary").click()
    expect(page.get_by_role("status")).to_contain_text("Bemiddeling is aangeboden")
    place = page.url.partition("?")[0]

    mediator = windows.of(bench, "ines", width, script=False)
    mediator.goto(f"{bench.address}/sanctions")
    mediator.get_by_role("link", name=name).click()
    mediator.get_by_label("de bemiddeling is geslaagd").check()
    mediator.get_by_label("Ik weet dat dit definitief is").check()
    mediator.locator("#report button.primary").click()
    expect(mediator.get_by_role("status")).to_contain_text("Gemeld")
    expect(mediator.locator("main")).not_to_contain_text(name)

    page.goto(place)
    expect(page.locator("#mediation")).to_contain_text("de bemiddeling is geslaagd")
    expect(page.locator("#service")).to_have_count(0)


def test_what_is_over_goes_by_itself_and_a_declaration_says_so(bench: House, windows: Windows) -> None:
    pages = [windows.of(bench, "bea", width, script=False) for width in (PHONE, DESK)]
    for page in pages:
        page.goto(f"{bench.address}/sanctions")
        page.get_by_role("link", name="Old Janssens").click()
        expect(page.locator("main")).to_contain_text("wordt vanzelf vernietigd")
    bench.manage("tick")
    for page in pages:
        page.goto(f"{bench.address}/sanctions")
        expect(page.locator("main")).not_to_contain_text("Old Janssens")
        expect(page.locator("main")).to_contain_text("Mats Leys")
        page.goto(f"{bench.address}/sanctions/gone")
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("main")).not_to_contain_text("Janssens")
