"""The network map."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen, in_turn
from tests.stories.screens.ways import send_as_it_is, unfold_all


def network(places: Places) -> Iterator[Screen]:
    """The map of somebody with many people around, of somebody with nobody yet, and what one does with it."""
    many, nobody = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "bare"))
    tie = f"{many}/network/{places.people['kobe']}"
    yield Screen("network", "noor", f"{many}/network")
    yield Screen("network-then", "noor", f"{many}/network?on=2020-11-05")
    yield Screen("network-nobody", "noor", f"{nobody}/network")
    yield Screen("network-add", "noor", f"{many}/network/add", unfold_all)
    yield Screen("network-add-errors", "noor", f"{many}/network/add", send_as_it_is)
    yield Screen("network-factor-add", "noor", f"{many}/network/factors/add")
    yield Screen("network-factor-add-errors", "noor", f"{many}/network/factors/add", send_as_it_is)
    yield Screen("network-factor", "noor", f"{many}/network/factors/{places.people['factor']}", unfold_all)
    yield Screen("network-tie", "noor", tie, unfold_all)
    yield Screen("network-tie-unsure", "noor", tie, in_turn(unfold_all, _erase_unsure))


def _erase_unsure(page: Page) -> None:
    page.locator("main form .btn.danger").click()
    page.wait_for_load_state()
