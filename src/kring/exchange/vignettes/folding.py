"""A text with its letters made plain (small, no accents, Latin script), and the way back to where each stood."""

import re
from dataclasses import dataclass

from anyascii import anyascii

_SIGN = re.compile(r"[^\w\s]")


@dataclass(frozen=True, slots=True)
class Folded:
    """`plain` is the folded text; `at[i]` is where its sign i stood in the text itself, with one more for the end."""

    plain: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the text itself that a part of the plain one came from."""
        return self.at[start], self.at[end - 1] + 1


def fold(text: str) -> Folded:
    """`Özel` becomes `ozel`; a sign that is one and becomes two (`ß`) still leads back to itself."""
    plain: list[str] = []
    at: list[int] = []
    for place, sign in enumerate(text):
        made = sign if sign.isascii() else anyascii(sign)
        plain.append(made.casefold())
        at += [place] * len(made.casefold())
    return Folded("".join(plain), (*at, len(text)))


def words(text: str) -> list[str]:
    """The plain words of a name or place, without signs between: `D'Hondt-Özel` gives dhondt and ozel."""
    return [word for word in re.split(r"[\s\-–_/,;()]+", _SIGN.sub(_joins, fold(text).plain)) if word]


def _joins(sign: re.Match[str]) -> str:
    return " " if sign[0] in "-–/,;()&+" else ""
