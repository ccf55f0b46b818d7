"""How near two words of a name are: one name, a slip of the pen, perhaps one name, or two.

A slip is told from another name by what a hand does wrong, not by how many letters differ: `Mia` and `Mila`, `Yasin`
and `Yasmin`, `Lisa` and `Lise` are brothers and sisters.
"""

from enum import IntEnum

from kring.support.dossier.likeness.families import both_known, called, one_name
from kring.support.dossier.likeness.words import Word

_VOWELS = ("", *"aeiouy")
"""A vowel, or none: a vowel more, less or other is what makes a sister's name."""


class Near(IntEnum):
    """From two names to one."""

    NOT = 0
    PERHAPS = 1
    SLIP = 2
    ONE = 3


class Place(IntEnum):
    """Where a word stands; the value is the length from which one wrong letter inside it is a slip.

    FAMILY has a particle. BEHIND is most likely a family name. FRONT is most likely a given name, and twins differ by
    little in theirs.
    """

    FAMILY = 5
    BEHIND = 7
    FRONT = 8


def near(one: Word, other: Word, place: Place) -> Near:
    """How near two words are, standing there."""
    if one.sound == other.sound or one.bare == other.bare or one.core == other.core or one_name(one.sound, other.sound):
        return Near.ONE
    if one.initial or other.initial:
        return Near.PERHAPS if one.whole[0] == other.whole[0] else Near.NOT
    core = _apart(one.core, other.core)
    slipped = (core == 1 and slip(one.core, other.core, place)) or (
        (one.family or other.family) and slip(one.whole, other.whole, place)
    )
    if slipped and not both_known(one.sound, other.sound):
        return Near.SLIP
    if slipped or core <= _little(one.core, other.core) or called(one.sound, other.sound):
        return Near.PERHAPS
    return Near.NOT


def alike(one: str, other: str) -> bool:
    """Whether two whole names differ by so little that nobody can tell."""
    return _apart(one, other) <= _little(one, other)


def slip(one: str, other: str, place: Place) -> bool:
    """One letter too many, too few or wrong, or two in each other's place: inside the word, never at its ends."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _same_start(one, other)
    end = _same_start(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if start == 0 or end == 0:
        return False
    if len(left) == 2 and left == right[::-1]:
        return len(one) >= Place.FAMILY
    if max(len(left), len(right)) > 1 or max(len(one), len(other)) < place:
        return False
    return place is Place.FAMILY or not (left in _VOWELS and right in _VOWELS)


def _apart(one: str, other: str) -> int:
    """How many letters are wrong, two in each other's place counting as one; 3 for more than two."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=2)


def _little(one: str, other: str) -> int:
    return 1 if min(len(one), len(other)) < 6 else 2


def _same_start(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
