"""My dossiers, and a dossier as different people see it."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, in_turn
from tests.stories.screens.ways import search, send_as_it_is


def dossiers(places: Places) -> Iterator[Screen]:
    """My dossiers, and a dossier for who carries it, who works along, and who has no key of it any more."""
    yield Screen("my-dossiers", "noor", "dossiers")
    yield Screen("my-dossiers-along", "noor", "dossiers?role=along")
    yield Screen("my-dossiers-none", "tom", "dossiers")
    yield Screen("my-dossiers-not-found", "noor", "dossiers", search)
    yield Screen("dossier-along-client", "noor", f"dossiers/{places.dossiers['along']}?show=client")
    quiet, bare = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "bare"))
    yield Screen("household", "noor", f"{quiet}/household")
    yield Screen("household-errors", "noor", f"{quiet}/household", send_as_it_is)
    yield Screen("household-nothing", "joris", f"{bare}/household")
    yield Screen("told", "noor", f"{quiet}/passed-on")
    yield Screen("told-nothing", "noor", f"{bare}/passed-on")
    yield Screen("disclose", "noor", f"{quiet}/passed-on/new")
    yield Screen("disclose-empty", "noor", f"{bare}/passed-on/new")
    yield Screen("disclose-errors", "noor", f"{quiet}/passed-on/new", in_turn(_report, _send_telling))
    yield Screen("disclose-blocked", "noor", f"{quiet}/passed-on/new", in_turn(_to_police, _send_telling))
    yield Screen("agreed", "noor", f"{quiet}/agreed")
    yield Screen("agreed-nothing", "noor", f"{bare}/agreed")
    yield Screen("agreed-errors", "noor", f"{quiet}/agreed", send_as_it_is)
    yield Screen("agreement", "noor", places.people["agreement"])
    yield Screen("agreement-errors", "noor", places.people["agreement"], _withdraw_at_once)
    yield Screen("urgent", "noor", f"{quiet}/passed-on/urgent")
    yield Screen("urgent-errors", "noor", f"{quiet}/passed-on/urgent", _one_tap)
    yield Screen("complete", "noor", places.people["in haste"])
    yield Screen("briefings-asked", "noor", f"{quiet}/briefings")
    yield Screen("briefings-none", "noor", f"{bare}/briefings")
    yield Screen("brief", "noor", f"{quiet}/briefings/new")
    yield Screen("brief-errors", "noor", f"{quiet}/briefings/new", _send_telling)
    yield Screen("briefings", "greet", "briefings")
    yield Screen("briefings-nothing", "bart", "briefings")
    yield Screen("briefing", "greet", places.people["letter"])
    yield Screen("briefing-errors", "greet", places.people["letter"], _send_telling)
    yield Screen("brief-further", "greet", f"{places.people['letter']}/further")
    for name, dossier in places.dossiers.items():
        yield Screen(f"dossier-{name}", "noor", f"dossiers/{dossier}", status=403 if name == "shut" else 200)


def _withdraw_at_once(page: Page) -> None:
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()


def _report(page: Page) -> None:
    page.locator("input[name=ground][value=right_to_report]").check()
    page.locator("select[name=kind]").select_option("prosecution")


def _to_police(page: Page) -> None:
    page.locator("input[name=recipient]").fill("Inspecteur Wils")
    page.locator("select[name=kind]").select_option("police")
    page.locator("input[name=ground][value=shared_secrecy]").check()
    page.locator("textarea[name=typed]").fill("Hij slaapt bij zijn grootmoeder.")


def _send_telling(page: Page) -> None:
    page.locator("main form .btn.primary").click()
    page.locator("form[data-keep-sending]").wait_for(state="detached")
    page.wait_for_load_state()


def _one_tap(page: Page) -> None:
    page.locator("main button[name=now]").first.click()
    page.wait_for_load_state()
