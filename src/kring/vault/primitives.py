"""The only place that touches the crypto library: seal, open, give, keep, stretch, sign.

Every blob begins with one format byte; every operation takes a context from `encode`, so that a blob
moved to another row, lock, version or instance does not open. Sources: RFC 9180 (HPKE), RFC 5869 (HKDF),
RFC 9106 (Argon2id), FIPS 203 (ML-KEM), NIST SP 800-38D (GCM). What does not live here: which key belongs where.
"""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NewType

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kring.vault.refusals import Refused

Key = NewType("Key", bytes)
"""32 secret bytes."""

SUITE_DEVICE = 1
"""X25519 alone: where a browser or a device seals."""
SUITE_HYBRID = 2
"""ML-KEM-768 with X25519: the default."""
_SHA256 = hashes.SHA256()
_RECORD = 0x10
_KEPT = 0x11

_SUITES = {
    SUITE_DEVICE: hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM),
    SUITE_HYBRID: hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM),
}
_SEED, _ML_PUBLIC, _X = 64, 1184, 32
_SALT = _COMMITMENT = 16
_ID = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
"""16 bytes in base64: the last sign carries two bits."""


def new_key() -> Key:
    """A fresh random 32-byte key."""
    return Key(secrets.token_bytes(32))


def new_id() -> str:
    """A random 128-bit id in 22 URL-safe characters: made by the application, tells nothing."""
    return secrets.token_urlsafe(16)


def id_of(raw: bytes) -> str:
    """An id made from 16 bytes or more: the same bytes give the same id."""
    return base64.urlsafe_b64encode(raw[:16]).rstrip(b"=").decode()


def is_id(text: str) -> bool:
    """Whether it could be one of our ids: anything else somebody typed, and may not be written down."""
    return bool(_ID.fullmatch(text))


def as_id(text: str) -> str:
    """The id that somebody sent, or "", which is nobody's: a form may send any sign, and no engine keeps each."""
    return text if is_id(text) else ""


def _headers(tag: bytes) -> list[bytes]:
    return [tag + size.to_bytes(4, "big") for size in range(256)]


_TEXT, _BYTES, _NUMBER, _TRUTH = (_headers(tag) for tag in (b"s", b"b", b"i", b"t"))
"""Tag and length of short parts, made once: a page encodes some two hundred tuples."""


def encode(*parts: str | bytes | int | bool | None) -> bytes:
    """An injective byte string of typed, length-prefixed parts: two different tuples never encode alike."""
    out: list[bytes] = []
    for part in parts:
        if isinstance(part, str):
            tag, headers, raw = b"s", _TEXT, part.encode()
        elif isinstance(part, bytes):
            tag, headers, raw = b"b", _BYTES, part
        elif part is None:
            out.append(b"n\x00\x00\x00\x00")
            continue
        elif isinstance(part, bool):
            tag, headers, raw = b"t", _TRUTH, b"\x01" if part else b"\x00"
        else:
            tag, headers, raw = b"i", _NUMBER, b"%d" % part
        size = len(raw)
        out.append(headers[size] if size < 256 else tag + size.to_bytes(4, "big"))
        out.append(raw)
    return b"".join(out)


def derive(key: bytes, purpose: str, salt: bytes = b"", size: int = 32) -> Key:
    """HKDF-SHA256 of `key` for one named `purpose` (RFC 5869)."""
    return Key(HKDF(_SHA256, size, salt or None, _info(purpose)).derive(key))


@lru_cache(maxsize=64)
def _info(purpose: str) -> bytes:
    return b"kring/1/" + purpose.encode()


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    return hmac.digest(key, message, "sha256")


def begin_mac(key: bytes, start: bytes) -> hmac.HMAC:
    """A MAC over messages that all begin alike; to be ended with `end_mac`, as often as there are messages."""
    return hmac.new(key, start, "sha256")


def end_mac(begun: hmac.HMAC, rest: bytes) -> bytes:
    """`mac` of the start and this rest, 32 bytes."""
    whole = begun.copy()
    whole.update(rest)
    return whole.digest()


def same(one: bytes, other: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one, other)


