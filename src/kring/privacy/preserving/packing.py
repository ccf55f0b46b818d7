"""A bag of files as one ZIP that is made while it goes out: a piece of an attachment in memory, never a whole one.

BagIt (RFC 8493): what is handed over lies in `data/`, and a list of checksums beside it, so that an archive can see in
thirty years that it still has the same. Made twice it is the same, byte for byte: first to be measured, then to go.
"""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

FOLDER = "dossier"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha256.txt"
NO_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One file. content: opened anew each time. pressed: whether it becomes smaller; photos do not."""

    name: str
    content: Callable[[], Iterable[bytes]]
    pressed: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a bag is, and its SHA-256."""

    length: int
    digest: str


class _Going:
    """What was written and nobody took yet. It cannot go back, so nothing is held for that."""

    def __init__(self) -> None:
        self._waits = bytearray()

    def write(self, some: bytes) -> int:
        self._waits += some
        return len(some)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        """What waits, once."""
        out = bytes(self._waits)
        self._waits.clear()
        return out


def packed(parts: Sequence[Part]) -> Iterator[bytes]:
    """The bag, some bytes at a time. Raises what opening a part raises."""
    going, sums = _Going(), list[str]()
    with zipfile.ZipFile(going, "w") as into:  # type: ignore[call-overload]  # writing is all that is asked of it
        yield from _written(into, going, Part("bagit.txt", lambda: [DECLARED]), [])
        for part in parts:
            yield from _written(into, going, Part(f"data/{part.name}", part.content, part.pressed), sums)
        listed = "".join(sums).encode()
        yield from _written(into, going, Part(MANIFEST, lambda: [listed]), [])
    yield going.taken()


def measured(parts: Sequence[Part]) -> Measured:
    """How long the bag will be, and its hash: opens everything once, and keeps nothing."""
    length, whole = 0, hashlib.sha256()
    for some in packed(parts):
        length += len(some)
        whole.update(some)
    return Measured(length, whole.hexdigest())


def _written(into: zipfile.ZipFile, going: _Going, part: Part, sums: list[str]) -> Iterator[bytes]:
    one = zipfile.ZipInfo(f"{FOLDER}/{part.name}", NO_DAY)
    one.compress_type = zipfile.ZIP_DEFLATED if part.pressed else zipfile.ZIP_STORED
    one.external_attr = 0o600 << 16
    counted = hashlib.sha256()
    with into.open(one, "w", force_zip64=True) as file:
        for some in part.content():
            counted.update(some)
            file.write(some)
            yield going.taken()
    sums.append(f"{counted.hexdigest()}  {part.name}\n")
    yield going.taken()
