"""The number of a dossier: random, short enough for the phone, and silent about date, programme and order (NRN-02).

An alphabet in which nothing looks like anything else: no 0 O, no 1 I L, no U V pair, and no E, so that few words arise.
Four signs; where one is taken already the next draw has one sign more, so numbers grow when it gets crowded.
"""

import secrets

from kring.support.dossier.models import Dossier

ALPHABET = "23456789ABCDFGHJKMNPQRSTVWXYZ"
SHORT = 4


def fresh(count: int = 1) -> list[str]:
    """So many numbers that are not in use, all different."""
    found: list[str] = []
    length = SHORT
    while len(found) < count:
        drawn = {_draw(length) for _ in range(count - len(found))}.difference(found)
        taken = set(Dossier.objects.filter(number__in=drawn).values_list("number", flat=True))
        found += drawn - taken
        length += 1
    return found


def _draw(length: int) -> str:
    return "K-" + "".join(secrets.choice(ALPHABET) for _ in range(length))
