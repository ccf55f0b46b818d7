"""My dossiers, and a dossier as different people see it."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import search


def dossiers(places: Places) -> Iterator[Screen]:
    """My dossiers, and a dossier for who carries it, who works along, and who has no key of it any more."""
    yield Screen("my-dossiers", "noor", "dossiers")
    yield Screen("my-dossiers-along", "noor", "dossiers?role=along")
    yield Screen("my-dossiers-none", "tom", "dossiers")
    yield Screen("my-dossiers-not-found", "noor", "dossiers", search)
    yield Screen("dossier-along-client", "noor", f"dossiers/{places.dossiers['along']}?show=client")
    for name, dossier in places.dossiers.items():
        yield Screen(f"dossier-{name}", "noor", f"dossiers/{dossier}", status=403 if name == "shut" else 200)
