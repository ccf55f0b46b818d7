"""Checkpoints of the journal as text that anybody can keep: a C2SP checkpoint in a signed note.

Here lives only the form: lines, base64, key names and key ids. Signing and checking a signature
come in as a callable, so that the crypto library stays in `primitives.py`; when a checkpoint is
made and where it is kept is `journal.py`. Reading is strict: one byte out of place is a refusal.
Source: c2sp.org/signed-note and c2sp.org/tlog-checkpoint.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

ED25519 = b"\x01"
PUBLIC_BYTES = 32
SIGNATURE_BYTES = 64
SIGNATURES_AT_MOST = 64
NOTE_BYTES_AT_MOST = 1_000_000

type Sign = Callable[[bytes], bytes]
"""message -> signature of 64 bytes"""
type Verify = Callable[[bytes, bytes], bool]
"""(message, signature) -> does it hold under the one public key that was bound in?"""

_NAME = re.compile(r"[^\s+]+")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_KEY_ID = re.compile(r"[0-9a-f]{8}", re.ASCII)
_SIGNATURE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")


class BrokenNote(ValueError):
    """A note, checkpoint or key whose form is not what the specification asks."""


class NotVouchedFor(Exception):
    """The note carries no valid signature of the key that was asked for."""


@dataclass(frozen=True, slots=True)
class NoteKey:
    """The public half of a signing key, with the name it signs under (our origin)."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or _CONTROL.search(self.name):
            raise BrokenNote("The name of a key has no spaces and no plus sign.")
        if len(self.public) != PUBLIC_BYTES:
            raise BrokenNote("An Ed25519 public key has 32 bytes.")

    @property
    def key_id(self) -> bytes:
        """First four bytes of SHA-256 over name, newline, algorithm, public key."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        """`name+keyid+base64`: what the instance prints and the privacy officer keeps."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, line: str) -> Self:
        """Raises: BrokenNote, also when the key id does not belong to the key."""
        name, _, rest = line.strip().partition("+")
        key_id, _, encoded = rest.partition("+")
        raw = _from_base64(encoded)
        if raw[:1] != ED25519 or not _KEY_ID.fullmatch(key_id):
            raise BrokenNote("This is not the public key of a journal.")
        key = cls(name, raw[1:])
        if key.key_id.hex() != key_id:
            raise BrokenNote("The key and its number do not belong together.")
        return key


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many entries the journal had, and their root. Extension lines are opaque."""

    origin: str
    size: int
    root: bytes
    extension: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for line in (self.origin, *self.extension):
            if not line or "\n" in line or _CONTROL.search(line):
                raise BrokenNote("A line of a checkpoint is not empty and holds one line only.")
        if not 0 <= self.size < 2**63 or len(self.root) != 32:
            raise BrokenNote("A checkpoint holds a size and a root of 32 bytes.")

    def body(self) -> str:
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extension)
        return "".join(f"{line}\n" for line in lines)

    @classmethod
    def parse(cls, body: str) -> Self:
        """Raises: BrokenNote when this is no checkpoint, to the byte."""
        lines = body.split("\n")
        if len(lines) < 4 or lines.pop() != "" or not _SIZE.fullmatch(lines[1]):
            raise BrokenNote("This is no checkpoint.")
        return cls(lines[0], int(lines[1]), _from_base64(lines[2]), tuple(lines[3:]))


def sign_note(text: str, *, key: NoteKey, sign: Sign) -> str:
    """The text, a blank line, one signature line.

    Raises: BrokenNote when the text does not end in a newline or holds control characters.
    """
    if not text.endswith("\n") or _CONTROL.search(text):
        raise BrokenNote("A note is plain text that ends in a newline.")
    signature = sign(text.encode())
    if len(signature) != SIGNATURE_BYTES:
        raise BrokenNote("An Ed25519 signature has 64 bytes.")
    return f"{text}\n— {key.name} {b64encode(key.key_id + signature).decode()}\n"


def open_note(note: str | bytes, *, key: NoteKey, verify: Verify) -> str:
    """The text of a note that `key` signed; signatures of keys we do not know are ignored.

    Raises: BrokenNote when the form is wrong; NotVouchedFor when our signature is absent or false.
    """
    text, signatures = _split(note)
    ours = [blob[4:] for name, blob in signatures if (name, blob[:4]) == (key.name, key.key_id)]
    message = text.encode()
    if not ours or not all(len(one) == SIGNATURE_BYTES and verify(message, one) for one in ours):
        raise NotVouchedFor("This checkpoint was not signed by this instance.")
    return text


def sign_checkpoint(checkpoint: Checkpoint, *, key: NoteKey, sign: Sign) -> str:
    """The signed note that leaves the house. Raises: BrokenNote when the key has another name."""
    if checkpoint.origin != key.name:
        raise BrokenNote("A journal signs under its own origin.")
    return sign_note(checkpoint.body(), key=key, sign=sign)


def open_checkpoint(note: str | bytes, *, key: NoteKey, verify: Verify) -> Checkpoint:
    """The checkpoint inside, after its signature held and its origin proved to be ours.

    Raises: BrokenNote; NotVouchedFor.
    """
    checkpoint = Checkpoint.parse(open_note(note, key=key, verify=verify))
    if checkpoint.origin != key.name:
        raise NotVouchedFor("This checkpoint belongs to another journal.")
    return checkpoint


def _split(note: str | bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """Text and (name, key id and signature) pairs; the last blank line parts them."""
    try:
        whole = note.decode() if isinstance(note, bytes) else note
    except UnicodeDecodeError:
        raise BrokenNote("A note is UTF-8.") from None
    if len(whole) > NOTE_BYTES_AT_MOST or _CONTROL.search(whole) or not whole.endswith("\n"):
        raise BrokenNote("A note is plain text that ends in a newline.")
    text, blank, tail = whole.rpartition("\n\n")
    lines = tail.split("\n")[:-1]
    if not blank or not 1 <= len(lines) <= SIGNATURES_AT_MOST:
        raise BrokenNote("A note ends in a blank line and its signatures.")
    return text + "\n", [_signature(line) for line in lines]


def _signature(line: str) -> tuple[str, bytes]:
    found = _SIGNATURE_LINE.fullmatch(line)
    if found is None:
        raise BrokenNote("A signature line holds a dash, a name and a signature.")
    blob = _from_base64(found[2])
    if len(blob) < 5:
        raise BrokenNote("A signature is longer than its key number.")
    return found[1], blob


def _from_base64(encoded: str) -> bytes:
    """Standard base64 in its one canonical spelling; Python alone accepts several."""
    try:
        raw = b64decode(encoded, validate=True)
    except ValueError:
        raise BrokenNote("This is not base64.") from None
    if b64encode(raw).decode() != encoded:
        raise BrokenNote("This base64 has another spelling.")
    return raw
