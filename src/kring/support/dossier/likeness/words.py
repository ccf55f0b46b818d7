"""The words of a name: particles with the word they belong to, double names apart, the order as it was written.

`Van den Broeck`, `Vandenbroeck` and `Broeck, van den` are one word here; `Marie-Claire` and `MarieClaire` are two.
"""

import re
import unicodedata
from dataclasses import dataclass

from kring.support.dossier.likeness.spelling import letters, plain, sound

_SMALL = """
van de den der vande vanden vander ten ter te t op in aan von zu zum la le les du des d l da do dos di del della
el al ul ur ben bin ibn bint bent abu abou ait ould ouled mac mc o y
"""
PARTICLES = frozenset(_SMALL.split())
"""Small words before a family name; they are written apart, joined, left out or put behind."""
_JOINED = re.compile(r"^(?:vanden|vander|vande|van|den|der|de|el|al|ben|le|la|du|d)(?=[a-z]{4})")
_CAMEL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_BREAK = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `core` without particles, `whole` with them, `sound` and `bare` spelt by sound, bare without particle.

    family: it has a particle of its own, so it is a family name.
    """

    core: str
    whole: str
    sound: str
    bare: str
    family: bool = False

    @property
    def initial(self) -> bool:
        """A letter that stands for a name."""
        return len(self.whole) == 1


def words(name: str) -> tuple[Word, ...]:
    """The words of a name in the order they stand; empty when nothing in it is a letter."""
    spaced = _CAMEL.sub(" ", unicodedata.normalize("NFC", name))
    pieces = [letters(plain(piece)) for piece in _BREAK.split(spaced)]
    found: list[Word] = []
    before: list[str] = []
    for piece in filter(None, pieces):
        if piece in PARTICLES:
            before.append(piece)
        else:
            found.append(_word(before, piece))
            before = []
    if before and found:
        found[-1] = _word([*before, *_particles_of(found[-1])], found[-1].core)
    elif before:
        found.append(_word([], "".join(before)))
    return tuple(found)


def _word(before: list[str], core: str) -> Word:
    whole = "".join(before) + core
    heard = sound(whole)
    bare = sound(core) if before else sound(_JOINED.sub("", core))
    return Word(core, whole, heard, bare, bool(before))


def _particles_of(word: Word) -> list[str]:
    return [word.whole.removesuffix(word.core)] if word.family else []
