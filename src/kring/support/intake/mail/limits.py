"""How much of a message is parsed. Beyond a limit nothing is refused or lost: only the raw bytes are kept.

Measured before parsing, with passes that are linear in the size, because the parser of the standard library does
work for every line at every depth and recurses once a level.
"""

import re
from typing import Final

from kring.support.intake.mail.letter import Unreadable

MESSAGE_BYTES: Final = 20 * 1024 * 1024
"""About a second of parsing; a larger message is a referral to be looked at."""

HEAD_BYTES: Final = 512 * 1024
HEADER_CHARACTERS: Final = 32 * 1024
PARTS: Final = 1_000
CONTAINERS: Final = 100
DEPTH: Final = 24
TEXT_CHARACTERS: Final = 1_000_000
PART_BYTES: Final = 2_000_000
TAGS: Final = 150_000
DELIMITER_LINES: Final = 5_000
LINES: Final = 400_000

_DELIMITER = re.compile(rb"^--[^\s-]", re.MULTILINE)
_TYPED_PART = re.compile(rb"^content-type\s*:", re.MULTILINE | re.IGNORECASE)
_CONTAINER = re.compile(rb"^content-type\s*:\s*(?:multipart|message)/", re.MULTILINE | re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")


def head_of(raw: bytes) -> bytes:
    """The header lines, at most `HEAD_BYTES` of them."""
    found = _HEAD_END.search(raw, 0, HEAD_BYTES)
    return raw[: found.end()] if found else raw[:HEAD_BYTES]


def over_limit(raw: bytes) -> Unreadable | None:
    """Which limit the message breaks, if any; then its head is read and its body is not."""
    if not raw.strip():
        return Unreadable.EMPTY
    if len(raw) > MESSAGE_BYTES or len(head_of(raw)) >= HEAD_BYTES:
        return Unreadable.TOO_LARGE
    if raw.count(b"\n") > LINES or raw.count(b"\r") > LINES:
        return Unreadable.TOO_LARGE
    if _more_than(_CONTAINER, raw, CONTAINERS):
        return Unreadable.TOO_DEEP
    if _more_than(_TYPED_PART, raw, PARTS) or _more_than(_DELIMITER, raw, DELIMITER_LINES):
        return Unreadable.TOO_MANY_PARTS
    return None


def _more_than(pattern: re.Pattern[bytes], raw: bytes, limit: int) -> bool:
    return any(count >= limit for count, _ in enumerate(pattern.finditer(raw)))
