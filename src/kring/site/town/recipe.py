"""The whole town of 1 March 2021 as one value: people, dossiers, referrals. Pure; the same seed gives the same town."""

from collections.abc import Sequence
from dataclasses import dataclass

from kring.site.founding import Founding
from kring.site.town.caseload import Case, caseload
from kring.site.town.earlier import earlier
from kring.site.town.people import HOUSE
from kring.site.town.stories import UNDER_WAY, Story

SEED = 20210301


@dataclass(frozen=True, slots=True)
class Recipe:
    """A town to found. A case with a `story` opens by taking the role at the end of that story."""

    house: Founding
    cases: Sequence[Case]
    stories: Sequence[Story]


def town_of_2021(seed: int = SEED) -> Recipe:
    """The town of the founding answer."""
    decided, cases = earlier(seed, caseload(seed))
    return Recipe(HOUSE, cases, [*decided, *UNDER_WAY])
