"""The few signs inside a node: initials, made different where two people share them, so that a list can point at it."""

from collections.abc import Iterable

from kring.support.network.chart.lettering import signs

MOST = 2


def initials(names: Iterable[str]) -> list[str]:
    """One for each name, in order, all different: "N", "OR", and "N2" for the second N."""
    taken: set[str] = set()
    given = []
    for name in names:
        mark = next(one for one in _tries(name) if one not in taken)
        taken.add(mark)
        given.append(mark)
    return given


def _tries(name: str) -> Iterable[str]:
    told = ([sign for sign in signs(word) if sign[0].isalnum()] for word in name.split())
    words = [word for word in told if word] or [["?"]]
    first = words[0][0].upper()
    base = first if len(words) == 1 else first + words[1][0].upper()
    yield base
    if len(words) == 1 and len(words[0]) >= MOST:
        yield first + words[0][1].lower()
    yield from (f"{first}{number}" for number in range(2, 10_000))
