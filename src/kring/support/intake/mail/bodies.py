"""The tree of a message to its text and its attachments. What counts as an attachment stands in `letter.py`."""

from dataclasses import dataclass, field
from email.message import Message
from typing import Final

from kring.support.intake.mail.charsets import decoded
from kring.support.intake.mail.headers import Mail, header, lenient_base64, readable
from kring.support.intake.mail.html_text import words_of
from kring.support.intake.mail.letter import Attachment, Unreadable
from kring.support.intake.mail.limits import DEPTH, PART_BYTES, PARTS, TAGS, TEXT_CHARACTERS
from kring.support.intake.mail.winmail import is_winmail, unpacked

_SEALED_TYPES: Final = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_TEXT_TYPES: Final = ("text/plain", "text/html")
_CALENDAR_TYPES: Final = ("text/calendar", "application/ics")
_RICH_TYPES: Final = ("text/html", "multipart/related", "multipart/mixed")
LONGEST_NAME: Final = 200
UNPACKINGS: Final = 2


@dataclass
class Body:
    """What was found so far while walking one message."""

    texts: list[str] = field(default_factory=list)
    named_texts: list[str] = field(default_factory=list)
    packed_texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    inner: list[Mail] = field(default_factory=list)
    content_types: list[str] = field(default_factory=list)
    calendars: list[bytes] = field(default_factory=list)
    invites: bool = False
    unpackings: int = 0
    whole: bool = True
    unreadable: Unreadable | None = None

    @property
    def text(self) -> str:
        """What was written; phones send it as a named part, so that one speaks when nothing else does."""
        spoken = [text for text in self.texts if text] or self.named_texts or self.packed_texts
        return "\n\n".join(spoken)[:TEXT_CHARACTERS]


def body_of(mail: Mail, *, into: Body | None = None) -> Body:
    """Walk the message; past the depth or number of parts it stops and says so, the raw bytes hold the rest.

    `into`: where to keep what is found, so that a part that breaks the walk costs only what comes after it.
    """
    body = Body() if into is None else into
    _walk(mail, body, 0)
    if sum(map(len, body.texts)) > TEXT_CHARACTERS or not body.whole:
        body.unreadable = body.unreadable or Unreadable.TOO_MUCH_TEXT
    if any(kind in _SEALED_TYPES for kind in body.content_types) or "-----BEGIN PGP MESSAGE-----" in body.text:
        body.unreadable = body.unreadable or Unreadable.ENCRYPTED
    return body


def _walk(part: Mail, body: Body, depth: int, *, words: bool = True) -> None:
    """`words` is False inside an alternative that was not chosen: only what is no text is kept from there."""
    kind = part.get_content_type()
    body.content_types.append(kind)
    if depth > DEPTH:
        body.unreadable = Unreadable.TOO_DEEP
    elif len(body.content_types) > PARTS:
        body.unreadable = Unreadable.TOO_MANY_PARTS
    elif kind.startswith("message/"):
        _keep_message(part, body, kind)
    elif part.is_multipart():
        children = _children(part)
        chosen = _chosen(children) if kind == "multipart/alternative" else None
        for child in children:
            _walk(child, body, depth + 1, words=words and chosen in (None, child))
    else:
        _keep_leaf(part, body, kind, words=words)


def _children(part: Mail) -> list[Mail]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _chosen(children: list[Mail]) -> Mail | None:
    """Of alternatives one text: the plain one when it says anything, else the richest, which comes last."""
    plain = (child for child in children if child.get_content_type() == "text/plain" and _text(child, "text/plain"))
    rich = (child for child in reversed(children) if child.get_content_type() in _RICH_TYPES)
    return next(plain, next(rich, None))


def _keep_leaf(part: Mail, body: Body, kind: str, *, words: bool) -> None:
    """A text without a file name is what was written; everything else is attached."""
    kind = "text/plain" if kind.startswith("multipart/") else kind
    name = name_of(part)
    body.invites = body.invites or (kind == "text/calendar" and bool(part.get_param("method")))
    if kind in _CALENDAR_TYPES:
        body.calendars.append(content_of(part))
    shown = kind in _TEXT_TYPES and part.get_content_disposition() != "attachment"
    if shown and words:
        (body.named_texts if name else body.texts).append(_text(part, kind))
        body.whole = body.whole and _is_whole(part, kind)
    if (name or not shown) and not _unpack(part, body, kind, name):
        body.attachments.append(Attachment(name, kind, content_of(part)))


def _unpack(part: Mail, body: Body, kind: str, name: str) -> bool:
    """What Outlook packed in one file counts as what it holds; whether it could be unpacked."""
    if not is_winmail(kind, name) or body.unpackings >= UNPACKINGS:
        return False
    body.unpackings += 1
    found = unpacked(content_of(part))
    if found is None or not (found.attachments or found.text):
        return False
    body.attachments.extend(found.attachments)
    body.packed_texts.append(found.text)
    return True


def _keep_message(part: Mail, body: Body, kind: str) -> None:
    """An attached message stays whole; what it says about its author is read by `forwards.py`."""
    inner = _children(part)
    if not inner:
        body.attachments.append(Attachment(name_of(part), kind, content_of(part)))
        return
    content = b"\n".join(_written_again(child) for child in inner)
    if kind == "message/rfc822":
        body.inner.append(inner[0])
        if header(part, "content-transfer-encoding").lower() == "base64":
            content = lenient_base64(content)
    body.attachments.append(Attachment(name_of(part), kind, content))


def _written_again(mail: Mail) -> bytes:
    try:
        return mail.as_bytes()
    except Exception:  # noqa: BLE001 - re-serialising raises on real messages; the outer raw bytes hold this one
        return b""


def _text(part: Mail, kind: str) -> str:
    text = decoded(content_of(part)[:PART_BYTES], _charset(part))
    text = words_of(text) if kind == "text/html" else text
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()


def _is_whole(part: Mail, kind: str) -> bool:
    """Whether the part stays within what is read of it."""
    content = content_of(part)
    return len(content) <= PART_BYTES and (kind != "text/html" or content.count(b"<") < TAGS)


def _charset(part: Mail) -> str:
    try:
        return part.get_content_charset("") or ""
    except (LookupError, ValueError, TypeError):
        return ""


def content_of(part: Mail) -> bytes:
    """The bytes of a leaf, its transfer encoding undone as far as it goes.

    Decoded by the library except for base64, which it gives back encoded when a character is missing. Never taken as
    its text: that has already replaced what the declared charset does not know.
    """
    encoding = header(part, "content-transfer-encoding").lower()
    if encoding:
        part.replace_header("Content-Transfer-Encoding", encoding)
    if encoding == "base64":
        return lenient_base64(str(part.get_payload()).encode("ascii", "ignore"))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def name_of(part: Mail) -> str:
    """The file name without folders or control characters; "" when there is none."""
    try:
        name = part.get_filename("") or ""
    except (LookupError, ValueError, TypeError):
        name = ""
    name = readable(name[: LONGEST_NAME * 10]).replace("\\", "/").rpartition("/")[2]
    return name.strip(" .")[:LONGEST_NAME]
