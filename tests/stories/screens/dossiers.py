"""My dossiers, and a dossier as different people see it."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
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
    for name, dossier in places.dossiers.items():
        yield Screen(f"dossier-{name}", "noor", f"dossiers/{dossier}", status=403 if name == "shut" else 200)
