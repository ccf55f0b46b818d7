"""Searching stolen bytes for planted words, as a thief with time would: in every shape a program may leave them.

A planted word is random, so finding it anywhere is finding the text that stood around it. What does not live here: what
is planted and where is looked (test_stolen_database.py).
"""

import base64
import hashlib
import secrets
import string
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

STREAMS = (b"\x1f\x8b\x08", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
"""How gzip and zlib streams begin."""
INFLATED = 4 * 1024 * 1024
BITE = 16
DIGESTS = ("md5", "sha1", "sha256")


def word(length: int = 14) -> str:
    """A random word that occurs nowhere: letters of both cases, so that no number or id can be it by chance."""
    return "Zq" + "".join(secrets.choice(string.ascii_letters) for _ in range(length))


def digits(length: int = 15) -> str:
    """A random number for fields that take no letters."""
    return "".join(secrets.choice(string.digits) for _ in range(length))


def base64_of(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The three ways `raw` can stand inside a base64 text, without the signs its neighbours have a say in."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw)
        first = -(-before * 8 // 6)
        last = (before + len(raw)) * 8 // 6
        yield f"base64+{before}", coded[first:last]
        yield f"base64url+{before}", coded[first:last].translate(bytes.maketrans(b"+/", b"-_"))


def shapes(planted: str) -> dict[str, bytes]:
    """Name of a shape -> the bytes to look for. Shapes named `any ...` are looked for whatever the case."""
    raw = planted.encode()
    found = {
        "any raw": raw.lower(),
        "any utf-16-le": planted.lower().encode("utf-16-le"),
        "any utf-16-be": planted.lower().encode("utf-16-be"),
        "any utf-32-le": planted.lower().encode("utf-32-le"),
        "any hex": raw.hex().encode(),
        "any hex of upper": planted.upper().encode().hex().encode(),
        "any hex of lower": planted.lower().encode().hex().encode(),
        "any hex of utf-16-le": planted.encode("utf-16-le").hex().encode(),
        "any backwards": raw[::-1].lower(),
        "any quoted": quote(planted).lower().encode(),
    }
    for case, text in (("", planted), (" of upper", planted.upper()), (" of lower", planted.lower())):
        found |= {name + case: coded for name, coded in base64_of(text.encode())}
        for kind in DIGESTS:
            digest = hashlib.new(kind, text.encode(), usedforsecurity=False)
            found |= {kind + case: digest.digest(), f"any {kind} as hex{case}": digest.hexdigest().encode()}
    found |= {f"{name} of utf-16-le": coded for name, coded in base64_of(planted.encode("utf-16-le"))}
    return found


def inflated(stolen: bytes) -> Iterator[bytes]:
    """Every gzip and zlib stream in `stolen` that really is one, unpacked."""
    for begin in STREAMS:
        at = stolen.find(begin)
        while at >= 0:
            inner = _inflate(stolen, at)
            if inner:
                yield inner
            at = stolen.find(begin, at + 1)


def _inflate(stolen: bytes, at: int) -> bytes:
    """What comes out before the stream ends or breaks off: fed in small bites, so that a torn one gives its begin."""
    packer, found = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32), bytearray()
    try:
        while at < len(stolen) and not packer.eof and len(found) < INFLATED:
            found += packer.decompress(stolen[at : at + BITE])
            at += BITE
    except zlib.error:
        pass
    return bytes(found)


@dataclass(frozen=True, slots=True)
class Hit:
    """A planted word that was found: what it was, where it lay, in which shape."""

    planted: str
    place: str
    shape: str


@dataclass
class Search:
    """The words that were planted, by what they are; what was looked for and where, for the figure."""

    planted: Mapping[str, str]
    places: list[str] = field(default_factory=list)
    tried: int = 0

    def __post_init__(self) -> None:
        self._needles = [(name, *each) for name, text in self.planted.items() for each in shapes(text).items()]

    def of(self, places: Iterable[tuple[str, bytes]]) -> list[Hit]:
        """Every hit in these named heaps of bytes."""
        return [hit for place, stolen in places for hit in self._in(place, stolen)]

    def _in(self, place: str, stolen: bytes) -> Iterator[Hit]:
        self.places.append(place)
        heaps = [(place, stolen), *((f"{place}, unpacked", inner) for inner in inflated(stolen))]
        for where, heap in heaps:
            lower = heap.lower()
            for name, shape, needle in self._needles:
                self.tried += 1
                if needle in (lower if shape.startswith("any ") else heap):
                    yield Hit(name, where, shape)
