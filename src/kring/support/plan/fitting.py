"""Does the client's version fit one sheet of A4? A careful guess in millimetres, at three sizes of letter.

Nothing is ever cut: what is too long even at the smallest size goes on to a second sheet, and the page says which
headings do, so that the worker and the client shorten it together or take two sheets. Pure functions.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

ROOM_MM, WIDTH_MM = 269.0, 180.0
"""What an A4 has between our margins."""
POINT_MM = 0.3528


class Size(StrEnum):
    """How large the letters are on paper."""

    LARGE = "large"
    MIDDLE = "middle"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Look:
    """Measures at a size: letters in points, the space above headings and blocks in millimetres."""

    body: float
    voice: float
    heading: float
    gap: float
    padding: float
    top: float


LOOKS = {
    Size.LARGE: Look(12.6, 16, 16, 2.8, 7, 62),
    Size.MIDDLE: Look(10.5, 12.5, 13, 2, 5, 48),
    Size.SMALL: Look(9, 10, 10.5, 1.4, 3.4, 38),
}
"""top: what the head, the greeting and the help line take."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text: how wide it may run (a share of the sheet), whether in the client's letter, and in a frame."""

    words: str
    share: float = 1.0
    voiced: bool = False
    framed: bool = False
    lines_more: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """At which size it fits; `later`: the headings that go on to a second sheet, empty when it fits one."""

    size: Size = Size.LARGE
    later: tuple[str, ...] = ()


def voice(words: str) -> Block:
    """The client's own words."""
    return Block(words, voiced=True, framed=True)


def text(words: str) -> Block:
    """A plain paragraph."""
    return Block(words)


def line(what: str, when: str) -> Block:
    """One line of who does what, in a frame, with its day below."""
    return Block(what, share=0.85, framed=True, lines_more=1 if when else 0)


def pairs(sentences: Sequence[str]) -> list[Block]:
    """Goals, two beside each other: each pair takes the room of the longer one."""
    two = [sentences[at : at + 2] for at in range(0, len(sentences), 2)]
    return [Block(max(pair, key=width), share=0.42, framed=True, lines_more=3) for pair in two]


def fit(headings: Sequence[tuple[str, Sequence[Block]]]) -> Fit:
    """The largest size at which it fits one sheet; else the smallest, with what goes on to the second."""
    for size in Size:
        if not _later(headings, LOOKS[size]):
            return Fit(size)
    return Fit(Size.SMALL, _later(headings, LOOKS[Size.SMALL]))


def width(words: str) -> float:
    """How wide a text runs, in letters: wide signs count double, marks above others not."""
    return sum(_sign(sign) for sign in words)


def _sign(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0x1F000 else 1


def _later(headings: Sequence[tuple[str, Sequence[Block]]], look: Look) -> tuple[str, ...]:
    used, later = look.top, []
    for heading, blocks in headings:
        used += look.heading * POINT_MM * 1.2 + look.gap * 3
        used += sum(height(block, look) for block in blocks)
        if used > ROOM_MM:
            later.append(heading)
    return tuple(later)


def height(block: Block, look: Look) -> float:
    """How high a block is, in millimetres; a long word that cannot be broken fills lines of its own."""
    letter = look.voice if block.voiced else look.body
    letters_a_line = WIDTH_MM * block.share / (letter * POINT_MM * 0.52)
    lines = sum(max(1, ceil(width(part) * 1.06 / letters_a_line)) for part in block.words.splitlines() or [""])
    around = look.padding if block.framed else 0
    return (lines + block.lines_more) * letter * POINT_MM * 1.45 + around + look.gap
