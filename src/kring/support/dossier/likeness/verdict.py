"""The answer: two records speak of the same person, of two people, or it must be asked.

Names are laid beside each other word by word, in any order; then one table decides with the birth dates. What does not
live here: how words are read (words.py), how near two are (nearness.py), what the answer is used for (knock).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kring.support.dossier.likeness.dates import Dates, between
from kring.support.dossier.likeness.families import as_written_first
from kring.support.dossier.likeness.nearness import Near, Place, alike, near, slip
from kring.support.dossier.likeness.words import Word, words


class Likeness(StrEnum):
    """SAME: one person, as far as papers can tell. ASK: cannot be decided here. DIFFERENT: two people."""

    SAME = "same"
    ASK = "ask"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Person:
    """What a record says of somebody, read once: the words of the name, and the birth date or `None`."""

    name: tuple[Word, ...]
    born_on: date | None = None


class Names(StrEnum):
    """How two names stand to each other.

    ONE: every word is there twice. MARRIED: one has a further family name behind. SLIP: one slip of the pen.
    PERHAPS: an initial, a pet name, a name left out, more slips. TWO: a word stands against another word.
    """

    ONE = "one"
    MARRIED = "married"
    SLIP = "slip"
    PERHAPS = "perhaps"
    TWO = "two"


SAME, ASK, DIFFERENT = Likeness.SAME, Likeness.ASK, Likeness.DIFFERENT
_TABLE: dict[Names, tuple[Likeness, ...]] = {
    #              EQUAL, SLIP, NEAR, OPEN, APART
    Names.ONE: (SAME, SAME, ASK, ASK, DIFFERENT),
    Names.MARRIED: (SAME, ASK, ASK, ASK, DIFFERENT),
    Names.SLIP: (SAME, ASK, ASK, ASK, DIFFERENT),
    Names.PERHAPS: (ASK, ASK, ASK, ASK, DIFFERENT),
    Names.TWO: (DIFFERENT,) * 5,
}
"""Names beside dates. Only what stands twice in full, or nearly so, may be the same."""


def person(name: str, born_on: date | None = None) -> Person:
    """Read a record: the name as somebody wrote it, in any order and script."""
    return Person(words(name), born_on)


def compare(one: Person, other: Person) -> Likeness:
    """Whether two records speak of the same person."""
    dates = between(one.born_on, other.born_on)
    if dates is Dates.APART:
        return DIFFERENT
    return _TABLE[names(one.name, other.name)][list(Dates).index(dates)]


def names(one: Sequence[Word], other: Sequence[Word]) -> Names:
    """How two names stand to each other; one word alone (a nickname) is never a whole name, one letter is none."""
    if len(one) > len(other):
        one, other = other, one
    if not one or (len(one) == 1 and one[0].initial):
        return Names.TWO
    if _joined(one) == _joined(other):
        return Names.ONE if min(len(one), len(other)) > 1 else Names.PERHAPS
    if _particle_slipped(one, other):
        return Names.SLIP
    pairs, rest = _laid_beside(one, other)
    grades = sorted(grade for _, _, grade in pairs)
    if len(pairs) < len(one) or not grades:
        return Names.PERHAPS if alike(_written(one), _written(other)) else Names.TWO
    if len(one) == 1 or grades[0] is Near.PERHAPS or grades[:2] == [Near.SLIP, Near.SLIP]:
        return Names.PERHAPS
    if rest:
        behind = min(rest) > max(at for _, at, _ in pairs) and [i for i, _, _ in pairs] == sorted(
            i for i, _, _ in pairs
        )
        return Names.MARRIED if behind and grades[0] is Near.ONE else Names.PERHAPS
    return Names.SLIP if grades[0] is Near.SLIP else Names.ONE


def composite(one: Person) -> tuple[str, ...] | None:
    """Name and birth date in one form, whatever the order, particles and script; None when either is not known.

    Two records of one person often have the same; two people have it only by chance.
    """
    if len(one.name) < 2 or one.born_on is None:
        return None
    return (*sorted(as_written_first(word.bare) for word in one.name), one.born_on.isoformat())


def _joined(name: Sequence[Word]) -> str:
    return "".join(word.sound for word in name)


def _particle_slipped(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """The given names are one, and behind them stands one family name whose particle was mistyped."""
    if len(one) != 2 or not (one[1].family or other[-1].family):
        return False
    given = near(one[0], other[0], Place.FRONT) is Near.ONE
    return given and slip(one[1].whole, _written(other[1:]), Place.FAMILY)


def _written(name: Sequence[Word]) -> str:
    return "".join(word.whole for word in name)


def _laid_beside(one: Sequence[Word], other: Sequence[Word]) -> tuple[list[tuple[int, int, Near]], list[int]]:
    """Pairs (place, place, nearness), the nearest words first, and the places of `other` that stay over."""
    found = sorted(
        ((near(a, b, max(_place(a, i), _place(b, j))), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
        key=lambda each: (-each[0], abs(each[1] - each[2])),
    )
    pairs: list[tuple[int, int, Near]] = []
    for grade, i, j in found:
        if grade and all(i != a and j != b for a, b, _ in pairs):
            pairs.append((i, j, grade))
    taken = {j for _, j, _ in pairs}
    return pairs, [j for j in range(len(other)) if j not in taken]


def _place(word: Word, at: int) -> Place:
    return Place.FAMILY if word.family else Place.BEHIND if at else Place.FRONT