def digest(message: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(message).digest()


# Records ----------------------------------------------------------------------------------------


def bucket(size: int) -> int:
    """The padded length for `size` bytes: powers of two to 4 KiB, then steps of 4 KiB, above 64 KiB of 64 KiB."""
    if size <= 4096:
        return max(64, 1 << (size - 1).bit_length())
    step = 4096 if size <= 65536 else 65536
    return -(-size // step) * step


def seal(key: Key, plaintext: bytes, context: bytes) -> bytes:
    """A padded, key-committing record: format byte, salt, commitment, AES-256-GCM under HKDF(key, salt).

    The salt is random per record, so key and nonce are never met twice.
    """
    salt = secrets.token_bytes(_SALT)
    secret = derive(key, "record", salt, 60)
    padded = len(plaintext).to_bytes(4, "big") + plaintext
    padded += bytes(bucket(len(padded)) - len(padded))
    commitment, nonce = secret[32:48], secret[48:60]
    return bytes([_RECORD]) + salt + commitment + AESGCM(secret[:32]).encrypt(nonce, padded, context)


def open_sealed(key: Key, blob: bytes, context: bytes) -> bytes:
    """The plaintext of `seal`. Raises `Refused` on anything that is not exactly it."""
    if len(blob) < 1 + _SALT + _COMMITMENT + 16 or blob[0] != _RECORD:
        raise Refused
    salt, commitment = blob[1:17], blob[17:33]
    secret = derive(key, "record", salt, 60)
    if not same(commitment, secret[32:48]):
        raise Refused
    try:
        padded = AESGCM(secret[:32]).decrypt(secret[48:60], blob[33:], context)
    except InvalidTag:
        raise Refused from None
    size = int.from_bytes(padded[:4], "big")
    return padded[4 : 4 + size]


def keep(ring: Key, secret: bytes, context: bytes) -> bytes:
    """A small secret kept under one's own ring: format byte, nonce, AES-256-GCM; 61 bytes for a key."""
    nonce = secrets.token_bytes(12)
    return bytes([_KEPT]) + nonce + AESGCM(ring).encrypt(nonce, secret, context)


def open_kept(ring: Key, blob: bytes, context: bytes) -> bytes:
    """The secret of `keep`. Raises `Refused`."""
    if len(blob) < 29 or blob[0] != _KEPT:
        raise Refused
    try:
        return AESGCM(ring).decrypt(blob[1:13], blob[13:], context)
    except InvalidTag:
        raise Refused from None


def is_kept(blob: bytes) -> bool:
    """Whether a wrapped key lies under a ring already (rather than given by HPKE)."""
    return blob[:1] == bytes([_KEPT])


# Key pairs --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """A new key pair as bytes; the first byte of each is the suite."""

    private: bytes
    public: bytes


class Private:
    """A private key with its ring. Parsing it costs more than using it: once, and only for what was given to it."""

    def __init__(self, raw: bytes) -> None:
        self.suite = raw[0]
        self.ring = derive(raw, "ring")
        self._raw = raw

    @cached_property
    def _key(self) -> X25519PrivateKey | hpke.MLKEM768X25519PrivateKey:
        exchange = X25519PrivateKey.from_private_bytes(self._raw[-_X:])
        if self.suite != SUITE_HYBRID:
            return exchange
        return hpke.MLKEM768X25519PrivateKey(MLKEM768PrivateKey.from_seed_bytes(self._raw[1 : 1 + _SEED]), exchange)

    def take(self, blob: bytes, context: bytes) -> bytes:
        """What was given to this key with `give`. Raises `Refused`."""
        if not blob or blob[0] != self.suite:
            raise Refused
        try:
            return _SUITES[self.suite].decrypt(blob[1:], self._key, info=context)
        except (InvalidTag, ValueError):
            raise Refused from None


def new_pair(suite: int = SUITE_HYBRID) -> Pair:
    """A fresh key pair: 97 and 1,217 bytes hybrid, 33 and 33 bytes X25519."""
    exchange = X25519PrivateKey.generate()
    private, public = exchange.private_bytes_raw(), exchange.public_key().public_bytes_raw()
    if suite == SUITE_HYBRID:
        lattice = MLKEM768PrivateKey.generate()
        private = lattice.private_bytes_raw() + private
        public = lattice.public_key().public_bytes_raw() + public
    return Pair(bytes([suite]) + private, bytes([suite]) + public)


@lru_cache(maxsize=512)
def _public(raw: bytes) -> X25519PublicKey | hpke.MLKEM768X25519PublicKey:
    exchange = X25519PublicKey.from_public_bytes(raw[-_X:])
    if raw[0] == SUITE_HYBRID:
        lattice = MLKEM768PublicKey.from_public_bytes(raw[1 : 1 + _ML_PUBLIC])
        return hpke.MLKEM768X25519PublicKey(lattice, exchange)
    return exchange


def give(public: bytes, secret: bytes, context: bytes) -> bytes:
    """HPKE base mode to a public key; the context is bound as `info`. 1,169 bytes for a key in the hybrid suite."""
    return public[:1] + _SUITES[public[0]].encrypt(secret, _public(public), info=context)


def public_of(private: bytes) -> bytes:
    """The public half of a private key in bytes: opening a slot *is* the check, this compares the result."""
    exchange = X25519PrivateKey.from_private_bytes(private[-_X:]).public_key().public_bytes_raw()
    if private[0] == SUITE_HYBRID:
        lattice = MLKEM768PrivateKey.from_seed_bytes(private[1 : 1 + _SEED])
        return private[:1] + lattice.public_key().public_bytes_raw() + exchange
    return private[:1] + exchange


# Passwords and signatures -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of Argon2id; the default is RFC 9106's second recommended option (64 MiB, three passes)."""

    passes: int = 3
    kibibytes: int = 65536


def stretch(password: str, salt: bytes, pepper: Key, cost: Cost) -> Key:
    """Argon2id, then HMAC with the server's pepper: a dump without the key file cannot even be guessed at."""
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=1, memory_cost=cost.kibibytes)
    return Key(mac(pepper, kdf.derive(password.encode())))


def time_code(secret: bytes, step: int) -> str:
    """The six digits an app shows in one step of half a minute (RFC 6238, with SHA-1 as every app expects)."""
    whole = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    at = whole[-1] & 0x0F
    number = int.from_bytes(whole[at : at + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def sign(seed: bytes, message: bytes) -> bytes:
    """Ed25519 signature, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def signer_of(seed: bytes) -> bytes:
    """The 32-byte public key that verifies `sign`."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the Ed25519 signature is good."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
