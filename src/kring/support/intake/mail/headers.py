"""Header lines to subject, addresses, date and ids: tolerant of raw bytes, broken encoded words and wild addresses.

The modern interface of the standard library raises on such lines, so headers are taken as written and read here.
"""

import binascii
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from kring.support.intake.mail.charsets import decoded
from kring.support.intake.mail.letter import MailAddress
from kring.support.intake.mail.limits import HEADER_CHARACTERS

type Mail = Message[str, str]

RECIPIENTS: Final = 200
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,60})\?([BbQq])\?([^?]*)\?=")
_FOLD = re.compile(r"[ \t]*\r?[\n\r][ \t]*")
_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"@]{1,200}@[^\s<>()\[\],;:\"@]{1,250}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class AsWritten(Compat32):
    """Header values as they stand, cut at `HEADER_CHARACTERS`, raw bytes as surrogates.

    The usual policy wraps such bytes in another class.
    """

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value[:HEADER_CHARACTERS]


def header(mail: Mail, name: str) -> str:
    """The first header of that name on one line, undecoded; "" when absent."""
    return _FOLD.sub(" ", str(mail.get(name, ""))).strip()


def headers(mail: Mail, name: str) -> list[str]:
    """All headers of that name, at most twenty."""
    return [_FOLD.sub(" ", str(value)).strip() for value in mail.get_all(name, [])[:20]]


def readable(value: str) -> str:
    """A header value as a person reads it: encoded words decoded, raw bytes decoded, control characters gone."""
    pieces: list[str] = []
    for piece, charset in _words(value):
        pieces.append(decoded(piece, charset) if isinstance(piece, bytes) else _raw_text(piece))
    return " ".join(_UNSEEN.sub("", "".join(pieces)).split())


def subject_of(mail: Mail) -> str:
    """The subject on one line."""
    return readable(header(mail, "subject"))


def sender_of(mail: Mail) -> MailAddress | None:
    """Who the header says wrote it: `From`, or `Sender` when that is missing; None when neither holds an address."""
    for name in ("from", "sender"):
        for value in headers(mail, name):
            found = next(addresses_in(value), None)
            if found:
                return found
    return None


def recipients_of(mail: Mail) -> tuple[MailAddress, ...]:
    """To and Cc, at most `RECIPIENTS`."""
    found: list[MailAddress] = []
    for name in ("to", "cc"):
        for value in headers(mail, name):
            found.extend(addresses_in(value))
    return tuple(found[:RECIPIENTS])


def addresses_in(value: str) -> Iterator[MailAddress]:
    """The addresses of one header line; a line the grammar does not fit is searched for something with an @."""
    pairs = [(_raw_text(address).strip(" <>"), display) for display, address in _pairs(value)]
    fitting = [(address, display) for address, display in pairs if _looks_like_one(address)]
    text = readable(value)
    searched = _ADDRESS.search(text)
    if searched and not all(address in text for address, _ in fitting[:1] or [("?", "")]):
        yield MailAddress(searched.group(), text[: searched.start()].strip(" <\"'"))
    else:
        yield from (MailAddress(address, readable(display)) for address, display in fitting)


def _pairs(value: str) -> list[tuple[str, str]]:
    try:
        return getaddresses([value], strict=False)[:RECIPIENTS]
    except (RecursionError, ValueError, IndexError, TypeError):
        return []


def date_of(mail: Mail) -> datetime | None:
    """When the sender says it was sent, in UTC."""
    try:
        found = parsedate_to_datetime(header(mail, "date")[:200])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def id_of(mail: Mail, name: str) -> str:
    """A message id from the named header, without brackets, at most 250 characters."""
    return _raw_text(header(mail, name)).partition(">")[0].strip(" <>")[:250]


def earlier_ids(mail: Mail) -> str:
    """In-Reply-To and References as they stand; a program that found an id too long wrote it as encoded words."""
    return readable(" ".join(header(mail, name) for name in ("in-reply-to", "references")))


def _words(value: str) -> Iterator[tuple[bytes, str] | tuple[str, str]]:
    """Plain and encoded stretches in turn. Neighbours in one charset are joined first: letters get cut in two."""
    waiting, charset, end = b"", "", 0
    for match in _ENCODED_WORD.finditer(value):
        between = value[end : match.start()]
        apart = bool(between.strip()) or end == 0
        if waiting and (apart or match[1].lower() != charset.lower()):
            yield waiting, charset
            waiting = b""
        if apart and between:
            yield between, ""
        waiting, charset, end = waiting + _word(match[2], match[3]), match[1], match.end()
    if waiting:
        yield waiting, charset
    if value[end:]:
        yield value[end:], ""


def _word(encoding: str, text: str) -> bytes:
    content = text.encode("utf-8", "surrogateescape")
    if encoding in "Qq":
        return binascii.a2b_qp(content, header=True)
    return lenient_base64(content)


def lenient_base64(content: bytes) -> bytes:
    """Base64 with whatever padding, line ends and strange characters it came with."""
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        pass
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
    kept = kept[:-1] if len(kept) % 4 == 1 else kept
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))


def _raw_text(value: str) -> str:
    """Text whose undecodable bytes stand as surrogates, read as UTF-8 or windows-1252."""
    if value.isascii():
        return value
    return decoded(value.encode("utf-8", "surrogateescape"), "")


def _looks_like_one(address: str) -> bool:
    before, at, after = address.rpartition("@")
    return bool(before and at and after) and not re.search(r"[\s<>\x00]", after) and len(address) < 500
