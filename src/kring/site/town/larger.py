"""Larger towns for measuring: so many dossiers, one holder a forty, circles of about ten. Pure; deterministic by seed.

Noor Claes holds 31 and works along on 9, so that her list has forty rows in a town of any size; she is deputy of no
others. Everybody but the personas is part of a crowd that nobody signs in as.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from kring.site.founding import Founding, GroupPlan, Newcomer, Post
from kring.site.town.caseload import Case, Load, names_of_town, open_cases_of
from kring.site.town.labels import FAMILY_NAMES, FIRST_NAMES
from kring.site.town.people import BESIDE, SECRECY, STREET_WORK, TEAM, TRUSTEES
from kring.site.town.people import OFFICES as OFFICES_OF_THE_TOWN
from kring.team.models import Function

DOSSIERS_A_HOLDER, CIRCLE_SIZE = 40, 10
NOOR, HELD_BY_NOOR, ALONG_BY_NOOR = "noor", 31, 9
PERSONAS = ("noor", "greet", "nele")
"""Who of the team of 2021 works here too; they and those beside the team have a password."""
SMALLEST = 3 * DOSSIERS_A_HOLDER
KINDS = (
    (Function.STREET_WORKER, "street_work"),
    (Function.COACH, "identity_coaching"),
    (Function.STREET_THERAPIST, "street_therapy"),
    (Function.EARLY_WORKER, "early_intervention"),
)


@dataclass(frozen=True, slots=True)
class LargerTown:
    """The plan of a larger town; its cases are made while they are opened, so that they never lie in memory."""

    house: Founding
    loads: tuple[Load, ...]
    personas: tuple[Newcomer, ...]
    seed: int

    @property
    def dossiers(self) -> int:
        """How many dossiers there will be."""
        return sum(load.open_dossiers for load in self.loads)

    def cases(self) -> Iterator[Case]:
        """The dossiers, one holder after the other."""
        random = Random(self.seed)  # noqa: S311  invented people, not keys
        names = names_of_town(random)
        for load in self.loads:
            yield from open_cases_of(random, load, names)


def larger_town(dossiers: int, seed: int) -> LargerTown:
    """A town with this many open dossiers. Raises ValueError below three holders: a deputy needs a colleague."""
    if dossiers < SMALLEST:
        raise ValueError(f"a larger town takes at least {SMALLEST} dossiers")
    known = [one for one in TEAM if one.key in PERSONAS]
    workers = list(_workers(round(dossiers / DOSSIERS_A_HOLDER), Random(seed)))  # noqa: S311  as above
    circles = list(_circles([NOOR, *(one.key for one in workers)]))
    intake = GroupPlan("intake", "Onthaal", (*circles[0].members, "nele"))
    samen = GroupPlan("samen", "SAMEN", ("nele", workers[0].key))
    here = {one.key for one in (*known, *BESIDE)}
    offices = [replace(one, members=tuple(key for key in one.members if key in here)) for one in OFFICES_OF_THE_TOWN]
    house = Founding([*known, *BESIDE, *workers], (intake, *circles, samen), tuple(offices), TRUSTEES)
    programmes = {one.key: one.posts[0].programme for one in (*known, *workers)}
    loads = tuple(_loads(circles, programmes, dossiers))
    return LargerTown(house, loads, (*known, *BESIDE), seed)


def _workers(holders: int, random: Random) -> Iterator[Newcomer]:
    """The crowd: everybody who carries dossiers but Noor."""
    for number in range(1, holders):
        function, programme = KINDS[number % len(KINDS)]
        name = f"{random.choice(FIRST_NAMES)} {random.choice(FAMILY_NAMES)}"
        post = Post(function, programme, STREET_WORK)
        yield Newcomer(f"worker-{number}", name, (post,), SECRECY, sign_in=f"worker-{number}")


def _circles(keys: list[str]) -> Iterator[GroupPlan]:
    """Circles of about ten; the first is the welfare circle that programmes name."""
    count = max(1, round(len(keys) / CIRCLE_SIZE))
    edges = [len(keys) * at // count for at in range(count + 1)]
    for at, (start, end) in enumerate(pairwise(edges)):
        code = "welfare" if at == 0 else f"welfare-{at + 1}"
        yield GroupPlan(code, f"Welzijn {at + 1}", tuple(keys[start:end]))


def _loads(circles: list[GroupPlan], programmes: dict[str, str], dossiers: int) -> Iterator[Load]:
    """Noor's own forty rows first, then the rest shared equally over the others."""
    others = [(key, circle) for circle in circles for key in circle.members if key != NOOR]
    first, second = others[0][0], others[1][0]
    home = circles[0].code
    yield Load(NOOR, programmes[NOOR], HELD_BY_NOOR, (first, second), home)
    yield Load(first, programmes[first], ALONG_BY_NOOR, (NOOR,), home)
    rest = dossiers - HELD_BY_NOOR
    for at, (key, circle) in enumerate(others):
        share = rest * (at + 1) // len(others) - rest * at // len(others)
        deputies = tuple(one for one in circle.members if one not in (key, NOOR))
        yield Load(key, programmes[key], share - ALONG_BY_NOOR if key == first else share, deputies, circle.code)
