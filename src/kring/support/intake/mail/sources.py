"""Where messages lie: an mbox file, a Maildir, a folder of .eml files, or one message in a file.

Gives the bytes one message at a time and changes nothing at the source; removing is the fetcher's work, after the
message was sealed and committed. A message of any size is given: what is too large to parse is still kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

KEPT_BYTES: Final = 100 * 1024 * 1024
"""Of a message beyond this only the beginning is given, and `whole` is False: leave it where it lies."""

_LINE_BYTES: Final = 1024 * 1024
_SEPARATOR = re.compile(rb"From .*\d{1,2}:\d{2}.*\d{4}")
_SEPARATOR_BYTES: Final = 200
_MAIL_FILES: Final = (".eml", ".msg.txt", ".mbox")


@dataclass(frozen=True, slots=True)
class Found:
    """One message as it lay there. `place` is a file name, and people name files after people: never log it."""

    raw: bytes
    place: str
    whole: bool = True

    def __repr__(self) -> str:
        return f"<Found {len(self.raw)} bytes>"


def messages_in(path: Path) -> Iterator[Found]:
    """Every message at `path`, in a fixed order.

    Raises: FileNotFoundError when nothing is there; OSError when a file may not be read.
    """
    if path.is_dir():
        folders = [path / name for name in ("cur", "new") if (path / name).is_dir()]
        if folders:
            for file in _files(folders):
                yield _one(file, file.name)
        else:
            for file in _files([path]):
                if file.suffix.lower() in _MAIL_FILES:
                    yield from _in_file(file)
    else:
        yield from _in_file(path)


def _files(folders: list[Path]) -> Iterator[Path]:
    """Regular files only: a link could point out of the folder."""
    for folder in folders:
        for file in sorted(folder.iterdir()):
            if file.is_file() and not file.is_symlink() and not file.name.startswith("."):
                yield file


def _in_file(file: Path) -> Iterator[Found]:
    with file.open("rb") as lines:
        is_mbox = file.suffix.lower() != ".eml" and lines.readline(_LINE_BYTES).startswith(b"From ")
        if is_mbox:
            lines.seek(0)
            yield from _in_mbox(lines, file.name)
            return
    yield _one(file, file.name)


def _one(file: Path, place: str) -> Found:
    with file.open("rb") as content:
        raw = content.read(KEPT_BYTES + 1)
    return Found(raw[:KEPT_BYTES], place, whole=len(raw) <= KEPT_BYTES)


def _in_mbox(lines: BinaryIO, name: str) -> Iterator[Found]:
    """Cut at a "From " line with a date, at the start or after an empty line; one inside a text stays text."""
    number, kept, size, after_empty = 0, bytearray(), 0, True
    lines.readline(_LINE_BYTES)
    while line := lines.readline(_LINE_BYTES):
        if after_empty and _SEPARATOR.match(line[:_SEPARATOR_BYTES]):
            number += 1
            yield Found(bytes(kept), f"{name}:{number}", whole=size == len(kept))
            kept, size = bytearray(), 0
        else:
            size += len(line)
            if size <= KEPT_BYTES:
                kept += line
        after_empty = not line.strip()
    yield Found(bytes(kept), f"{name}:{number + 1}", whole=size == len(kept))
