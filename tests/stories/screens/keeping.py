"""Directing, handing over, being away, going out alone."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is, unfold_all


def keeping(places: Places) -> Iterator[Screen]:
    """Directing a case, handing over, being away, going out alone."""
    quiet, long, bare = (f"dossiers/{places.dossiers[name]}" for name in ("quiet", "long", "bare"))
    yield Screen("direction", "noor", f"{quiet}/follow-up", unfold_all)
    yield Screen("direction-along", "noor", f"dossiers/{places.dossiers['along']}/follow-up", unfold_all)
    yield Screen("handover", "noor", f"{bare}/handover")
    yield Screen("handover-errors", "noor", f"{bare}/handover", send_as_it_is)
    yield Screen("handover-waits", "noor", f"{long}/handover")
    yield Screen("handovers", "noor", "handovers")
    yield Screen("handovers-to-me", "fatma", "handovers")
    yield Screen("handovers-none", "tom", "handovers")
    yield Screen("handover-many", "noor", "handovers/many")
    yield Screen("handover-many-none", "tom", "handovers/many")
    yield Screen("offer", "fatma", f"handovers/{places.people['offer']}")
    yield Screen("offer-errors", "fatma", f"handovers/{places.people['offer']}", send_as_it_is)
    yield Screen("away", "noor", "away")
    yield Screen("away-none", "tom", "away")
    yield Screen("away-errors", "tom", "away", send_as_it_is)
    yield Screen("back", "noor", "back")
    yield Screen("back-errors", "tom", "back", send_as_it_is)
    yield Screen("back-where", "noor", f"back/{places.people['evening']}/where")
