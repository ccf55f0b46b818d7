"""The number of a dossier: random, short enough for the phone, and silent about date, programme and order (NRN-02).

An alphabet in which nothing looks like anything else: no 0 O, no 1 I L, no U V pair, and no E, so that few words arise.
"""

import secrets

from kring.support.dossier.models import Dossier

ALPHABET = "23456789ABCDFGHJKMNPQRSTVWXYZ"
SHORT = 4
CROWDED = 0.1
"""Share of the short numbers in use from which new ones are one sign longer, so that a number stays hard to guess."""


def fresh(count: int = 1) -> list[str]:
    """So many numbers that are not in use, all different."""
    length = SHORT if Dossier.objects.count() + count < CROWDED * len(ALPHABET) ** SHORT else SHORT + 1
    found: dict[str, None] = {}
    while len(found) < count:
        drawn = {_draw(length) for _ in range(count - len(found))} - found.keys()
        taken = set(Dossier.objects.filter(number__in=drawn).values_list("number", flat=True))
        found |= dict.fromkeys(sorted(drawn - taken, key=lambda _: secrets.randbits(32)))
    return list(found)


def _draw(length: int) -> str:
    return "K-" + "".join(secrets.choice(ALPHABET) for _ in range(length))
