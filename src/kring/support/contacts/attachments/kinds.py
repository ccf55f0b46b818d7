"""What a file really is, by its first bytes; and what we do not take, each with a kind sentence. Pure, reads little.

Nothing here opens a file: it looks at the beginning, at signs that go by, and at the list at the end of a package.
What a file is called and what a browser says of it is not believed.
"""

import re
import struct
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HEAD = 4096
TAIL = 1024 * 1024
MOST_PIXELS = 120_000_000
MOST_ENTRIES, MOST_UNPACKED, MOST_TIMES = 2000, 300 * 1024 * 1024, 200
FILE_TYPE, LINK = 0o170000, 0o120000
"""Of the mode a package keeps of a file: a link shows something that is not in it."""
WRITTEN = re.compile(rb"<(?:!doctype|html|script|svg|\?xml|head|body|iframe)", re.IGNORECASE)


class NotTaken(Exception):
    """The file is not taken; the sentence may be shown."""

    def __init__(self, sentence: Promise) -> None:
        super().__init__("not taken")
        self.sentence = sentence


UNKNOWN = _("We do not take this sort of file. A photo, a PDF, a letter, a sheet, sound or film is fine.")
WEB = _("This is a web page or a drawing that can hold a program. Make a photo or a PDF of it.")
PROGRAM = _("There is a program inside this file. Ask for it once more as a plain PDF or a photo.")
PACKED = _("There is far more packed in this file than it seems. Send what you need of it by itself.")
PACKAGE = _("We do not take packages of files. Add the files one by one.")
HUGE = _("This picture is larger than any camera makes. Make a smaller one, or a photo of it.")
TWO = _("This file is two things in one. Make a photo or a PDF of what you need.")
EMPTY = _("There is nothing in this file.")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind that is taken. ending: of the name it is given back under."""

    code: str
    label: Promise
    icon: str
    ending: str


PHOTO, TEXT, SHEET, SOUND, FILM = _("Photo"), _("Text"), _("Sheet"), _("Sound"), _("Film")
KINDS = {
    kind.code: kind
    for kind in (
        Kind("jpeg", PHOTO, "eye", "jpg"),
        Kind("png", PHOTO, "eye", "png"),
        Kind("gif", PHOTO, "eye", "gif"),
        Kind("webp", PHOTO, "eye", "webp"),
        Kind("heic", PHOTO, "eye", "heic"),
        Kind("pdf", _("PDF"), "doc", "pdf"),
        Kind("docx", TEXT, "doc", "docx"),
        Kind("odt", TEXT, "doc", "odt"),
        Kind("text", TEXT, "doc", "txt"),
        Kind("xlsx", SHEET, "chart", "xlsx"),
        Kind("ods", SHEET, "chart", "ods"),
        Kind("mp3", SOUND, "speak", "mp3"),
        Kind("m4a", SOUND, "speak", "m4a"),
        Kind("ogg", SOUND, "speak", "ogg"),
        Kind("wav", SOUND, "speak", "wav"),
        Kind("mp4", FILM, "eye", "mp4"),
    )
}
PICTURES = frozenset({"jpeg", "png", "gif", "webp"})
"""Those a preview is drawn of."""
_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "package"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"OggS", "ogg"),
)
_BRANDS = {b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"M4A ": "m4a"}
_IN_PDF = re.compile(rb"/(?:JavaScript|Launch|RichMedia|EmbeddedFiles?)\b|/(?:JS|XFA)\s*(?:[(<\[]|\d+ \d+ R)")
"""Long enough that pressed pixels do not spell one by chance in fifty megabytes."""
_FAMILIES = ((b"word/", "docx"), (b"xl/", "xlsx"))


def by_head(head: bytes) -> str:
    """A code of `KINDS`, or "package" for one that is still to be told apart. Raises `NotTaken`."""
    if not head:
        raise NotTaken(EMPTY)
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"WAVE"):
        kind = "webp" if head[8:12] == b"WEBP" else "wav"
    elif head[4:8] == b"ftyp":
        kind = _BRANDS.get(head[8:12], "mp4")
    else:
        kind = next((code for start, code in _STARTS if head.startswith(start)), "")
    if kind:
        _check_pixels(kind, head)
        return kind
    if WRITTEN.search(head):
        raise NotTaken(WEB)
    if head.startswith((b"PK", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
        raise NotTaken(PACKAGE)
    if _is_text(head):
        return "text"
    raise NotTaken(UNKNOWN)


class Signs:
    """Watches a file go by, in any pieces, for what only shows further on."""

    OVERLAP = 32

    def __init__(self, head: bytes) -> None:
        self.kind = by_head(head)
        self._sheet = b"opendocument.spreadsheet" in head
        self._edge = b""
        self._tail = bytearray()
        self._length = 0

    def watch(self, some: bytes) -> None:
        """The next bytes. Raises `NotTaken`."""
        seen = self._edge + some
        if self.kind == "pdf" and _IN_PDF.search(seen):
            raise NotTaken(PROGRAM)
        if self.kind in PICTURES and re.search(rb"<script|<html", seen, re.IGNORECASE):
            raise NotTaken(TWO)
        if self.kind == "text" and b"\0" in some:
            raise NotTaken(UNKNOWN)
        if self.kind == "text" and WRITTEN.search(seen):
            raise NotTaken(WEB)
        self._edge = seen[-self.OVERLAP :]
        self._tail += some
        self._length += len(some)
        if len(self._tail) > 2 * TAIL:
            del self._tail[:-TAIL]

    def ended(self) -> str:
        """The kind, now that the whole went by. Raises `NotTaken`."""
        tail = bytes(self._tail[-TAIL:])
        packed = tail.rfind(b"PK\x05\x06", max(0, len(tail) - 66_000))
        if self.kind == "package":
            return _package(_listing(tail, packed, self._length), "ods" if self._sheet else "odt")
        if packed >= 0 and self.kind in {*PICTURES, "pdf", "text"} and _listing(tail, packed, self._length):
            raise NotTaken(TWO)
        return self.kind


def _is_text(head: bytes) -> bool:
    if any(sign < 9 or 13 < sign < 32 for sign in head):
        return False
    try:
        head[:-3].decode() if len(head) >= HEAD else head.decode()
    except UnicodeDecodeError:
        return not any(0x80 <= sign < 0xA0 for sign in head)
    return True


def _check_pixels(kind: str, head: bytes) -> None:
    sizes = {"png": (">II", 16), "gif": ("<HH", 6)}
    if kind in sizes:
        form, at = sizes[kind]
        if len(head) >= at + struct.calcsize(form):
            width, height = struct.unpack_from(form, head, at)
            if width * height > MOST_PIXELS:
                raise NotTaken(HUGE)


def _listing(tail: bytes, at: int, length: int) -> list[tuple[bytes, int, int]]:
    """(name, packed size, unpacked size) of every file in a package, read from the list at its end; [] for none."""
    if at < 0 or len(tail) < at + 22:
        return []
    entries, size = struct.unpack_from("<H", tail, at + 10)[0], struct.unpack_from("<I", tail, at + 12)[0]
    start, found = at - size, []
    if start < 0 or size > TAIL or entries > MOST_ENTRIES or size > length:
        raise NotTaken(PACKED)
    for _entry in range(entries):
        if tail[start : start + 4] != b"PK\x01\x02":
            return []
        packed, unpacked, name, extra, comment = struct.unpack_from("<IIHHH", tail, start + 20)
        if struct.unpack_from("<H", tail, start + 40)[0] & FILE_TYPE == LINK:
            raise NotTaken(PACKED)
        found.append((tail[start + 46 : start + 46 + name], packed, unpacked))
        start += 46 + name + extra + comment
    return found


def _package(inside: list[tuple[bytes, int, int]], open_document: str) -> str:
    """An office document, told by what is in it. Raises `NotTaken` for anything else, and for one that bursts."""
    names = [name for name, _packed, _unpacked in inside]
    unpacked = sum(one[2] for one in inside)
    if unpacked > MOST_UNPACKED or any(big > 1_000_000 and big > MOST_TIMES * max(1, few) for _n, few, big in inside):
        raise NotTaken(PACKED)
    if any(name.lower().endswith((b"vbaproject.bin", b".exe", b".js", b".zip", b".jar")) for name in names):
        raise NotTaken(PROGRAM)
    if b"[Content_Types].xml" in names:
        for family, kind in _FAMILIES:
            if any(name.startswith(family) for name in names):
                return kind
    if b"mimetype" in names and b"content.xml" in names:
        return open_document
    raise NotTaken(PACKAGE)
