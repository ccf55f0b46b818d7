"""Long content in pieces: sealed as it arrives and opened as it leaves, one piece in memory at a time.

Each piece is bound to what it is of, to its place, to whether it is the last, and the last one to the whole length: a
piece that is swapped, left out, repeated or cut off does not open (security.md 4.20). What does not live here: where
pieces are kept, and the record that holds their key, number and length.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kring.vault.primitives import Key, encode, open_sealed, seal
from kring.vault.refusals import Refused
from kring.vault.server_keys import server_keys

SIZE = 1024 * 1024 - 4
"""Bytes of content in a piece: with its length in front it fills a bucket exactly."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the record of a content in pieces must remember."""

    pieces: int
    length: int


class Sealing:
    """Takes content as it comes; gives sealed pieces. The last full one waits, since only the end shows the last."""

    def __init__(self, key: Key, of: str) -> None:
        self._key, self._of = key, of
        self._waiting = bytearray()
        self._pieces = self._length = 0

    def take(self, some: bytes) -> Iterator[bytes]:
        """More content; the pieces that are full now."""
        self._waiting += some
        self._length += len(some)
        while len(self._waiting) > SIZE:
            full = bytes(self._waiting[:SIZE])
            del self._waiting[:SIZE]
            yield self._sealed(full, last=False)

    def end(self) -> tuple[bytes, Whole]:
        """The last piece, and what to remember."""
        last = self._sealed(bytes(self._waiting), last=True)
        return last, Whole(self._pieces, self._length)

    def _sealed(self, content: bytes, *, last: bool) -> bytes:
        sealed = seal(self._key, content, _context(self._of, self._pieces, self._length if last else None))
        self._pieces += 1
        return sealed


def opened(key: Key, of: str, sealed: Iterable[bytes], whole: Whole) -> Iterator[bytes]:
    """The content, piece by piece. Raises `Refused` at the first that is not exactly what was sealed there."""
    number = length = 0
    for blob in sealed:
        if number >= whole.pieces:
            raise Refused
        last = number == whole.pieces - 1
        content = open_sealed(key, blob, _context(of, number, whole.length if last else None))
        number, length = number + 1, length + len(content)
        yield content
    if (number, length) != (whole.pieces, whole.length):
        raise Refused


def _context(of: str, number: int, whole_length: int | None) -> bytes:
    return encode(server_keys().instance, "piece", of, number, whole_length is not None, whole_length)
