"""What of a message is new and what is only carried along: quoted history and signatures, to be shown folded.

Nothing is left out: the pieces, one after the other, are the text. A forwarded message is no history but the worry
itself. In doubt a line counts as somebody's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kring.support.intake.mail.forwards import announces, blocks_in, is_answer, is_forward
from kring.support.intake.mail.openings import MOST_LINES, Opening, is_original_line, opening_in
from kring.support.intake.mail.signatures import signature_in

_LINES: Final = 4_000
_LONGEST: Final = 500
_HEADER_LINES: Final = 14
_RULE = re.compile(r"\s*_{10,}\s*")
_ATTACHED = re.compile(r"-{10} .*<[^<>\s]+@[^<>\s]+>")


class Kind(StrEnum):
    """What a piece of a message is."""

    WORDS = "words"
    HISTORY = "history"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a message that belong together."""

    kind: Kind
    text: str

    def __repr__(self) -> str:
        return f"<Piece {self.kind}>"


def folded(text: str, subject: str = "") -> list[Piece]:
    """The text in pieces, in its own order; a text that is all history counts as words."""
    lines = text.split("\n")
    pieces = [Piece(kind, part) for kind, part in _cut(lines, _Marks(text, subject)) if part.strip()]
    if not any(piece.kind is Kind.WORDS for piece in pieces):
        return [Piece(Kind.WORDS, text)] if text.strip() else []
    return pieces


def _cut(lines: list[str], marks: "_Marks") -> Iterator[tuple[Kind, str]]:
    start, place = 0, 0
    while place < min(len(lines), _LINES):
        if marks.begins_layer(place):
            yield from _signed(lines[start:place])
            start, place = place, marks.after_header(place)
        elif end := marks.history_from(place):
            yield from _signed(lines[start:place])
            yield Kind.HISTORY, "\n".join(lines[place:end])
            start = place = end
        else:
            place += 1
    yield from _signed(lines[start:])


def _signed(lines: list[str]) -> Iterator[tuple[Kind, str]]:
    read = [line[:_LONGEST] for line in lines[:_LINES]]
    cut = signature_in(read)
    cut = cut if cut < len(read) else len(lines)
    yield Kind.WORDS, "\n".join(lines[:cut])
    yield Kind.SIGNATURE, "\n".join(lines[cut:])


class _Marks:
    """The lines of one message and what begins on each; `level`: the quote marks a forward put before all of it."""

    def __init__(self, text: str, subject: str) -> None:
        self.lines = [line[:_LONGEST].replace("\xa0", " ").replace("\ufeff", "") for line in text.split("\n")]
        self.end = min(len(self.lines), _LINES)
        self.blocks = {block.line: block for block in blocks_in(text.replace("\ufeff", ""))}
        self.answered = is_answer(subject)
        self.forwarding = is_forward(subject) or not self.answered
        self.level = 0

    def begins_layer(self, place: int) -> bool:
        """Whether a forwarded or attached message begins here: words again, of somebody else."""
        line, block = self.lines[place], self.blocks.get(place)
        if _ATTACHED.match(line) or announces(line):
            return True
        if block and (block.announced or self.forwarding):
            self.answered = is_answer(block.subject)
            self.forwarding = not self.answered
            self.level = 1 if line.startswith(">") else 0
            return True
        return False

    def after_header(self, place: int) -> int:
        """The line after the header lines that were printed here."""
        if place not in self.blocks:
            return place + 1
        below = range(place + 1, min(place + _HEADER_LINES, self.end))
        return next((at for at in below if not self.lines[at].strip(" >")), place + 1)

    def history_from(self, place: int) -> int:
        """Up to which line what was written before goes on, when it begins here; 0 when it does not.

        As far as it is quoted, else to the end or to a message that was attached; the latter only in an answer.
        """
        opening = self._opening(place)
        below = place + opening.lines if opening else place
        first = next((at for at in range(below, self.end) if self.lines[at].strip()), self.end)
        if (opening or first == place) and self._quotes(first):
            return self._end_of_quotes(first)
        if opening is None or not (opening.sure and self.answered):
            return 0
        return next((at for at in range(below, self.end) if _ATTACHED.match(self.lines[at])), len(self.lines))

    def _end_of_quotes(self, place: int) -> int:
        """A line that lost its mark between two quoted ones belongs to them."""
        end = place
        for at in range(place, self.end):
            if self._quotes(at):
                end = at + 1
            elif self.lines[at].strip() and (at > end or not self._quotes(at + 1)):
                break
        return end

    def _opening(self, place: int) -> Opening | None:
        bare = [self._bare(at) for at in range(place, min(place + MOST_LINES, self.end))]
        ruled = _RULE.fullmatch(bare[0]) or is_original_line(bare[0])
        if place in self.blocks or (ruled and place + 1 in self.blocks):
            return Opening(1, sure=True)
        return opening_in(bare)

    def _quotes(self, place: int) -> bool:
        return place < self.end and self._bare(place).startswith(">")

    def _bare(self, place: int) -> str:
        line = self.lines[place]
        for _ in range(self.level):
            line = line.removeprefix(">").removeprefix(" ")
        return line
