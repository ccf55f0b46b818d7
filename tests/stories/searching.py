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
BEGIN = 8
"""Every needle is longer than that."""
DIGESTS = ("md5", "sha1", "sha256")


def word(length: int = 14, stem: str = "Zq") -> str:
    """A random word that occurs nowhere: letters of both cases, so that no number or id can be it by chance."""
    return stem + "".join(secrets.choice(string.ascii_letters) for _ in range(length))


def digits(length: int = 15, stem: str = "") -> str:
    """A random number for fields that take no letters."""
    return stem + "".join(secrets.choice(string.digits) for _ in range(length))


def base64_of(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The three ways `raw` can stand inside a base64 text, without the signs its neighbours have a say in."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw)
        first = -(-before * 8 // 6)
        last = (before + len(raw)) * 8 // 6
        yield f"base64+{before}", coded[first:last]
        yield f"base64url+{before}", coded[first:last].translate(bytes.maketrans(b"+/", b"-_"))


def fingerprints(planted: str) -> dict[str, bytes]:
    """Plain digests of a word: without a key they let a thief try words."""
    found: dict[str, bytes] = {}
    for case, text in (("", planted), (" of upper", planted.upper()), (" of lower", planted.lower())):
        for kind in DIGESTS:
            digest = hashlib.new(kind, text.encode(), usedforsecurity=False)
            found |= {kind + case: digest.digest(), f"any {kind} as hex{case}": digest.hexdigest().encode()}
    return found


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
    found |= {f"{name} of utf-16-le": coded for name, coded in base64_of(planted.encode("utf-16-le"))}
    return found | fingerprints(planted)


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
    """The words that were planted, by what they are, and what is looked for.

    stems: how planted words begin. A stem stands for all words that begin with it, so that a hundred words cost one
    look; which of them was found is asked afterwards. Fingerprints are of whole words and looked for one by one.
    """

    planted: Mapping[str, str]
    stems: tuple[str, ...] = ()
    places: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        stemmed = {name: text for name, text in self.planted.items() if self.stems and text.startswith(self.stems)}
        alone = {name: text for name, text in self.planted.items() if name not in stemmed}
        prints = fingerprints("").keys()
        needles = [(name, *each) for name, text in alone.items() for each in shapes(text).items()]
        needles += [(name, *each) for name, text in stemmed.items() for each in fingerprints(text).items()]
        needles += [("", *each) for stem in self.stems for each in shapes(stem).items() if each[0] not in prints]
        self._any_case = _by_begin(each for each in needles if each[1].startswith("any "))
        self._as_is = _by_begin(each for each in needles if not each[1].startswith("any "))

    @property
    def tried(self) -> int:
        """Words times shapes times places."""
        return len(self.planted) * len(shapes("")) * len(self.places)

    def of(self, places: Iterable[tuple[str, bytes]]) -> list[Hit]:
        """Every hit in these named heaps of bytes."""
        return [hit for place, stolen in places for hit in self._in(place, stolen)]

    def _in(self, place: str, stolen: bytes) -> Iterator[Hit]:
        self.places.append(place)
        heaps = [(place, stolen), *((f"{place}, unpacked", inner) for inner in inflated(stolen))]
        for where, heap in heaps:
            for looked_in, needles in ((heap, self._as_is), (heap.lower(), self._any_case)):
                for name, shape in sorted(_looked_up(looked_in, needles)):
                    yield from (Hit(each, where, shape) for each in ([name] if name else self._which(shape, looked_in)))

    def _which(self, shape: str, heap: bytes) -> list[str]:
        """The words of a stem that was found; only a piece of a word is a find as well."""
        whole = [name for name, text in self.planted.items() if shapes(text)[shape] in heap]
        return whole or ["a piece of a word"]


Needle = tuple[str, str, bytes]


def _by_begin(needles: Iterable[Needle]) -> dict[bytes, list[Needle]]:
    found: dict[bytes, list[Needle]] = {}
    for needle in needles:
        found.setdefault(needle[2][:BEGIN], []).append(needle)
    return found


def _looked_up(heap: bytes, needles: dict[bytes, list[Needle]]) -> set[tuple[str, str]]:
    """Name and shape of each needle in the heap: one walk over it, however many there are."""
    begins = [at for at in range(len(heap)) if heap[at : at + BEGIN] in needles]
    return {
        (name, shape)
        for at in begins
        for name, shape, needle in needles[heap[at : at + BEGIN]]
        if heap.startswith(needle, at)
    }
