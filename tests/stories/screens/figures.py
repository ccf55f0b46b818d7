"""The figures."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen

TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  the town's own day


def figures(places: Places) -> Iterator[Screen]:
    """The figures for who reads and for who counts, and how the team stands."""
    yield Screen("pulse", "greet", "stand")
    yield Screen("checkin", "noor", "how-is-your-work")
    yield Screen("checkin-first", "joris", "how-is-your-work")
    yield Screen("figures-public", "greet", f"figures?on={places.frozen_on}")
    yield Screen("figures-internal", "greet", f"figures?on={places.frozen_on}&audience=internal")
    yield Screen("figures-not-frozen", "greet", "figures?on=2020-01-01")
    yield Screen("figures-draft", "saar", f"figures?on={date.today().isoformat()}")  # noqa: DTZ011
    yield Screen("figures-to-come", "saar", f"figures?on={TOMORROW}")
