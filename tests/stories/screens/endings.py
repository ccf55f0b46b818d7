"""Closing."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def endings(places: Places) -> Iterator[Screen]:
    """Closing a dossier, and how two ended."""
    quiet, bare = (f"dossiers/{places.dossiers[name]}/closing" for name in ("quiet", "bare"))
    yield Screen("closing", "noor", quiet)
    yield Screen("closing-errors", "noor", bare, send_as_it_is)
    yield Screen("closing-ended", "noor", f"dossiers/{places.dossiers['closed']}/closing", unfold_all)
    yield Screen("closing-silent", "noor", f"dossiers/{places.dossiers['silent']}/closing")
