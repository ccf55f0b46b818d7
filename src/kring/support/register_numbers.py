"""National register numbers in free text: found and taken away, never asked for and never a reason to stop (NRN-01).

Eleven digits whose last two are 97 minus the rest of the first nine, those of people born from 2000 on with a 2 before
them; written together or with dots, dashes, slashes and spaces. The same rule runs on the device, in `kring.js`.
"""

import re
from itertools import pairwise

_ELEVEN = re.compile(r"(?<!\d)(?=(\d(?:[ .\-/]{0,2}\d){10})(?!\d))")
_SPACES = re.compile(r" {2,}")


def holds_one(text: str) -> bool:
    """Whether somebody's number stands in the text."""
    return bool(_places(text))


def without(text: str) -> str:
    """The text with every such number taken away; all other words stay as they are."""
    places = _places(text)
    if not places:
        return text
    edges = [0, *(edge for place in places for edge in place), len(text)]
    kept = [text[begin:end] for begin, end in list(pairwise(edges))[::2]]
    return _SPACES.sub(" ", "".join(kept))


def _places(text: str) -> list[tuple[int, int]]:
    """Begin and end of each number, none inside another."""
    places: list[tuple[int, int]] = []
    for found in _ELEVEN.finditer(text):
        if _valid(found[1]) and (not places or found.start(1) >= places[-1][1]):
            places.append(found.span(1))
    return places


def _valid(written: str) -> bool:
    digits = "".join(sign for sign in written if sign.isdecimal())
    number, check = int(digits[:9]), int(digits[9:])
    return check in (97 - number % 97, 97 - (2_000_000_000 + number) % 97)
