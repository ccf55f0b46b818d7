"""Two who wrote on the same at once: which fields differ, and how one goes on with both. Pure functions over texts.

Nothing is chosen in silence: the page shows both, and what is proposed is only where the pen already lies.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Keep(StrEnum):
    """What somebody keeps of two texts."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two wrote differently; `proposed` follows from who changed it."""

    field: str
    mine: str
    theirs: str
    proposed: Keep


def clashes(before: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]) -> list[Clash]:
    """The fields in which mine differs from what stands there now; `before`: what both began with."""
    found = []
    for field, text in mine.items():
        other = theirs.get(field, "")
        if text != other:
            found.append(Clash(field, text, other, _proposed(before.get(field, ""), other, text)))
    return found


def joined(mine: str, theirs: str, keep: Keep, *, between: str = "\n") -> str:
    """What is kept of two texts: one of them, or both, theirs first."""
    match keep:
        case Keep.MINE:
            return mine
        case Keep.THEIRS:
            return theirs
        case Keep.BOTH:
            return between.join(part for part in (theirs, mine) if part)


def _proposed(before: str, theirs: str, mine: str) -> Keep:
    if mine == before:
        return Keep.THEIRS
    return Keep.MINE if theirs == before else Keep.BOTH
