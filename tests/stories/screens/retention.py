"""The retention desk."""

from collections.abc import Iterator

from tests.stories.rich_town import Places
from tests.stories.screens.screen import Screen
from tests.stories.screens.ways import send_as_it_is


def retention(places: Places) -> Iterator[Screen]:
    """The rules and their versions, for who writes and for who reads."""
    yield Screen("retention", "hilde", "privacy/retention")
    yield Screen("retention-rule", "greet", "privacy/retention/rules/dossier")
    yield Screen("retention-rule-errors", "hilde", "privacy/retention/rules/referral", send_as_it_is)
